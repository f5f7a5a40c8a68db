package import ScanModel

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Reads regular files whole, within a size limit.
///
/// By `read` and not by a mapping: a file that shrinks while it is scanned would end the process
/// with SIGBUS.
package enum FileReader {
    /// The bytes of a regular file.
    ///
    /// Never blocks on a FIFO that took the file's place, and follows no symbolic link in the last
    /// component unless `followsLink`.
    /// - Throws: `.missing`, `.unreadable`, `.tooLarge`, `.special`.
    package static func read(
        _ path: [UInt8], maxBytes: Int, followsLink: Bool = false
    ) throws(InputError) -> Bytes {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW)
        let descriptor = (path + [0]).withUnsafeBufferPointer { path in
            path.withMemoryRebound(to: CChar.self) { path in
                path.baseAddress.map { open($0, flags) } ?? -1
            }
        }
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw InputError(.special, "not a regular file")
        }
        let size = Int(status.st_size)
        guard size <= maxBytes else { throw tooLarge(size, maxBytes) }
        return try readAll(descriptor, expecting: size, maxBytes: maxBytes)
    }

    /// Reads to the end, also when the file grew, or claims no size as those of `/proc` do.
    private static func readAll(
        _ descriptor: Int32, expecting size: Int, maxBytes: Int
    ) throws(InputError) -> Bytes {
        var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size + 1, alignment: 16)
        var count = 0
        var error: InputError?
        while true {
            if count == buffer.count {
                let larger = UnsafeMutableRawBufferPointer.allocate(
                    byteCount: buffer.count * 2, alignment: 16)
                larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
                buffer.deallocate()
                buffer = larger
            }
            let target = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let received = systemRead(descriptor, target.baseAddress, target.count)
            if received < 0 && errno == EINTR { continue }
            if received < 0 { error = failure(errno) }
            if received <= 0 { break }
            count += received
            if count > maxBytes {
                error = tooLarge(count, maxBytes)
                break
            }
        }
        if let error {
            buffer.deallocate()
            throw error
        }
        let whole = UnsafeRawBufferPointer(buffer)
        return Bytes(taking: UnsafeRawBufferPointer(rebasing: whole[..<count])) { $0.deallocate() }
    }

    private static func systemRead(
        _ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, target, count)
        #else
            Darwin.read(descriptor, target, count)
        #endif
    }

    private static func tooLarge(_ size: Int, _ limit: Int) -> InputError {
        InputError(
            .tooLarge,
            "\(size) bytes, more than the limit of \(limit); raise --max-file-size to scan it")
    }

    static func failure(_ code: Int32) -> InputError {
        let reason = String(cString: strerror(code))
        return code == ENOENT || code == ENOTDIR
            ? InputError(.missing, "no such file or folder")
            : InputError(.unreadable, "cannot be read: \(reason)")
    }
}
