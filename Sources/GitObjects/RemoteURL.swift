/// The address of a remote.
enum RemoteURL {
    /// The address without user name and password: `https://user:token@host/x` and `user@host:x`
    /// lose what stands before the `@`, and a query is cut off, for tokens travel there too.
    static func withoutUserInfo(_ url: String) -> String {
        var scheme = ""
        var rest = Substring(url)
        if let separator = url.firstRange(of: "://") {
            scheme = String(url[..<separator.upperBound])
            rest = url[separator.upperBound...]
        }
        let authorityEnd = rest.firstIndex(of: "/") ?? rest.endIndex
        if let at = rest[..<authorityEnd].lastIndex(of: "@") {
            rest = rest[rest.index(after: at)...]
        }
        if !scheme.isEmpty, let query = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) {
            rest = rest[..<query]
        }
        return scheme + rest
    }
}
