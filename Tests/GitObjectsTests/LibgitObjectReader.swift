import CLibgit2
import GitObjects
import ScanModel

/// Reads objects through libgit2's object database: the reference for the own reader.
///
/// One database handle serves one call at a time; handles are kept for the next call, so there
/// are as many as threads ever read at once.
final class LibgitObjectReader: ObjectReader {
    /// A `git_odb`, freed with its owner.
    ///
    /// `@unchecked Sendable`: the pool lends it to one thread at a time.
    private final class Handle: @unchecked Sendable {
        let database: OpaquePointer
        init(_ database: OpaquePointer) { self.database = database }
        deinit { git_odb_free(database) }
    }

    let objectFormat = ObjectFormat.sha1
    private let objectDirectory: String
    private let alternates: [String]
    /// Added to the message about a missing object: what to do about it in this repository.
    private let advice: String
    private let idle = Guarded<[Handle]>([])

    /// Opens a folder `objects`; the alternates it names are read too.
    /// - Parameter alternates: further object folders, as in `GIT_ALTERNATE_OBJECT_DIRECTORIES`.
    /// - Throws: `io` when the folder cannot be opened.
    init(objectDirectory: String, alternates: [String] = [], advice: String = "")
        throws(GitError)
    {
        GitRepository.prepare()
        self.objectDirectory = objectDirectory
        self.alternates = alternates
        self.advice = advice
        give(back: try borrow())
    }

    func read(_ id: ObjectID, maxBytes: Int) throws(GitError) -> StoredObject {
        let handle = try borrow()
        defer { give(back: handle) }
        var oid = git_oid(id)
        // The header costs little beside inflating, and a forged one must not cost gigabytes.
        let size = try header(&oid, id, handle).byteCount
        guard size <= maxBytes else {
            throw GitError(
                .objectTooLarge,
                "Object \(id) has \(size) bytes, more than the limit of \(maxBytes).",
                objectID: id)
        }
        var object: OpaquePointer?
        let status = git_odb_read(&object, handle.database, &oid)
        guard status == 0, let object else { throw failure(status, id) }
        guard let kind = ObjectKind(git_odb_object_type(object)) else {
            git_odb_object_free(object)
            throw GitError(.corruptObject, "Object \(id) has no known type.", objectID: id)
        }
        let buffer = UnsafeRawBufferPointer(
            start: git_odb_object_data(object), count: git_odb_object_size(object))
        // Freed by whichever thread drops the bytes last; libgit2 counts references atomically.
        nonisolated(unsafe) let owned = object
        return StoredObject(
            kind: kind, bytes: Bytes(taking: buffer) { _ in git_odb_object_free(owned) })
    }

    func header(_ id: ObjectID) throws(GitError) -> ObjectHeader {
        let handle = try borrow()
        defer { give(back: handle) }
        var oid = git_oid(id)
        return try header(&oid, id, handle)
    }

    func contains(_ id: ObjectID) -> Bool {
        guard let handle = try? borrow() else { return false }
        defer { give(back: handle) }
        var oid = git_oid(id)
        return git_odb_exists(handle.database, &oid) == 1
    }

    func allObjectIDs() throws(GitError) -> [ObjectID] {
        let handle = try borrow()
        defer { give(back: handle) }
        var ids: [ObjectID] = []
        let status = withUnsafeMutablePointer(to: &ids) { target in
            git_odb_foreach(
                handle.database,
                { oid, payload in
                    guard let oid, let payload, let id = ObjectID(oid) else { return 0 }
                    payload.assumingMemoryBound(to: [ObjectID].self).pointee.append(id)
                    return 0
                }, target)
        }
        guard status == 0 else {
            throw GitError(
                .io,
                "The objects in \(objectDirectory) cannot be listed: \(LibgitObjectReader.lastMessage)."
            )
        }
        ids.sort()
        var unique: [ObjectID] = []
        unique.reserveCapacity(ids.count)
        for id in ids where unique.last != id { unique.append(id) }
        return unique
    }

    private func header(_ oid: inout git_oid, _ id: ObjectID, _ handle: Handle) throws(GitError)
        -> ObjectHeader
    {
        var size = 0
        var type = GIT_OBJECT_INVALID
        let status = git_odb_read_header(&size, &type, handle.database, &oid)
        guard status == 0 else { throw failure(status, id) }
        guard let kind = ObjectKind(type), size >= 0 else {
            throw GitError(.corruptObject, "Object \(id) has no known type.", objectID: id)
        }
        return ObjectHeader(kind: kind, byteCount: size)
    }

    private func failure(_ status: Int32, _ id: ObjectID) -> GitError {
        if status == GIT_ENOTFOUND.rawValue {
            return GitError(
                .missingObject, "Object \(id) is not in the repository.\(advice)", objectID: id)
        }
        return GitError(
            .corruptObject,
            "Object \(id) cannot be read (\(LibgitObjectReader.lastMessage)); "
                + "`git fsck` tells more, a fresh clone may have it whole.", objectID: id)
    }

    private static var lastMessage: String {
        git_error_last()?.pointee.message.map { String(cString: $0) } ?? "no reason given"
    }

    private func borrow() throws(GitError) -> Handle {
        if let handle = idle.withLock({ $0.popLast() }) { return handle }
        var database: OpaquePointer?
        guard git_odb_open(&database, objectDirectory) == 0, let database else {
            throw GitError(
                .io,
                "The object folder \(objectDirectory) cannot be opened: "
                    + "\(LibgitObjectReader.lastMessage).")
        }
        let handle = Handle(database)
        for alternate in alternates {
            guard git_odb_add_disk_alternate(database, alternate) == 0 else {
                throw GitError(
                    .io,
                    "The alternate object folder \(alternate) cannot be opened: "
                        + "\(LibgitObjectReader.lastMessage).")
            }
        }
        return handle
    }

    private func give(back handle: Handle) { idle.withLock { $0.append(handle) } }
}

extension ObjectKind {
    fileprivate init?(_ type: git_object_t) {
        switch type {
        case GIT_OBJECT_COMMIT: self = .commit
        case GIT_OBJECT_TREE: self = .tree
        case GIT_OBJECT_BLOB: self = .blob
        case GIT_OBJECT_TAG: self = .tag
        default: return nil
        }
    }
}

extension ObjectID {
    fileprivate init?(_ oid: UnsafePointer<git_oid>) {
        self.init(rawBytes: UnsafeRawBufferPointer(start: oid, count: MemoryLayout<git_oid>.size))
    }
}

extension git_oid {
    fileprivate init(_ id: ObjectID) {
        self.init()
        withUnsafeMutableBytes(of: &self) { id.copyBytes(to: $0) }
    }
}
