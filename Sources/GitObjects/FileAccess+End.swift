#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

extension FileAccess {
    /// The size of a file in decimal digits and its last 64 bytes, room for the two checksums that
    /// an index ends with; `nil` when it cannot be read.
    static func sizeAndEnd(of path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        let size = Int(status.st_size)
        let count = min(size, 64)
        var bytes = [UInt8](repeating: 0, count: count)
        let read = bytes.withUnsafeMutableBytes {
            pread(descriptor, $0.baseAddress, count, off_t(size - count))
        }
        return read == count ? Array("\(size) ".utf8) + bytes : nil
    }
}
