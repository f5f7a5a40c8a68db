#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// The folder of the cache's files, open. Several processes may share it: files appear whole, by
/// a rename, and no link is followed in their place.
final class CacheFolder: Sendable {
    /// What came of looking for a file.
    enum Content {
        case bytes([UInt8])
        case absent
        /// There is something, but no regular file that can be read.
        case unfit
    }

    private let descriptor: Int32

    /// Longest file that is read, in bytes.
    private static let maxFileBytes = 256 << 20
    /// A temporary file of this age in seconds has no writer any more.
    private static let maxTemporaryAge = 3600
    private static let temporaryPrefix = ".new-"
    private static let suffixes = [".report", ".blobs"]

    /// Opens a folder, and makes it where it is not there, for its owner alone.
    ///
    /// - Parameter mustBeOwn: whether a folder of somebody else's, or one that others may write
    ///   to, will not do.
    init?(_ path: String, mustBeOwn: Bool) {
        var end = path.startIndex
        while end < path.endIndex {
            end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
            // What is there already, or cannot be made, shows when the folder is opened.
            mkdir(String(path[..<end]), 0o700)
        }
        let opened = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { return nil }
        var status = stat()
        guard fstat(opened, &status) == 0,
            !mustBeOwn || (status.st_uid == geteuid() && status.st_mode & 0o022 == 0)
        else {
            close(opened)
            return nil
        }
        descriptor = opened
    }

    deinit { close(descriptor) }

    /// Reads a file; its time becomes now, as that of one that is in use.
    func read(_ name: String) -> Content {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return errno == ENOENT ? .absent : .unfit }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size <= CacheFolder.maxFileBytes
        else { return .unfit }
        let size = Int(status.st_size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { target, count in
            count = 0
            while count < size {
                let rest = UnsafeMutableBufferPointer(rebasing: target[count...])
                let got = pread(file, rest.baseAddress, rest.count, off_t(count))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                count += got
            }
        }
        futimens(file, nil)
        return .bytes(bytes)
    }

    /// Writes a file beside its place and moves it there; whatever stood there is replaced.
    /// - Returns: whether that worked.
    func write(_ bytes: [UInt8], to name: String) -> Bool {
        guard bytes.count <= CacheFolder.maxFileBytes else { return false }
        let temporary =
            CacheFolder.temporaryPrefix + "\(getpid())-" + String(UInt64.random(in: .min ... .max))
        let file = openat(
            descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        var done = 0
        bytes.withUnsafeBytes { source in
            while done < source.count {
                let rest = UnsafeRawBufferPointer(rebasing: source[done...])
                let put = pwrite(file, rest.baseAddress, rest.count, off_t(done))
                if put < 0, errno == EINTR { continue }
                guard put > 0 else { break }
                done += put
            }
        }
        let isWhole = close(file) == 0 && done == bytes.count
        guard isWhole, renameat(descriptor, temporary, descriptor, name) == 0 else {
            unlinkat(descriptor, temporary, 0)
            return false
        }
        return true
    }

    /// Removes the files that were not used for the longest, until the rest takes no more than
    /// `maxBytes`, and what interrupted writers left.
    func trim(to maxBytes: Int) {
        var files: [(time: Int, name: String, byteCount: Int)] = []
        for name in names() {
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
                status.st_mode & S_IFMT == S_IFREG
            else { continue }
            #if canImport(Darwin)
                let changed = Int(status.st_mtimespec.tv_sec)
            #else
                let changed = Int(status.st_mtim.tv_sec)
            #endif
            if name.hasPrefix(CacheFolder.temporaryPrefix) {
                if time(nil) - changed > CacheFolder.maxTemporaryAge {
                    unlinkat(descriptor, name, 0)
                }
            } else {
                files.append((changed, name, Int(status.st_size)))
            }
        }
        var sum = files.reduce(0) { $0 + $1.byteCount }
        for file in files.sorted(by: { ($0.time, $0.name) < ($1.time, $1.name) })
        where sum > maxBytes {
            if unlinkat(descriptor, file.name, 0) == 0 { sum -= file.byteCount }
        }
    }

    /// The names of the cache's files and temporary files.
    private func names() -> [String] {
        // Another descriptor: the listing owns and closes it.
        let listed = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard listed >= 0 else { return [] }
        guard let folder = fdopendir(listed) else {
            close(listed)
            return []
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            // `d_name` is declared longer than the record may be: read from the record's memory.
            let start = UnsafeRawPointer(entry).advanced(
                by: MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
            let name = String(cString: start.assumingMemoryBound(to: CChar.self))
            if name.hasPrefix(CacheFolder.temporaryPrefix)
                || CacheFolder.suffixes.contains(where: name.hasSuffix)
            {
                names.append(name)
            }
        }
        return names
    }
}
