extension ProtocolVersion {
    /// The version that a name says: a constant of a library, a word of a server, the policy of a
    /// cloud (its lowest version), Go's and the wire's numbers.
    ///
    /// `nil` for names without a version, for negations such as `SSL_OP_NO_TLSv1`, and for names
    /// that leave the choice to both sides (`isNegotiated`).
    package init?(name: String) {
        let bytes = Array(name.utf8)
        guard bytes.count <= 128, let version = VersionName(bytes).version else { return nil }
        self = version
    }

    /// Whether a name means "whatever both sides have": `SSLv23`, `PROTOCOL_TLS`, `TLS_AUTO`.
    package static func isNegotiated(name: String) -> Bool {
        guard name.utf8.count <= 128 else { return false }
        var word = name.lowercased()
        if let cut = word.lastIndex(where: { $0 == "." || $0 == ":" }) {
            word = String(word[word.index(after: cut)...])
        }
        for suffix in ["_method", "_client", "_server"] where word.hasSuffix(suffix) {
            word.removeLast(suffix.count)
        }
        for suffix in ["_client", "_server"] where word.hasSuffix(suffix) {
            word.removeLast(suffix.count)
        }
        for prefix in ["protocol_", "stream_crypto_method_", "curl_sslversion_", "k"]
        where word.hasPrefix(prefix) {
            word.removeFirst(prefix.count)
        }
        return negotiatedNames.contains(word)
    }

    private static let negotiatedNames: Set<String> = [
        "sslv23", "ssl23", "sslv2/3", "sslv2_3", "tls", "ssl", "any", "anyprotocol",
        "secureprotocols", "unknownprotocol", "default", "systemdefault", "none", "auto",
        "tls_auto", "tls_any", "automatic", "negotiate",
    ]
}
