private import CBzip2
private import CLZMA
private import CLibdeflate
private import CZstd

/// Decompresses one stream into memory, never more than it is told.
///
/// Nothing is believed of what a stream says about its size: the output grows as it comes.
package enum Decompression {
    /// Memory that a decoder may take for its window, in bytes.
    private static let maxWindowBytes: UInt64 = 160 << 20

    /// All that a stream holds.
    ///
    /// - Throws: `.damaged`, `.limit` when it holds more than `maxBytes`, `.library`.
    package static func decompress(
        _ input: UnsafeRawBufferPointer, as format: CompressedFormat, maxBytes: Int
    ) throws(ArchiveError) -> [UInt8] {
        switch format {
        case .gzip: try deflated(input, isGzip: true, maxBytes: maxBytes)
        case .zlib: try deflated(input, isGzip: false, maxBytes: maxBytes)
        case .zstd: try zstd(input, maxBytes: maxBytes)
        case .bzip2: try bzip2(input, maxBytes: maxBytes)
        case .xz: try xz(input, maxBytes: maxBytes)
        }
    }

    /// All that a stream in memory holds; without a magic of another format it is zlib's.
    ///
    /// - Throws: as above.
    package static func decompress(
        _ input: [UInt8], maxBytes: Int
    ) throws(ArchiveError) -> [UInt8] {
        let source = UnsafeRawBufferPointer.copy(of: input)
        defer { source.deallocate() }
        return try decompress(
            source, as: CompressedFormat.detect(source) ?? .zlib, maxBytes: maxBytes)
    }

    /// What a raw deflate stream (RFC 1951) holds.
    ///
    /// - Parameter sizeHint: what is said of its size; a wrong one costs time and nothing else.
    /// - Throws: as `decompress`.
    package static func inflate(
        _ input: UnsafeRawBufferPointer, sizeHint: Int, maxBytes: Int
    ) throws(ArchiveError) -> [UInt8] {
        guard let decompressor = libdeflate_alloc_decompressor() else { throw noMemory }
        defer { libdeflate_free_decompressor(decompressor) }
        return try grown(from: max(64, sizeHint), maxBytes: maxBytes) { room in
            var filled = 0
            let status = libdeflate_deflate_decompress(
                decompressor, input.baseAddress, input.count, room.baseAddress, room.count, &filled)
            return (status, filled)
        }
    }

    private static let noMemory = ArchiveError(.library, "no memory to decompress")
    private static let damaged = ArchiveError(.damaged, "the compressed data is damaged or cut off")

    static func tooLong(_ maxBytes: Int) -> ArchiveError {
        ArchiveError(.limit, "it holds more than \(maxBytes) bytes")
    }

    /// Tries with more and more room.
    private static func grown(
        from first: Int, maxBytes: Int,
        _ body: (UnsafeMutableRawBufferPointer) -> (libdeflate_result, Int)
    ) throws(ArchiveError) -> [UInt8] {
        var capacity = min(first, maxBytes)
        while true {
            var status = LIBDEFLATE_BAD_DATA
            let bytes = [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { room, count in
                let outcome = body(
                    UnsafeMutableRawBufferPointer(
                        rebasing: UnsafeMutableRawBufferPointer(room)[..<capacity]))
                status = outcome.0
                count = status == LIBDEFLATE_SUCCESS ? min(outcome.1, capacity) : 0
            }
            switch status {
            case LIBDEFLATE_SUCCESS: return bytes
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                guard capacity < maxBytes else { throw tooLong(maxBytes) }
                capacity = min(maxBytes, capacity > maxBytes / 4 ? maxBytes : capacity * 4)
            default: throw damaged
            }
        }
    }

    private static func deflated(
        _ input: UnsafeRawBufferPointer, isGzip: Bool, maxBytes: Int
    ) throws(ArchiveError) -> [UInt8] {
        guard let decompressor = libdeflate_alloc_decompressor() else { throw noMemory }
        defer { libdeflate_free_decompressor(decompressor) }
        var output: [UInt8] = []
        var offset = 0
        // A gzip file may hold several members (RFC 1952 §2.2); zeros may follow the last one.
        repeat {
            let rest = UnsafeRawBufferPointer(rebasing: input[offset...])
            if offset > 0, CompressedFormat.detect(rest) != .gzip { break }
            var used = 0
            let member = try grown(
                from: max(1024, rest.count > 1 << 28 ? 1 << 28 : rest.count * 4),
                maxBytes: maxBytes - output.count
            ) { room in
                var filled = 0
                used = 0
                let status =
                    isGzip
                    ? libdeflate_gzip_decompress_ex(
                        decompressor, rest.baseAddress, rest.count, room.baseAddress, room.count,
                        &used, &filled)
                    : libdeflate_zlib_decompress_ex(
                        decompressor, rest.baseAddress, rest.count, room.baseAddress, room.count,
                        &used, &filled)
                return (status, filled)
            }
            if output.isEmpty { output = member } else { output += member }
            guard used > 0 else { break }
            offset += used
        } while isGzip && offset < input.count
        return output
    }

    private static func zstd(
        _ input: UnsafeRawBufferPointer, maxBytes: Int
    ) throws(ArchiveError) -> [UInt8] {
        guard let stream = ZSTD_createDStream() else { throw noMemory }
        defer { ZSTD_freeDStream(stream) }
        _ = ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 27)
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var hint = 1
        let output = try streamed(maxBytes: maxBytes) { room in
            var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
            let before = source.pos
            hint = ZSTD_decompressStream(stream, &target, &source)
            if ZSTD_isError(hint) != 0 { return .damaged }
            if source.pos == source.size, target.pos < target.size { return .end(target.pos) }
            if target.pos == 0, source.pos == before { return .damaged }
            return .more(target.pos)
        }
        guard hint == 0 else { throw damaged }
        return output
    }

    private static func bzip2(
        _ input: UnsafeRawBufferPointer, maxBytes: Int
    ) throws(ArchiveError) -> [UInt8] {
        var stream = bz_stream()
        guard BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK else { throw noMemory }
        defer { BZ2_bzDecompressEnd(&stream) }
        let base = input.assumingMemoryBound(to: CChar.self).baseAddress
        stream.next_in = UnsafeMutablePointer(mutating: base)
        stream.avail_in = UInt32(clamping: input.count)
        return try streamed(maxBytes: maxBytes) { room in
            stream.next_out = room.assumingMemoryBound(to: CChar.self).baseAddress
            stream.avail_out = UInt32(clamping: room.count)
            let before = stream.avail_in
            let status = BZ2_bzDecompress(&stream)
            let filled = room.count - Int(stream.avail_out)
            if status == BZ_STREAM_END {
                // Files of several streams come from parallel compressors.
                guard stream.avail_in > 4, let next = stream.next_in, next[0] == 0x42,
                    next[1] == 0x5A
                else { return .end(filled) }
                let rest = stream.avail_in
                BZ2_bzDecompressEnd(&stream)
                stream = bz_stream()
                guard BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK else { return .damaged }
                stream.next_in = next
                stream.avail_in = rest
                return .more(filled)
            }
            guard status == BZ_OK, filled > 0 || stream.avail_in < before else { return .damaged }
            return .more(filled)
        }
    }

    private static func xz(
        _ input: UnsafeRawBufferPointer, maxBytes: Int
    ) throws(ArchiveError) -> [UInt8] {
        var stream = lzma_stream()
        // LZMA_CONCATENATED, a macro that is not imported.
        guard lzma_stream_decoder(&stream, maxWindowBytes, 0x08) == LZMA_OK else { throw noMemory }
        defer { lzma_end(&stream) }
        stream.next_in = input.assumingMemoryBound(to: UInt8.self).baseAddress
        stream.avail_in = input.count
        return try streamed(maxBytes: maxBytes) { room in
            stream.next_out = room.assumingMemoryBound(to: UInt8.self).baseAddress
            stream.avail_out = room.count
            let status = lzma_code(&stream, LZMA_FINISH)
            let filled = room.count - stream.avail_out
            switch status {
            case LZMA_STREAM_END: return .end(filled)
            case LZMA_OK: return .more(filled)
            default: return .damaged
            }
        }
    }

    private enum Step {
        /// So many bytes were written, and more may follow.
        case more(Int)
        /// So many bytes were written, and they were the last.
        case end(Int)
        case damaged
    }

    private static func streamed(
        maxBytes: Int, _ step: (UnsafeMutableRawBufferPointer) -> Step
    ) throws(ArchiveError) -> [UInt8] {
        var output: [UInt8] = []
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { room.deallocate() }
        var idle = 0
        while true {
            let outcome = step(room)
            let filled: Int
            switch outcome {
            case .damaged: throw damaged
            case .more(let count), .end(let count): filled = min(max(0, count), room.count)
            }
            guard filled <= maxBytes - output.count else { throw tooLong(maxBytes) }
            output.append(
                contentsOf: UnsafeRawBufferPointer(
                    rebasing: UnsafeRawBufferPointer(room)[..<filled]))
            if case .end = outcome { return output }
            idle = filled == 0 ? idle + 1 : 0
            // Empty blocks without end are no data.
            if idle > 1000 { throw damaged }
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The bytes in memory of their own, which the caller gives back.
    fileprivate static func copy(of bytes: [UInt8]) -> UnsafeRawBufferPointer {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        copy.copyBytes(from: bytes)
        return UnsafeRawBufferPointer(copy)
    }
}
