/// Immutable bytes with one owner: memory from an allocator, a file mapping or a C library.
///
/// `@unchecked Sendable`: the memory is written before `init` and never after, and freed once.
package final class Bytes: @unchecked Sendable {
    private let buffer: UnsafeRawBufferPointer
    private let release: (@Sendable (UnsafeRawBufferPointer) -> Void)?

    /// Takes over `buffer`; `release` frees it when the last reference goes.
    package init(
        taking buffer: UnsafeRawBufferPointer,
        release: (@Sendable (UnsafeRawBufferPointer) -> Void)?
    ) {
        self.buffer = buffer
        self.release = release
    }

    /// Copies `source`.
    package convenience init(copying source: UnsafeRawBufferPointer) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 16)
        copy.copyMemory(from: source)
        self.init(taking: UnsafeRawBufferPointer(copy)) { $0.deallocate() }
    }

    /// Copies an array.
    package convenience init(_ array: [UInt8]) {
        var array = array
        let copy = array.withUnsafeMutableBytes { source in
            let copy = UnsafeMutableRawBufferPointer.allocate(
                byteCount: source.count, alignment: 16)
            copy.copyMemory(from: UnsafeRawBufferPointer(source))
            return UnsafeRawBufferPointer(copy)
        }
        self.init(taking: copy) { $0.deallocate() }
    }

    /// Number of bytes.
    package var count: Int { buffer.count }

    /// Lends the bytes for the duration of `body`.
    package func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(buffer)
    }

    deinit { release?(buffer) }
}
