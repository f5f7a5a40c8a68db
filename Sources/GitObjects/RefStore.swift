import ScanModel

/// Reads refs and reflogs from the files of a repository.
///
/// An own reader, because libgit2's iterator silently passes over a ref that it cannot read, and
/// what is not read must be named.
struct RefStore {
    /// Something that names an object from outside the database.
    struct Tip {
        let id: ObjectID
        /// The ref or reflog, for messages.
        let name: String
        /// Whether it comes from a reflog: those may outlive their objects.
        let isReflog: Bool
    }

    /// A ref or HEAD file's content.
    enum Target {
        case object(ObjectID)
        case symbolic(String)
        case broken
        case absent
    }

    let gitDirectory: String
    let commonDirectory: String
    let format: ObjectFormat

    /// No ref file is longer than a path; packed refs and reflogs of large repositories are.
    private static let maxRefBytes = 1 << 16
    private static let maxListBytes = 1 << 30
    private static let maxFolderDepth = 64

    /// What HEAD points to, after at most five symbolic steps as in git.
    func head() -> (target: Target, branch: String?) {
        var branch: String?
        var target = read(gitDirectory + "HEAD")
        for _ in 0..<5 {
            guard case .symbolic(let name) = target else { return (target, branch) }
            guard RefStore.isSafe(name) else { return (.broken, nil) }
            branch = branch ?? name
            target = lookup(name)
        }
        return (.broken, branch)
    }

    /// What a full ref name, or that of a file such as `FETCH_HEAD`, leads to through at most five
    /// symbolic steps.
    func resolve(_ name: String) -> ObjectID? {
        var name = name
        for _ in 0...5 {
            guard RefStore.isSafe(name) else { return nil }
            switch lookup(name) {
            case .object(let id): return id
            case .symbolic(let next): name = next
            case .broken, .absent: return nil
            }
        }
        return nil
    }

    /// Looks a full ref name up: loose files first, then packed refs.
    private func lookup(_ name: String) -> Target {
        for folder in [gitDirectory, commonDirectory] {
            let target = read(folder + name)
            if case .absent = target { continue }
            return target
        }
        var ledger = NoticeLedger()
        if let packed = packedRefs(&ledger).first(where: { $0.name == name }) {
            return .object(packed.id)
        }
        return .absent
    }

    /// Every ref of the repository and of its linked work trees, and their HEADs; sorted by name,
    /// HEAD first.
    func refs(_ ledger: inout NoticeLedger) -> [Tip] {
        var byName: [String: ObjectID] = [:]
        for tip in packedRefs(&ledger) { byName[tip.name] = tip.id }
        var folders = [(path: commonDirectory, label: "")]
        if gitDirectory != commonDirectory { folders.append((gitDirectory, "")) }
        for tree in linkedWorkTrees() {
            folders.append((commonDirectory + "worktrees/\(tree)/", "worktrees/\(tree)/"))
        }
        for folder in folders {
            collectLoose(folder.path, "refs", folder.label, &byName, &ledger)
            guard folder.path != gitDirectory else { continue }
            if case .object(let id) = read(folder.path + "HEAD") {
                byName[folder.label + "HEAD"] = id
            }
        }
        let sorted = byName.sorted { $0.key < $1.key }.map {
            Tip(id: $0.value, name: $0.key, isReflog: false)
        }
        let head = head()
        switch head.target {
        case .object(let id): return [Tip(id: id, name: "HEAD", isReflog: false)] + sorted
        case .absent, .symbolic: return sorted
        case .broken:
            ledger.add(RefStore.broken("HEAD"))
            return sorted
        }
    }

    /// Every object that a reflog names, each once, in the order of the files' names.
    func reflogTips(_ ledger: inout NoticeLedger) -> [Tip] {
        var tips: [Tip] = []
        var seen: Set<ObjectID> = []
        var folders = [commonDirectory]
        if gitDirectory != commonDirectory { folders.append(gitDirectory) }
        folders += linkedWorkTrees().map { commonDirectory + "worktrees/\($0)/" }
        for folder in folders {
            for file in files(below: Array((folder + "logs").utf8), &ledger) {
                readReflog(file, &tips, &seen, &ledger)
            }
        }
        return tips
    }

    private func readReflog(
        _ path: [UInt8], _ tips: inout [Tip], _ seen: inout Set<ObjectID>,
        _ ledger: inout NoticeLedger
    ) {
        let name = String(decoding: path, as: UTF8.self)
        let bytes: [UInt8]
        switch FileAccess.read(name, maxBytes: RefStore.maxListBytes) {
        case .bytes(let content): bytes = content
        case .absent: return
        case .failed(let reason):
            ledger.add(
                GitNotice(
                    .reflogBroken, "The reflog \(name) cannot be read: \(reason).", path: name,
                    isIncomplete: true))
            return
        }
        let digits = format.idByteCount * 2
        var brokenLines = 0
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            // `old SP new SP who TAB why`
            let old = line.prefix(digits)
            let new = line.dropFirst(digits + 1).prefix(digits)
            guard line.count > 2 * digits + 1, line[line.startIndex + digits] == 0x20,
                let oldID = ObjectID(hex: String(decoding: old, as: UTF8.self)),
                let newID = ObjectID(hex: String(decoding: new, as: UTF8.self))
            else {
                brokenLines += 1
                continue
            }
            for id in [oldID, newID] where !id.isZero && seen.insert(id).inserted {
                tips.append(Tip(id: id, name: name, isReflog: true))
            }
        }
        if brokenLines > 0 {
            ledger.add(
                GitNotice(
                    .reflogBroken,
                    "\(brokenLines) lines of the reflog \(name) are not in git's format; "
                        + "the objects they may name are not followed.",
                    path: name, isIncomplete: true))
        }
    }

    /// The commits behind which a shallow clone ends.
    func shallowBoundary() throws(GitError) -> Set<ObjectID> {
        let path = commonDirectory + "shallow"
        switch FileAccess.read(path, maxBytes: RefStore.maxListBytes) {
        case .absent: return []
        case .failed(let reason):
            throw GitError(.io, "The file \(path) cannot be read: \(reason).")
        case .bytes(let bytes):
            var boundary: Set<ObjectID> = []
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                if let id = ObjectID(hex: String(decoding: line, as: UTF8.self)) {
                    boundary.insert(id)
                }
            }
            return boundary
        }
    }

    private func packedRefs(_ ledger: inout NoticeLedger) -> [Tip] {
        let path = commonDirectory + "packed-refs"
        let bytes: [UInt8]
        switch FileAccess.read(path, maxBytes: RefStore.maxListBytes) {
        case .absent: return []
        case .failed(let reason):
            ledger.add(
                GitNotice(
                    .refBroken, "The packed refs cannot be read: \(reason).", path: path,
                    isIncomplete: true))
            return []
        case .bytes(let content): bytes = content
        }
        var tips: [Tip] = []
        let digits = format.idByteCount * 2
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            // `#` starts the header, `^` the peeled target of the tag above.
            if line.first == UInt8(ascii: "#") || line.first == UInt8(ascii: "^") { continue }
            let name = String(decoding: line.dropFirst(digits + 1), as: UTF8.self)
            guard line.count > digits + 1,
                let id = ObjectID(hex: String(decoding: line.prefix(digits), as: UTF8.self))
            else {
                ledger.add(RefStore.broken("a line of packed-refs"))
                continue
            }
            tips.append(Tip(id: id, name: name, isReflog: false))
        }
        return tips
    }

    private func collectLoose(
        _ folder: String, _ top: String, _ label: String, _ byName: inout [String: ObjectID],
        _ ledger: inout NoticeLedger
    ) {
        for file in files(below: Array((folder + top).utf8), &ledger) {
            let path = String(decoding: file, as: UTF8.self)
            let name = label + path.dropFirst(folder.count)
            // Git takes neither for a ref: locks of a writer, and what a file manager leaves.
            let isHidden = name.split(separator: "/").last?.hasPrefix(".") ?? true
            if isHidden || name.hasSuffix(".lock") { continue }
            switch read(path) {
            case .object(let id): byName[name] = id
            // The target of a symbolic ref is a ref itself; one that leads nowhere holds nothing.
            case .symbolic, .absent: continue
            case .broken:
                byName[name] = nil
                ledger.add(RefStore.broken(name))
            }
        }
    }

    private func linkedWorkTrees() -> [String] {
        (FileAccess.names(inFolder: Array((commonDirectory + "worktrees").utf8)) ?? []).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The regular files below a folder, sorted by path.
    private func files(below top: [UInt8], _ ledger: inout NoticeLedger) -> [[UInt8]] {
        var files: [[UInt8]] = []
        var pending = [(path: top, depth: 0)]
        while let (folder, depth) = pending.popLast() {
            guard FileAccess.status(folder)?.kind == .folder else { continue }
            let text = String(decoding: folder, as: UTF8.self)
            guard depth < RefStore.maxFolderDepth, let names = FileAccess.names(inFolder: folder)
            else {
                ledger.add(
                    GitNotice(
                        .folderUnreadable,
                        "The folder \(text) cannot be read; the refs in it are not followed.",
                        path: text, isIncomplete: true))
                continue
            }
            for name in names {
                let path = folder + [UInt8(ascii: "/")] + name
                switch FileAccess.status(path)?.kind {
                case .folder: pending.append((path, depth + 1))
                case .file, .symbolicLink: files.append(path)
                default: continue
                }
            }
        }
        return files.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func read(_ path: String) -> Target {
        switch FileAccess.read(path, maxBytes: RefStore.maxRefBytes) {
        case .absent: return .absent
        case .failed: return .broken
        case .bytes(let bytes):
            let text = String(decoding: bytes, as: UTF8.self)
            let trimmed = text.drop { $0 == " " }.prefix { $0 != "\n" && $0 != "\r\n" }
            if trimmed.hasPrefix("ref:") {
                return .symbolic(String(trimmed.dropFirst(4).drop { $0 == " " || $0 == "\t" }))
            }
            let digits = text.prefix { $0.isHexDigit }
            guard digits.utf8.count == format.idByteCount * 2, let id = ObjectID(hex: digits) else {
                return .broken
            }
            return .object(id)
        }
    }

    /// Whether a symbolic target stays inside the repository.
    private static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.utf8.contains(0)
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }

    private static func broken(_ name: String) -> GitNotice {
        GitNotice(
            .refBroken,
            "The ref \(name) names no object; what it should reach may not have been read. "
                + "Delete or repair it (`git fsck` lists such refs).",
            path: name, isIncomplete: true)
    }
}
