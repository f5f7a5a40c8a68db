package import ScanModel

/// The objects of a repository: its packs and loose objects, and those that it borrows.
///
/// Packs are mapped once and stay readable though a repack deletes them. An object that stands in
/// several places is read from the first where it is whole.
package final class ObjectDatabase: ObjectReader {
    package let objectFormat: ObjectFormat
    private let folders: ObjectFolders
    private let looseFolders: [LooseFolder]
    /// Added to the message about a missing object: what to do about it in this repository.
    private let advice: String
    private let shelf: Guarded<PackShelf>
    private let cache: BaseCache
    private let idle = Guarded<[PackReader]>([])

    /// Opens a folder `objects`; the alternates it names are read too.
    /// - Parameters:
    ///   - alternates: further object folders, as in `GIT_ALTERNATE_OBJECT_DIRECTORIES`.
    ///   - cacheByteCount: how much is kept of what others are made from.
    /// - Throws: `io` when the folder cannot be opened.
    package init(
        objectDirectory: String, alternates: [String] = [], format: ObjectFormat = .sha1,
        advice: String = "", cacheByteCount: Int = 16 << 20
    ) throws(GitError) {
        objectFormat = format
        let folders = try ObjectFolders(own: objectDirectory, alternates: alternates)
        self.folders = folders
        looseFolders = folders.paths.map { LooseFolder(path: $0, format: format) }
        self.advice = advice
        shelf = Guarded(PackShelf(folders.paths, format: format))
        cache = BaseCache(maxBytes: cacheByteCount)
    }

    /// What is wrong with folders, packs and indexes so far.
    package var notices: [GitNotice] { folders.notices + shelf.withLock { $0 }.notices }

    package func read(_ id: ObjectID, maxBytes: Int) throws(GitError) -> StoredObject {
        try find(
            id,
            inPack: { reader, pack, position throws(GitError) in
                try reader.read(id, at: position, of: pack, maxBytes: maxBytes)
            },
            inFolder: { reader, folder throws(GitError) in
                try folder.read(id, maxBytes: maxBytes, inflater: reader.inflater)
            })
    }

    package func header(_ id: ObjectID) throws(GitError) -> ObjectHeader {
        try find(
            id,
            inPack: { reader, pack, position throws(GitError) in
                try reader.header(id, at: position, of: pack)
            },
            inFolder: { reader, folder throws(GitError) in
                try folder.header(id, inflater: reader.inflater)
            })
    }

    package func contains(_ id: ObjectID) -> Bool {
        var shelf = shelf.withLock { $0 }
        while true {
            if shelf.packs.contains(where: { $0.index.position(of: id) != nil }) { return true }
            if looseFolders.contains(where: { $0.contains(id) }) { return true }
            guard let newer = renewed(after: shelf) else { return false }
            shelf = newer
        }
    }

    package func allObjectIDs() throws(GitError) -> [ObjectID] {
        let (shelf, loose) = try settled()
        var ids = loose.map(\.id)
        for pack in shelf.packs {
            ids.reserveCapacity(ids.count + pack.index.count)
            for position in 0..<pack.index.count { ids.append(pack.index.id(at: position)) }
        }
        ids.sort()
        var unique: [ObjectID] = []
        unique.reserveCapacity(ids.count)
        for id in ids where unique.last != id { unique.append(id) }
        return unique
    }

    /// Every object that stands in the folders now, by number, for a sweep over all of them; and
    /// what is wrong with folders, packs and indexes.
    /// - Throws: `io` when a folder cannot be listed.
    func catalog() throws(GitError) -> (catalog: ObjectCatalog, notices: [GitNotice]) {
        let (shelf, loose) = try settled()
        var notices = folders.notices + shelf.notices
        for pack in shelf.packs where pack.index.order() == .broken {
            notices.append(
                GitNotice(
                    .packCorrupt,
                    "The index of the pack \(pack.path) is not sorted: some of its objects are not "
                        + "found by their ids. `git index-pack` makes a new one.", path: pack.path,
                    isIncomplete: true))
        }
        let catalog = ObjectCatalog(
            packs: shelf.packs, looseFolders: looseFolders, loose: loose, format: objectFormat)
        return (catalog, notices)
    }

    /// The ids that begin with some hexadecimal digits, two of them at most; at least four digits.
    func ids(beginningWith digits: String) throws(GitError) -> [ObjectID] {
        let even = digits.utf8.count % 2 == 0 ? digits : digits + "0"
        var prefix: [UInt8] = []
        var rest = even[...]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return [] }
            prefix.append(byte)
            rest = rest.dropFirst(2)
        }
        let count = digits.utf8.count
        guard count >= 4, count <= objectFormat.idByteCount * 2 else { return [] }
        let (shelf, loose) = try settled()
        var found: Set<ObjectID> = []
        for pack in shelf.packs { found.formUnion(pack.index.matches(prefix, digits: count)) }
        for object in loose where object.id.begins(with: prefix, digits: count) {
            found.insert(object.id)
        }
        return Array(found.sorted().prefix(2))
    }

    /// Tries every place that has an object, until one gives it.
    private func find<Found>(
        _ id: ObjectID, inPack: (PackReader, PackFile, Int) throws(GitError) -> Found,
        inFolder: (PackReader, LooseFolder) throws(GitError) -> Found?
    ) throws(GitError) -> Found {
        let reader = try borrow()
        defer { giveBack(reader) }
        var fault: GitError?
        var shelf = shelf.withLock { $0 }
        while true {
            for pack in shelf.packs {
                guard let position = pack.index.position(of: id) else { continue }
                do throws(GitError) {
                    return try inPack(reader, pack, position)
                } catch {
                    fault = fault ?? error
                }
            }
            for folder in looseFolders {
                do throws(GitError) {
                    if let found = try inFolder(reader, folder) { return found }
                } catch {
                    fault = fault ?? error
                }
            }
            guard let newer = renewed(after: shelf) else { break }
            shelf = newer
        }
        throw fault
            ?? GitError(
                .missingObject, "Object \(id) is not in the repository.\(advice)", objectID: id)
    }

    /// A newer shelf than the one where something was missed; `nil` when nothing has changed.
    private func renewed(after old: PackShelf) -> PackShelf? {
        shelf.withLock { shelf in
            if shelf !== old, shelf.packs.count != old.packs.count { return shelf }
            guard let (newer, isNew) = shelf.renewed(folders.paths, format: objectFormat) else {
                return nil
            }
            shelf = newer
            return isNew ? newer : nil
        }
    }

    /// Packs and loose objects at a moment when none moved from the ones to the others.
    private func settled() throws(GitError) -> (PackShelf, [(id: ObjectID, folder: Int)]) {
        var loose: [(id: ObjectID, folder: Int)] = []
        for _ in 0..<4 {
            loose = []
            for (number, folder) in looseFolders.enumerated() {
                for id in try folder.ids() { loose.append((id, number)) }
            }
            if renewed(after: shelf.withLock { $0 }) == nil { break }
        }
        if looseFolders.count > 1 { loose.sort { ($0.id, $0.folder) < ($1.id, $1.folder) } }
        return (shelf.withLock { $0 }, loose)
    }

    private func borrow() throws(GitError) -> PackReader {
        if let reader = idle.withLock({ $0.popLast() }) { return reader }
        return try PackReader(cache: cache)
    }

    private func giveBack(_ reader: PackReader) { idle.withLock { $0.append(reader) } }
}
