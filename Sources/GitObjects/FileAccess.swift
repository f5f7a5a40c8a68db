#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// Reads of files and folders of the repository itself, by the calls of the operating system:
/// Foundation would cost the start-up time that the staged path has to spend.
enum FileAccess {
    /// What a path is, without following a symbolic link.
    enum Kind {
        case file
        case folder
        case symbolicLink
        case special
    }

    /// The result of reading a small file.
    enum Content {
        case bytes([UInt8])
        case absent
        case failed(String)
    }

    /// Reads a whole file of at most `maxBytes` bytes.
    static func read(_ path: String, maxBytes: Int) -> Content {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .absent : .failed(reason)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failed(reason) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return status.st_mode & S_IFMT == S_IFDIR ? .absent : .failed("not a regular file")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(Int(status.st_size), maxBytes) + 1)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes {
                systemRead(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { return .bytes(bytes) }
            if count < 0 {
                if errno == EINTR { continue }
                return .failed(reason)
            }
            guard bytes.count + count <= maxBytes else {
                return .failed("larger than \(maxBytes) bytes")
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    private static func systemRead(
        _ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int {
        #if canImport(Darwin)
            Darwin.read(descriptor, target, count)
        #else
            Glibc.read(descriptor, target, count)
        #endif
    }

    /// The names in a folder without `.` and `..`, sorted by their bytes; `nil` when it cannot
    /// be read.
    static func names(inFolder path: [UInt8]) -> [[UInt8]]? {
        guard let folder = withCString(path, { opendir($0) }) else { return nil }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(folder) {
            // `d_name` is declared longer than the record may be: read from the record's memory.
            let name = UnsafeRawPointer(entry).advanced(
                by: MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
            let count = strlen(name.assumingMemoryBound(to: CChar.self))
            let bytes = [UInt8](UnsafeRawBufferPointer(start: name, count: count))
            if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
            names.append(bytes)
        }
        guard errno == 0 else { return nil }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// What stands at a path and its size; `nil` when there is nothing.
    static func status(_ path: [UInt8]) -> (kind: Kind, byteCount: Int)? {
        var status = stat()
        guard withCString(path, { lstat($0, &status) }) == 0 else { return nil }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            default: .special
            }
        return (kind, Int(status.st_size))
    }

    /// What tells whether a folder, or which folder, is meant: its identity and its last change.
    struct FolderStamp: Hashable {
        let device: UInt64
        let inode: UInt64
        let changed: Int
        let changedNanoseconds: Int

        /// Whether both are the same folder, changed or not.
        func isSameFolder(as other: FolderStamp) -> Bool {
            device == other.device && inode == other.inode
        }
    }

    /// The stamp of a folder, through symbolic links; `nil` when there is no folder.
    static func folderStamp(_ path: String) -> FolderStamp? {
        var status = stat()
        guard withCString(Array(path.utf8), { stat($0, &status) }) == 0,
            status.st_mode & S_IFMT == S_IFDIR
        else { return nil }
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        return FolderStamp(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            inode: UInt64(truncatingIfNeeded: status.st_ino), changed: Int(changed.tv_sec),
            changedNanoseconds: Int(changed.tv_nsec))
    }

    /// An environment variable, when it is set and not empty.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    private static var reason: String { String(cString: strerror(errno)) }

    private static func withCString<Result>(
        _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result?
    ) -> Result? {
        // A NUL inside would cut the path short and name another file.
        if path.contains(0) { return nil }
        var terminated = path.map { CChar(bitPattern: $0) }
        terminated.append(0)
        return terminated.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap(body)
        }
    }
}
