#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// A file mapped into memory for reading; unmapped with its owner, whatever became of the file.
/// Or bytes made in memory that stand for one.
///
/// `@unchecked Sendable`: the mapping is read-only and lives as long as the object.
final class MappedFile: @unchecked Sendable {
    /// The file's content as it was when it was opened; valid while this object lives.
    let bytes: UnsafeRawBufferPointer
    private let isMapped: Bool

    /// Maps a regular file.
    /// - Throws: `io` when it cannot be opened or mapped.
    init(_ path: String) throws(GitError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw MappedFile.failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw MappedFile.failure(path) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw GitError(.io, "\(path) is not a regular file.")
        }
        let count = Int(status.st_size)
        // An empty file cannot be mapped and has nothing to read.
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            isMapped = false
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
            start != MAP_FAILED
        else { throw MappedFile.failure(path) }
        bytes = UnsafeRawBufferPointer(start: start, count: count)
        isMapped = true
    }

    /// Copies what stands for the content of a file.
    init(copying content: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
        copy.copyBytes(from: content)
        bytes = UnsafeRawBufferPointer(copy)
        isMapped = false
    }

    deinit {
        guard isMapped, let start = bytes.baseAddress else {
            bytes.deallocate()
            return
        }
        munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }

    private static func failure(_ path: String) -> GitError {
        GitError(.io, "\(path) cannot be read: \(String(cString: strerror(errno))).")
    }
}
