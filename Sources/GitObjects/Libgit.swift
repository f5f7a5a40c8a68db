private import CLibgit2

#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// The one start of libgit2 in this process, and the text of its last error.
enum Libgit {
    private static let startStatus: Int32 = {
        let status = git_libgit2_init()
        guard status >= 0 else { return status }
        // What 1.5 refuses though it does not change how objects and the index are read. A SHA-256
        // or reftable repository is let through here and refused by `GitRepository.open` in words.
        let extensions = [
            "partialclone", "worktreeconfig", "objectformat", "refstorage", "relativeworktrees",
            "preciousobjects", "compatobjectformat",
        ]
        let copies = extensions.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        var pointers = copies.map { UnsafePointer($0) }
        let extensionStatus = pointers.withUnsafeMutableBufferPointer {
            portcullis_git_set_extensions($0.baseAddress, $0.count)
        }
        guard extensionStatus >= 0 else { return extensionStatus }
        // Containers of CI systems mount folders that belong to another user. Nothing from the
        // repository is executed, so the check protects nobody here.
        _ = portcullis_git_set_owner_validation(0)
        _ = portcullis_git_set_strict_hash_verification(0)
        _ = portcullis_git_set_object_cache(0)
        // What is scanned must not depend on who scans: only the repository's own file counts.
        for level in [
            GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
            GIT_CONFIG_LEVEL_GLOBAL,
        ] {
            _ = portcullis_git_set_config_search_path(level.rawValue, "")
        }
        return 0
    }()

    /// Starts libgit2 unless it runs already; the first call costs some 6 ms.
    static func start() throws(GitError) {
        guard startStatus >= 0 else {
            throw GitError(.library, "libgit2 could not be started: \(lastMessage).")
        }
    }

    /// What libgit2 says of the last failure on this thread.
    static var lastMessage: String {
        guard let error = git_error_last(), let text = error.pointee.message else {
            return "no reason given"
        }
        return String(cString: text)
    }
}
