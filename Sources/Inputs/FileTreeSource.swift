private import GitObjects
package import ScanModel

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Lists the files of paths on disk; decides nothing about their content.
///
/// In a git work tree: tracked files, and untracked ones that are not ignored. Symbolic links are
/// never followed below a named path: what they point at inside the tree is listed by itself.
package struct FileTreeSource {
    private let honoursGitignore: Bool
    private let limits: ScanLimits
    private var listing = FileListing()
    private var seen: Set<[UInt8]> = []

    /// Lists everything below `paths`.
    ///
    /// - Throws: `.missing` or `.unreadable` for a path that the user named, before anything is
    ///   scanned.
    package static func list(
        _ paths: [String], honoursGitignore: Bool, limits: ScanLimits
    ) throws(InputError) -> FileListing {
        var source = FileTreeSource(honoursGitignore: honoursGitignore, limits: limits)
        for path in paths { try source.add(path) }
        source.listing.files.sort { $0.displayPath < $1.displayPath }
        return source.listing
    }

    private init(honoursGitignore: Bool, limits: ScanLimits) {
        self.honoursGitignore = honoursGitignore
        self.limits = limits
    }

    private mutating func add(_ path: String) throws(InputError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let failure = FileReader.failure(errno)
            throw InputError(failure.code, "\(path): \(failure.message)")
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            let name = path.hasPrefix("/") ? FileTreeSource.lastComponent(path) : path
            append(
                FileItem(
                    pathBytes: Array(path.utf8), displayPath: FileTreeSource.clean(name),
                    isNamed: true))
        case S_IFDIR:
            guard access(path, R_OK | X_OK) == 0 else {
                throw InputError(.unreadable, "\(path): cannot be read: permission denied")
            }
            if honoursGitignore, addWorkTree(path) { return }
            // A relative path stays in front, so that it can be opened from the report.
            walk(path, display: path.hasPrefix("/") ? "" : FileTreeSource.clean(path))
        default: addSpecial(FileTreeSource.clean(path))
        }
    }

    /// Lists a folder of a git work tree.
    /// - Returns: `false` when it is none or git's index cannot be read: then it is walked whole.
    private mutating func addWorkTree(_ path: String) -> Bool {
        guard let repository = try? GitRepository.open(at: path, limits: limits),
            let workTree = repository.info.workTree,
            let root = FileTreeSource.resolved(workTree),
            let folder = FileTreeSource.resolved(path),
            folder == root || folder.hasPrefix(root == "/" ? "/" : root + "/")
        else { return false }
        let below = folder == root ? "" : String(folder.dropFirst(root.utf8.count + 1))
        guard let files = try? repository.workTreeFiles(below: below.isEmpty ? [] : [below]) else {
            return false
        }
        for file in files.files {
            append(
                FileItem(
                    pathBytes: Array((root + "/").utf8) + file.pathBytes, displayPath: file.path))
        }
        for file in files.specialFiles { addSpecial(file) }
        for notice in files.notices {
            listing.notices.append(
                InputNotice(
                    code: notice.code.rawValue, message: notice.message, path: notice.path,
                    isIncomplete: notice.isIncomplete))
        }
        listing.ignoredCount += files.ignoredCount
        return true
    }

    private mutating func append(_ item: FileItem) {
        if seen.insert(item.pathBytes).inserted { listing.files.append(item) }
    }

    private mutating func addSpecial(_ path: String) {
        listing.notices.append(
            InputNotice(
                code: InputError.Code.special.rawValue,
                message: "socket, device or FIFO: skipped", path: path, isIncomplete: false))
    }

    /// Walks a folder without recursion, so that depth costs no stack.
    private mutating func walk(_ root: String, display: String) {
        var pending = [(path: Array(root.utf8), display: display, depth: 0)]
        while let folder = pending.popLast() {
            guard folder.depth <= limits.maxPathDepth else {
                note(
                    .tooLarge, "deeper than \(limits.maxPathDepth) folders: not scanned",
                    folder.display)
                continue
            }
            guard let names = FileTreeSource.names(in: folder.path) else {
                note(
                    .unreadable, "folder cannot be read: \(String(cString: strerror(errno)))",
                    folder.display)
                continue
            }
            for name in names {
                let path = folder.path + (folder.path.last == 0x2F ? [] : [0x2F]) + name
                let text = String(decoding: name, as: UTF8.self)
                let shown = folder.display.isEmpty ? text : folder.display + "/" + text
                var status = stat()
                guard FileTreeSource.withPath(path, { lstat($0, &status) }) == 0 else {
                    note(.unreadable, FileReader.failure(errno).message, shown)
                    continue
                }
                switch status.st_mode & S_IFMT {
                case S_IFREG: append(FileItem(pathBytes: path, displayPath: shown))
                case S_IFDIR where text == ".git":
                    // The objects are the history command's business; the configuration of a clone
                    // that somebody copied here is a file with addresses and passwords.
                    let config = path + Array("/config".utf8)
                    if FileTreeSource.withPath(config, { lstat($0, &status) }) == 0,
                        status.st_mode & S_IFMT == S_IFREG
                    {
                        append(FileItem(pathBytes: config, displayPath: shown + "/config"))
                    }
                case S_IFDIR: pending.append((path, shown, folder.depth + 1))
                case S_IFLNK: break
                default: addSpecial(shown)
                }
            }
        }
    }

    private static func withPath<Result>(
        _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
    ) -> Result? {
        (path + [0]).withUnsafeBufferPointer { path in
            path.withMemoryRebound(to: CChar.self) { path in path.baseAddress.map(body) }
        }
    }

    private mutating func note(_ code: InputError.Code, _ message: String, _ path: String) {
        listing.notices.append(
            InputNotice(code: code.rawValue, message: message, path: path, isIncomplete: true))
    }

    private static func names(in folder: [UInt8]) -> [[UInt8]]? {
        guard let opened = withPath(folder, { opendir($0) }), let stream = opened else {
            return nil
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
        }
        return names
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func lastComponent(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    /// Without `.` components and trailing slashes; `..` stays, as the user wrote it.
    private static func clean(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
