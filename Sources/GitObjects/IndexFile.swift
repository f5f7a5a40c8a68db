import ScanModel

/// A git index, parsed from its raw bytes (versions 2 to 4).
///
/// An own reader, because libgit2 1.5 refuses sparse indexes and those without a checksum
/// (`index.skipHash`), and does not tell the cached tree ids that make `staged` quick.
/// - Source: git's `Documentation/gitformat-index.txt`.
struct IndexFile {
    /// One entry; its path is a range of `pathBytes`.
    struct Entry {
        let mode: UInt32
        let id: ObjectID
        /// 0 for a merged entry, 1 to 3 for the sides of a conflict.
        let stage: UInt8
        let isIntentToAdd: Bool
        let pathStart: Int
        let pathCount: Int
    }

    /// The id of the tree that a folder's entries make, where git has it cached.
    struct CachedTree {
        /// `nil` when something below has changed since.
        let id: ObjectID?
        /// Its subfolders by name.
        var children: [[UInt8]: Int]
    }

    static let empty = IndexFile()

    private(set) var entries: [Entry] = []
    private(set) var pathBytes: [UInt8] = []
    /// The cached trees; the root comes first.
    private(set) var cachedTrees: [CachedTree] = []

    private static let maxCachedTreeDepth = 4096
    /// Entries take 64 bytes at least, and no system has paths of more than 4,096.
    private static let maxPathBytesPerByte = 64

    private init() {}

    /// - Throws: `corruptIndex`, `unsupportedIndex`.
    init(_ bytes: [UInt8], path: String, format: ObjectFormat) throws(GitError) {
        let isParsed = try Bytes(bytes).withUnsafeBytes { buffer throws(GitError) in
            try parse(buffer, path: path, idByteCount: format.idByteCount)
        }
        guard isParsed else {
            throw GitError(
                .corruptIndex,
                "The index \(path) does not parse; `git status` tells more, and removing it and "
                    + "`git reset` makes a new one.")
        }
    }

    /// The path of an entry.
    func path(_ entry: Entry) -> ArraySlice<UInt8> {
        pathBytes[entry.pathStart..<entry.pathStart + entry.pathCount]
    }

    private mutating func parse(
        _ bytes: UnsafeRawBufferPointer, path: String, idByteCount: Int
    ) throws(GitError) -> Bool {
        var cursor = IndexCursor(bytes)
        guard cursor.word() == 0x4449_5243, let version = cursor.word(), let count = cursor.word()
        else { return false }
        guard (2...4).contains(version) else {
            throw GitError(
                .unsupportedIndex, "The index \(path) has version \(version), which is unknown.")
        }
        // Each entry takes at least 62 bytes: a forged count must not reserve gigabytes.
        guard Int(count) <= bytes.count / (42 + idByteCount) else { return false }
        entries.reserveCapacity(Int(count))
        pathBytes.reserveCapacity(bytes.count)
        for _ in 0..<count {
            guard parseEntry(&cursor, version: version, idByteCount: idByteCount) else {
                return false
            }
        }
        // Extensions first: the entries of a split index have no paths.
        guard try parseExtensions(&cursor, path: path, idByteCount: idByteCount) else {
            return false
        }
        return entries.allSatisfy { $0.pathCount > 0 } && isSorted()
    }

    private mutating func parseEntry(
        _ cursor: inout IndexCursor, version: UInt32, idByteCount: Int
    ) -> Bool {
        let start = cursor.position
        // ctime and mtime (16 bytes), dev and inode (8) come before the mode, uid, gid and size
        // (12) after it.
        guard cursor.skip(24), let mode = cursor.word(), cursor.skip(12),
            let id = cursor.id(idByteCount), let flags = cursor.half()
        else { return false }
        var extendedFlags: UInt16 = 0
        if flags & 0x4000 != 0 {
            guard version >= 3, let more = cursor.half() else { return false }
            extendedFlags = more
        }
        let pathStart = pathBytes.count
        if version == 4 {
            guard let removed = cursor.variableLength(), let suffix = cursor.terminated() else {
                return false
            }
            let lastCount = entries.last?.pathCount ?? 0
            let lastStart = entries.last?.pathStart ?? 0
            guard removed <= lastCount else { return false }
            // Prefixes multiply: a small file could name gigabytes.
            let kept = lastCount - removed
            let (most, isOver) = cursor.byteCount.multipliedReportingOverflow(
                by: IndexFile.maxPathBytesPerByte)
            guard isOver || pathBytes.count + kept + suffix.count <= most else { return false }
            // One by one: a slice would share the array, and each append then copy all of it.
            for index in lastStart..<lastStart + kept { pathBytes.append(pathBytes[index]) }
            pathBytes.append(contentsOf: suffix)
        } else {
            guard let name = cursor.terminated() else { return false }
            pathBytes.append(contentsOf: name)
            // Padded with NULs, one of them read, to a multiple of eight.
            let used = cursor.position - start - 1
            guard cursor.skip(7 - used % 8) else { return false }
        }
        let pathCount = pathBytes.count - pathStart
        entries.append(
            Entry(
                mode: mode, id: id, stage: UInt8((flags >> 12) & 3),
                isIntentToAdd: extendedFlags & 0x2000 != 0, pathStart: pathStart,
                pathCount: pathCount))
        return true
    }

    private func isSorted() -> Bool {
        pathBytes.withUnsafeBytes { all in
            func name(_ entry: Entry) -> UnsafeRawBufferPointer {
                UnsafeRawBufferPointer(
                    rebasing: all[entry.pathStart..<entry.pathStart + entry.pathCount])
            }
            for (left, right) in zip(entries, entries.dropFirst()) {
                let order = name(left).order(to: name(right))
                if order > 0 || (order == 0 && left.stage >= right.stage) { return false }
            }
            return true
        }
    }

    private mutating func parseExtensions(
        _ cursor: inout IndexCursor, path: String, idByteCount: Int
    ) throws(GitError) -> Bool {
        while cursor.remaining > idByteCount + 8 {
            guard let signature = cursor.word(), let size = cursor.word(),
                let content = cursor.take(Int(size))
            else { return false }
            switch signature {
            case 0x5452_4545:  // TREE
                var inner = IndexCursor(content)
                // Only a shortcut: without it everything is compared.
                if !parseCachedTrees(&inner, idByteCount: idByteCount) { cachedTrees = [] }
            case 0x7364_6972:  // sdir: entries may be whole folders, which `staged` knows.
                continue
            default:
                // Git's rule: a name that starts in lower case must be understood.
                guard signature >> 24 >= 0x61, signature >> 24 <= 0x7A else { continue }
                throw GitError(
                    .unsupportedIndex,
                    "The index \(path) is split or has another extension that is not supported; "
                        + "`git update-index --no-split-index` makes it whole.")
            }
        }
        return true
    }

    private mutating func parseCachedTrees(_ cursor: inout IndexCursor, idByteCount: Int) -> Bool {
        /// Folders that still expect subfolders.
        var open: [(tree: Int, remaining: Int)] = []
        repeat {
            guard let name = cursor.terminated(),
                let entryCount = cursor.decimal(endedBy: UInt8(ascii: " ")),
                let childCount = cursor.decimal(endedBy: UInt8(ascii: "\n"))
            else { return false }
            var id: ObjectID?
            if entryCount >= 0 {
                guard let cached = cursor.id(idByteCount) else { return false }
                id = cached
            }
            let number = cachedTrees.count
            cachedTrees.append(CachedTree(id: id, children: [:]))
            if let parent = open.last {
                cachedTrees[parent.tree].children[Array(name)] = number
                open[open.count - 1].remaining -= 1
            }
            if childCount > 0 { open.append((number, childCount)) }
            guard open.count <= IndexFile.maxCachedTreeDepth else { return false }
            while let last = open.last, last.remaining == 0 { open.removeLast() }
        } while !open.isEmpty
        return true
    }
}
