import Foundation

/// Repositories outside the sources that tests may compare on, when they are named.
enum RealRepositories {
    /// The paths in `PORTCULLIS_REAL_REPOSITORIES`, parted by colons; none by default.
    static var paths: [String] {
        (ProcessInfo.processInfo.environment["PORTCULLIS_REAL_REPOSITORIES"] ?? "")
            .split(separator: ":").map(String.init)
    }
}
