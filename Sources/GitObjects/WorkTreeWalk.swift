import ScanModel

/// Walks a work tree by `lstat`: tracked files always, untracked ones unless they are ignored.
struct WorkTreeWalk {
    private struct Folder {
        /// Relative to the top, without a slash at the end; empty for the top.
        let path: [UInt8]
        let depth: Int
        /// Whether ignore rules are asked below it: not below a folder that was asked for by name.
        let asksIgnore: Bool
        /// Whether it is ignored itself and only walked for the tracked files in it.
        let isIgnored: Bool
    }

    private let repository: GitRepository
    private let top: [UInt8]
    private var tracked: Set<[UInt8]> = []
    private var trackedFolders: Set<[UInt8]> = []
    private var submodules: Set<[UInt8]> = []
    private var pending: [Folder] = []

    private var files: [WorkTreeFile] = []
    private var symbolicLinks: [[UInt8]] = []
    private var specialFiles: [[UInt8]] = []
    private var ignoredCount = 0
    private var ledger = NoticeLedger()

    init(_ repository: GitRepository, top: String, index: IndexFile) {
        self.repository = repository
        self.top = Array(top.utf8)
        for entry in index.entries {
            let path = Array(index.path(entry))
            switch TreeEntry.Kind(mode: entry.mode) {
            case .gitlink: submodules.insert(path)
            // A folder of a sparse index: nothing of it is checked out.
            case .tree: continue
            case .blob, .symbolicLink: tracked.insert(path)
            }
            var end = path.count
            while let slash = path[..<end].lastIndex(of: UInt8(ascii: "/")) {
                if !trackedFolders.insert(Array(path[..<slash])).inserted { break }
                end = slash
            }
        }
    }

    mutating func run(below starts: [String]) throws(GitError) -> WorkTreePlan {
        if starts.isEmpty {
            pending.append(Folder(path: [], depth: 0, asksIgnore: true, isIgnored: false))
            drain()
        }
        for start in starts {
            try begin(at: start)
            drain()
        }
        return plan()
    }

    private mutating func begin(at start: String) throws(GitError) {
        var names = start.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
        names.removeAll { $0 == [UInt8(ascii: ".")] }
        guard !names.contains(Array("..".utf8)) else {
            throw GitError(.io, "The path \(start) leads out of the work tree.")
        }
        let path = Array(names.joined(separator: [UInt8(ascii: "/")]))
        guard !path.isEmpty else {
            pending.append(Folder(path: [], depth: 0, asksIgnore: true, isIgnored: false))
            return
        }
        guard let status = FileAccess.status(top + path) else {
            throw GitError(.io, "\(start) does not exist in the work tree.")
        }
        if status.kind == .folder {
            // What is asked for by name is read even when it is ignored.
            let isIgnored = repository.libgit.isIgnored(path + [UInt8(ascii: "/")])
            pending.append(
                Folder(path: path, depth: names.count, asksIgnore: !isIgnored, isIgnored: false))
        } else {
            add(path, status, isTracked: tracked.contains(path))
        }
    }

    private mutating func drain() {
        while let folder = pending.popLast() { visit(folder) }
    }

    private mutating func visit(_ folder: Folder) {
        let text = String(decoding: folder.path, as: UTF8.self)
        guard folder.depth <= repository.limits.maxPathDepth else {
            ledger.add(
                GitNotice(
                    .pathDepth,
                    "The folder is nested deeper than \(repository.limits.maxPathDepth) folders "
                        + "and was not read.",
                    path: text, isIncomplete: true))
            return
        }
        guard let names = FileAccess.names(inFolder: top + folder.path) else {
            ledger.add(
                GitNotice(
                    .folderUnreadable, "The folder cannot be read; check its permissions.",
                    path: text, isIncomplete: true))
            return
        }
        let prefix = folder.path.isEmpty ? [] : folder.path + [UInt8(ascii: "/")]
        for name in names where name != Array(".git".utf8) {
            let path = prefix + name
            // Gone between listing and looking: nothing is left to read.
            guard let status = FileAccess.status(top + path) else { continue }
            if status.kind == .folder {
                visitFolder(path, in: folder)
            } else if tracked.contains(path) {
                add(path, status, isTracked: true)
            } else if folder.isIgnored || (folder.asksIgnore && repository.libgit.isIgnored(path)) {
                ignoredCount += 1
            } else {
                add(path, status, isTracked: false)
            }
        }
    }

    private mutating func visitFolder(_ path: [UInt8], in folder: Folder) {
        if submodules.contains(path) {
            ledger.add(TreeNotices.submodule(String(decoding: path, as: UTF8.self)))
            return
        }
        let hasTracked = trackedFolders.contains(path)
        let isIgnored =
            folder.isIgnored
            || (folder.asksIgnore && repository.libgit.isIgnored(path + [UInt8(ascii: "/")]))
        if isIgnored, !hasTracked {
            ignoredCount += 1
            return
        }
        // A tracked folder cannot be another repository: git would have recorded a gitlink.
        if !hasTracked, FileAccess.status(top + path + Array("/.git".utf8)) != nil {
            let text = String(decoding: path, as: UTF8.self)
            ledger.add(
                GitNotice(
                    .nestedRepository,
                    "The folder is a git repository of its own and was not read; scan it there.",
                    path: text, isIncomplete: false))
            return
        }
        pending.append(
            Folder(
                path: path, depth: folder.depth + 1, asksIgnore: folder.asksIgnore,
                isIgnored: isIgnored))
    }

    private mutating func add(
        _ path: [UInt8], _ status: (kind: FileAccess.Kind, byteCount: Int), isTracked: Bool
    ) {
        switch status.kind {
        case .file:
            files.append(
                WorkTreeFile(pathBytes: path, byteCount: status.byteCount, isTracked: isTracked))
        case .symbolicLink: symbolicLinks.append(path)
        case .special, .folder: specialFiles.append(path)
        }
    }

    /// Sorts, and drops what overlapping starting points gave twice.
    private func plan() -> WorkTreePlan {
        func sorted(_ paths: [[UInt8]]) -> [String] {
            Set(paths).sorted { $0.lexicographicallyPrecedes($1) }
                .map { String(decoding: $0, as: UTF8.self) }
        }
        var unique: [WorkTreeFile] = []
        for file in files.sorted(by: { $0.pathBytes.lexicographicallyPrecedes($1.pathBytes) })
        where unique.last?.pathBytes != file.pathBytes {
            unique.append(file)
        }
        return WorkTreePlan(
            files: unique, symbolicLinks: sorted(symbolicLinks),
            specialFiles: sorted(specialFiles), ignoredCount: ignoredCount,
            notices: ledger.notices)
    }
}
