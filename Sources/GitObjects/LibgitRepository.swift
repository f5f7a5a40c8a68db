private import CLibgit2
import ScanModel

/// The `git_repository` behind a `GitRepository`: discovery, configuration, revisions and ignore
/// rules come from here; objects, refs, reflogs and the index are read by this room itself.
///
/// `@unchecked Sendable`: libgit2's repositories serve one thread at a time, so every call takes
/// the lock.
final class LibgitRepository: @unchecked Sendable {
    private let handle: OpaquePointer
    private let lock = Guarded<Void>(())

    /// Opens the repository at `path`, or, when `discovers`, the first at or above it.
    init(path: String, discovers: Bool, workTree: String? = nil) throws(GitError) {
        try Libgit.start()
        var opened: OpaquePointer?
        var flags = GIT_REPOSITORY_OPEN_CROSS_FS.rawValue
        if !discovers { flags |= GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue }
        let status = git_repository_open_ext(&opened, path, flags, nil)
        guard status == 0, let opened else {
            if status == GIT_ENOTFOUND.rawValue {
                throw GitError(
                    .notARepository,
                    "\(path) is not inside a git repository; give the path of one.")
            }
            throw GitError(
                .unsupportedRepository,
                "The git repository at \(path) cannot be opened: \(Libgit.lastMessage).")
        }
        handle = opened
        if let workTree, git_repository_set_workdir(opened, workTree, 0) != 0 {
            throw GitError(
                .io, "The work tree \(workTree) cannot be used: \(Libgit.lastMessage).")
        }
    }

    deinit { git_repository_free(handle) }

    var gitDirectory: String { lock.withLock { _ in text(git_repository_path(handle)) ?? "" } }

    var commonDirectory: String {
        lock.withLock { _ in text(git_repository_commondir(handle)) ?? "" }
    }

    var workTree: String? { lock.withLock { _ in text(git_repository_workdir(handle)) } }

    var isBare: Bool { lock.withLock { _ in git_repository_is_bare(handle) == 1 } }

    /// The value of a configuration key; `nil` when it is not set.
    func configuration(_ key: String) -> String? {
        lock.withLock { _ in
            var configuration: OpaquePointer?
            guard git_repository_config_snapshot(&configuration, handle) == 0 else { return nil }
            defer { git_config_free(configuration) }
            var value: UnsafePointer<CChar>?
            guard git_config_get_string(&value, configuration, key) == 0 else { return nil }
            return text(value)
        }
    }

    /// Whether any key that matches the regular expression is set to other than `false`.
    func hasConfiguration(matching expression: String) -> Bool {
        lock.withLock { _ in
            var configuration: OpaquePointer?
            guard git_repository_config_snapshot(&configuration, handle) == 0 else { return false }
            defer { git_config_free(configuration) }
            var iterator: OpaquePointer?
            guard git_config_iterator_glob_new(&iterator, configuration, expression) == 0 else {
                return false
            }
            defer { git_config_iterator_free(iterator) }
            var entry: UnsafeMutablePointer<git_config_entry>?
            while git_config_next(&entry, iterator) == 0 {
                if text(entry?.pointee.value)?.lowercased() != "false" { return true }
            }
            return false
        }
    }

    /// The object that a revision names, such as `main~3`, `v1.0^{}` or an abbreviated id.
    func resolve(_ revision: String) throws(GitError) -> ObjectID {
        // A NUL would cut the text short and resolve something else.
        guard !revision.isEmpty, !revision.utf8.contains(0) else {
            throw GitError(.badRevision, "An empty text is not a revision.")
        }
        let (id, reason): (ObjectID?, String) = lock.withLock { _ in
            var object: OpaquePointer?
            guard git_revparse_single(&object, handle, revision) == 0, let object else {
                return (nil, Libgit.lastMessage)
            }
            defer { git_object_free(object) }
            guard let oid = git_object_id(object) else { return (nil, "no id") }
            let raw = UnsafeRawBufferPointer(start: oid, count: MemoryLayout<git_oid>.size)
            return (ObjectID(rawBytes: raw), "")
        }
        guard let id else {
            throw GitError(
                .badRevision,
                "The revision \(revision) names nothing in this repository (\(reason)); "
                    + "check its spelling, or fetch it first.")
        }
        return id
    }

    /// Whether the work tree's ignore rules leave a path out; a folder's path ends in `/`.
    func isIgnored(_ path: [UInt8]) -> Bool {
        lock.withLock { _ in
            var ignored: Int32 = 0
            var terminated = path.map { CChar(bitPattern: $0) }
            terminated.append(0)
            guard git_ignore_path_is_ignored(&ignored, handle, terminated) == 0 else {
                return false
            }
            return ignored == 1
        }
    }
}

/// Copies a C string that libgit2 owns.
private func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.map { String(cString: $0) }
}
