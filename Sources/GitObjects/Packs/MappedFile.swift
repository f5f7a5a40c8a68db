#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// A file mapped into memory for reading; unmapped with its owner, whatever became of the file.
///
/// `@unchecked Sendable`: the mapping is read-only and lives as long as the object.
final class MappedFile: @unchecked Sendable {
    /// The file's content as it was when it was opened; valid while this object lives.
    let bytes: UnsafeRawBufferPointer

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
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
            start != MAP_FAILED
        else { throw MappedFile.failure(path) }
        bytes = UnsafeRawBufferPointer(start: start, count: count)
    }

    deinit {
        if let start = bytes.baseAddress {
            munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
        }
    }

    private static func failure(_ path: String) -> GitError {
        GitError(.io, "\(path) cannot be read: \(String(cString: strerror(errno))).")
    }
}
