private import CLibdeflate

/// Inflates zlib streams of known size; belongs to one thread.
///
/// The checksum at the end of a stream is verified.
struct Inflater: ~Copyable {
    /// What came of one stream.
    enum Outcome: Equatable {
        /// The stream filled the output; it took so many bytes of the input.
        case complete(inputByteCount: Int)
        /// The stream holds more than the output has room for.
        case tooLong
        /// The stream is broken, ends early or holds less than the output has room for.
        case corrupt
    }

    private let decompressor: OpaquePointer

    /// - Throws: `library` when there is no memory.
    init() throws(GitError) {
        guard let decompressor = libdeflate_alloc_decompressor() else {
            throw GitError(.library, "There is no memory to inflate objects.")
        }
        self.decompressor = decompressor
    }

    deinit { libdeflate_free_decompressor(decompressor) }

    /// Inflates one stream from the start of `input` into all of `output`.
    borrowing func inflate(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> Outcome {
        var used = 0
        let status = libdeflate_zlib_decompress_ex(
            decompressor, input.baseAddress, input.count, output.baseAddress, output.count,
            &used, nil)
        switch status {
        case LIBDEFLATE_SUCCESS: return .complete(inputByteCount: used)
        case LIBDEFLATE_INSUFFICIENT_SPACE: return .tooLong
        default: return .corrupt
        }
    }

    /// Inflates one stream of unknown size.
    /// - Returns: how many bytes of `output` it filled; `nil` when it is broken; more than
    ///   `output.count` when there was not enough room.
    borrowing func inflatePrefix(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> Int? {
        var filled = 0
        let status = libdeflate_zlib_decompress(
            decompressor, input.baseAddress, input.count, output.baseAddress, output.count,
            &filled)
        switch status {
        case LIBDEFLATE_SUCCESS: return filled
        case LIBDEFLATE_INSUFFICIENT_SPACE: return output.count + 1
        default: return nil
        }
    }

    /// The CRC-32 of some bytes, as pack indexes have it.
    static func crc32(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        libdeflate_crc32(0, bytes.baseAddress, bytes.count)
    }
}
