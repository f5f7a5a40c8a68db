#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A report file that appears whole or not at all.
///
/// Bytes go to a temporary file beside the target, which takes the target's place at `finish`.
/// A symbolic link at the target is replaced and never followed: in a hostile tree it could point
/// anywhere. Nothing is synced: a report can be made again.
package final class ReportFile: ReportSink {
    private let target: String
    private let temporary: String
    private var descriptor: Int32

    /// Takes over an open descriptor of `temporary`.
    init(target: String, temporary: String, descriptor: Int32) {
        self.target = target
        self.temporary = temporary
        self.descriptor = descriptor
    }

    /// Opens what a report at `path` needs, before the scan.
    ///
    /// Devices, FIFOs and sockets, and whatever is under `/dev` or `/proc` (`/dev/stdout` is a
    /// link to the real file), are opened and written in place.
    ///
    /// - Throws: `folderMissing`, `targetIsFolder`, `notWritable`, `diskFull`, `writeFailed`.
    package static func prepare(path: String) throws(ReportError) -> any ReportSink {
        var status = stat()
        let exists = stat(path, &status) == 0
        let kind = status.st_mode & S_IFMT
        if path.hasSuffix("/") || (exists && kind == S_IFDIR) {
            throw .opening(path, errno: EISDIR)
        }
        if (exists && kind != S_IFREG) || path.hasPrefix("/dev/") || path.hasPrefix("/proc/") {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .opening(path, errno: errno) }
            return DescriptorSink(descriptor: descriptor, place: path, closesDescriptor: true)
        }
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        // Hidden and cut short, so that the name is legal wherever the target's is.
        let stem =
            path[..<cut] + "." + String(decoding: path[cut...].utf8.prefix(200), as: UTF8.self)
        for attempt in 0..<100 {
            let temporary = "\(stem).\(getpid())-\(attempt).tmp"
            let descriptor = open(
                temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                return ReportFile(target: path, temporary: temporary, descriptor: descriptor)
            }
            guard errno == EEXIST || errno == EINTR else { throw .opening(path, errno: errno) }
        }
        throw .opening(path, errno: EEXIST)
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError) {
        let number = DescriptorSink.writeAll(bytes, to: descriptor)
        guard number == 0 else {
            discard()
            throw .writing(target, errno: number)
        }
    }

    package func finish() throws(ReportError) {
        guard descriptor >= 0 else { return }
        let closed = close(descriptor)
        let closeNumber = errno
        descriptor = -1
        // Network file systems report a full disk only here.
        guard closed == 0 || closeNumber == EINTR else {
            _ = unlink(temporary)
            throw .writing(target, errno: closeNumber)
        }
        guard rename(temporary, target) == 0 else {
            let number = errno
            _ = unlink(temporary)
            throw .opening(target, errno: number)
        }
    }

    package func discard() {
        guard descriptor >= 0 else { return }
        _ = close(descriptor)
        descriptor = -1
        _ = unlink(temporary)
    }

    deinit { discard() }
}
