internal import Scanning

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Where the platform has programs keep what they can do without.
///
/// - Source: XDG Base Directory Specification 0.8, where relative paths count for nothing; on macOS
///   File System Programming Guide, "The Library Directory".
enum UserCacheFolder {
    /// The program's own folder in it; `nil` when the user has none.
    static var request: CacheRequest? {
        #if canImport(Darwin)
            let place = home.map { $0 + "/Library/Caches" }
        #else
            let place = absolute("XDG_CACHE_HOME") ?? home.map { $0 + "/.cache" }
        #endif
        return place.map {
            CacheRequest(
                folder: $0 + "/portcullis", isNamed: false, buildIdentity: BuildIdentity.bytes)
        }
    }

    /// A home folder that is there and may be written to: none is made.
    private static var home: String? {
        absolute("HOME").flatMap { access($0, W_OK | X_OK) == 0 ? $0 : nil }
    }

    private static func absolute(_ variable: String) -> String? {
        guard let value = getenv(variable).map({ String(cString: $0) }), value.hasPrefix("/") else {
            return nil
        }
        return value
    }
}
