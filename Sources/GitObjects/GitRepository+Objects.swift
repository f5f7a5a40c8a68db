package import ScanModel

extension GitRepository {
    /// Reads a blob.
    /// - Throws: `missingObject`, `objectTooLarge`, or `corruptObject` when it cannot be read or
    ///   is no blob.
    /// - Parameter maxBytes: the repository's own limit unless given.
    package func readBlob(_ id: ObjectID, maxBytes: Int? = nil) throws(GitError) -> Bytes {
        try read(id, as: .blob, maxBytes: maxBytes)
    }

    /// Reads and parses a commit.
    /// - Throws: as `readBlob`, and `corruptObject` when it does not parse.
    package func commitDetails(_ id: ObjectID) throws(GitError) -> RawCommit {
        let bytes = try read(id, as: .commit)
        guard let commit = RawCommit(id: id, bytes: bytes, format: reader.objectFormat) else {
            throw GitError(.corruptObject, "Commit \(id) does not parse.", objectID: id)
        }
        return commit
    }

    /// Reads and parses an annotated tag.
    /// - Throws: as `commitDetails`.
    package func tagDetails(_ id: ObjectID) throws(GitError) -> RawTag {
        let bytes = try read(id, as: .tag)
        guard let tag = RawTag(id: id, bytes: bytes, format: reader.objectFormat) else {
            throw GitError(.corruptObject, "Tag \(id) does not parse.", objectID: id)
        }
        return tag
    }

    /// Reads an object that has to be of a kind.
    func read(
        _ id: ObjectID, as kind: ObjectKind, maxBytes: Int? = nil
    ) throws(GitError) -> Bytes {
        let object = try reader.read(id, maxBytes: maxBytes ?? limits.maxBlobBytes)
        guard object.kind == kind else {
            throw GitError(
                .corruptObject,
                "Object \(id) is a \(object.kind.rawValue) where a \(kind.rawValue) was expected.",
                objectID: id)
        }
        return object.bytes
    }

    /// The object that a revision names.
    /// - Throws: `badRevision`.
    package func resolve(_ revision: String) throws(GitError) -> ObjectID {
        // libgit2 1.5 knows no ids but those of SHA-1.
        guard info.objectFormat == .sha1 else {
            return try RevisionResolver(self).resolve(revision)
        }
        return try libgit.resolve(revision)
    }

    /// Prepares a visit of every object of the repository; what is wrong with packs and folders
    /// is told beside it.
    /// - Throws: `io` when a folder of objects cannot be listed.
    package func objectSweep(
        limits: SweepLimits = SweepLimits()
    ) throws(GitError) -> (sweep: ObjectSweep, notices: [GitNotice]) {
        let (catalog, notices) = try database.catalog()
        return (ObjectSweep(catalog, limits: limits, database: database), notices)
    }

    /// The commit that a revision names, through annotated tags.
    /// - Throws: `badRevision`, also when it names something else than a commit.
    package func resolveCommit(_ revision: String) throws(GitError) -> ObjectID {
        var id = try resolve(revision)
        // A tag of a tag of a tag … is legal; an endless ring of forged ones is cut off.
        for _ in 0..<64 {
            switch try reader.header(id).kind {
            case .commit: return id
            case .tag: id = try tagDetails(id).target
            case .tree, .blob:
                throw GitError(.badRevision, "The revision \(revision) does not name a commit.")
            }
        }
        throw GitError(.badRevision, "The revision \(revision) is a tag of too many tags.")
    }

    /// The content of a file in a commit, for configuration that must not come from the change
    /// under judgement; `nil` when the commit has no regular file there.
    /// - Throws: `badRevision`, `missingObject`, `corruptObject`, `objectTooLarge`.
    package func blob(at revision: String, path: String) throws(GitError) -> Bytes? {
        try blob(at: resolveCommit(revision), path: path)
    }

    /// As `blob(at:path:)`, for the id of a commit.
    package func blob(at commit: ObjectID, path: String) throws(GitError) -> Bytes? {
        guard let id = try blobID(at: commit, path: path) else { return nil }
        return try readBlob(id)
    }

    /// The id of a file's content in a commit; `nil` when the commit has no regular file there.
    /// - Throws: `missingObject`, `corruptObject`.
    package func blobID(at commit: ObjectID, path: String) throws(GitError) -> ObjectID? {
        var tree = try commitDetails(commit).tree
        let names = path.split(separator: "/")
        guard let last = names.last else { return nil }
        for name in names.dropLast() {
            guard let entry = try entry(named: name, in: tree), entry.kind == .tree else {
                return nil
            }
            tree = entry.id
        }
        guard let entry = try entry(named: last, in: tree), entry.kind == .blob else { return nil }
        return entry.id
    }

    private func entry(named name: Substring, in tree: ObjectID) throws(GitError)
        -> (id: ObjectID, kind: TreeEntry.Kind)?
    {
        try read(tree, as: .tree).withUnsafeBytes { bytes in
            for entry in TreeEntries(bytes, format: reader.objectFormat)
            where entry.name.elementsEqual(name.utf8) {
                return (entry.id, entry.kind)
            }
            return nil
        }
    }
}
