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

    /// Streams after one another: bgzip writes one for 64 KiB, the others for more.
    private static let maxStreams = 100_000

    /// All that a stream holds.
    ///
    /// - Throws: `.damaged`, `.limit` when it holds more than `maxBytes`, `.library`.
    package static func decompress(
        _ input: UnsafeRawBufferPointer, as format: CompressedFormat, maxBytes: Int
    ) throws(ArchiveError) -> [UInt8] {
        var written = 0
        return try decompress(input, as: format, maxBytes: maxBytes, written: &written)
    }

    /// All that a stream in memory holds; without a magic of another format it is zlib's.
    ///
    /// - Parameter written: grows by the bytes that were written, also in vain.
    /// - Throws: as above.
    package static func decompress(
        _ input: [UInt8], maxBytes: Int, written: inout Int
    ) throws(ArchiveError) -> [UInt8] {
        let source = UnsafeRawBufferPointer.copy(of: input)
        defer { source.deallocate() }
        return try decompress(
            source, as: CompressedFormat.detect(source) ?? .zlib, maxBytes: maxBytes,
            written: &written)
    }

    private static func decompress(
        _ input: UnsafeRawBufferPointer, as format: CompressedFormat, maxBytes: Int,
        written: inout Int
    ) throws(ArchiveError) -> [UInt8] {
        let unpacked = unpack(input, as: format, maxBytes: maxBytes)
        written += unpacked.writtenBytes
        if let error = unpacked.error { throw error }
        return unpacked.bytes
    }

    /// Unpacks a stream, and those of its format that follow right after it: compressors that work
    /// in parallel, and people who append to logs, write several.
    static func unpack(
        _ input: UnsafeRawBufferPointer, as format: CompressedFormat, maxBytes: Int
    ) -> Unpacked {
        var whole = Unpacked()
        var streams = 0
        // Every stream takes some of the input.
        repeat {
            streams += 1
            guard streams <= maxStreams else {
                whole.error = ArchiveError(.limit, "it has more streams than are read")
                return whole
            }
            let rest = UnsafeRawBufferPointer(rebasing: input[whole.usedBytes...])
            let room = maxBytes - whole.bytes.count
            // One after another is seldom much larger than the one before.
            let hint =
                whole.usedBytes == 0
                ? min(rest.count, 1 << 28) * 4 : min(rest.count * 4, 64 << 10)
            var stream: Unpacked
            switch format {
            case .gzip: stream = deflated(rest, isGzip: true, sizeHint: hint, maxBytes: room)
            case .zlib: stream = deflated(rest, isGzip: false, sizeHint: hint, maxBytes: room)
            case .zstd: stream = zstd(rest, maxBytes: room)
            case .bzip2: stream = bzip2(rest, maxBytes: room)
            case .xz: stream = xz(rest, maxBytes: room)
            }
            whole.writtenBytes += stream.writtenBytes
            whole.error = stream.error
            if stream.error?.code == .limit {
                // Bombs are not looked into.
                whole.bytes = []
                return whole
            }
            if whole.bytes.isEmpty { swap(&whole.bytes, &stream.bytes) }
            whole.bytes += stream.bytes
            guard stream.error == nil, stream.usedBytes > 0 else { return whole }
            whole.usedBytes += min(stream.usedBytes, rest.count)
            if format == .xz { whole.usedBytes += padding(input, from: whole.usedBytes) }
        } while whole.usedBytes < input.count
            && CompressedFormat.detect(
                UnsafeRawBufferPointer(rebasing: input[whole.usedBytes...])) == format
        return whole
    }

    /// Zeros between streams.
    private static func padding(_ input: UnsafeRawBufferPointer, from start: Int) -> Int {
        input[start...].prefix { $0 == 0 }.count
    }

    /// What a raw deflate stream (RFC 1951) holds.
    ///
    /// - Parameter sizeHint: what is said of its size; a wrong one costs time and nothing else.
    static func inflate(
        _ input: UnsafeRawBufferPointer, sizeHint: Int, maxBytes: Int
    ) -> Unpacked {
        guard let decompressor = libdeflate_alloc_decompressor() else {
            return Unpacked(error: noMemory)
        }
        defer { libdeflate_free_decompressor(decompressor) }
        return grown(from: max(64, sizeHint), maxBytes: maxBytes) { room, used, filled in
            libdeflate_deflate_decompress_ex(
                decompressor, input.baseAddress, input.count, room.baseAddress, room.count,
                &used, &filled)
        }
    }

    /// CRC-32 of bytes, as gzip and zip have it.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> Int {
        Int(libdeflate_crc32(0, bytes.baseAddress, bytes.count))
    }

    private static let noMemory = ArchiveError(.library, "no memory to decompress")
    private static let damaged = ArchiveError(.damaged, "the compressed data is damaged or cut off")

    static func tooLong(_ maxBytes: Int) -> ArchiveError {
        ArchiveError(.limit, "it holds more than \(maxBytes) bytes")
    }

    /// Tries with more and more room.
    private static func grown(
        from first: Int, maxBytes: Int,
        _ body: (UnsafeMutableRawBufferPointer, inout Int, inout Int) -> libdeflate_result
    ) -> Unpacked {
        var outcome = Unpacked()
        var capacity = min(first, max(0, maxBytes))
        while true {
            var status = LIBDEFLATE_BAD_DATA
            var used = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { room, count in
                var filled = 0
                status = body(
                    UnsafeMutableRawBufferPointer(
                        rebasing: UnsafeMutableRawBufferPointer(room)[..<capacity]), &used, &filled)
                count = status == LIBDEFLATE_SUCCESS ? min(filled, capacity) : 0
            }
            switch status {
            case LIBDEFLATE_SUCCESS:
                // What was tried before is a part of it at most.
                outcome.writtenBytes = bytes.count
                outcome.bytes = bytes
                outcome.usedBytes = used
                return outcome
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                outcome.writtenBytes += capacity
                guard capacity < maxBytes else {
                    outcome.error = tooLong(maxBytes)
                    return outcome
                }
                capacity = min(maxBytes, capacity > maxBytes / 4 ? maxBytes : capacity * 4)
            default:
                // It is not said how far it came.
                outcome.writtenBytes += capacity / 4
                outcome.error = damaged
                return outcome
            }
        }
    }

    private static func deflated(
        _ input: UnsafeRawBufferPointer, isGzip: Bool, sizeHint: Int, maxBytes: Int
    ) -> Unpacked {
        guard let decompressor = libdeflate_alloc_decompressor() else {
            return Unpacked(error: noMemory)
        }
        defer { libdeflate_free_decompressor(decompressor) }
        return grown(from: max(1024, sizeHint), maxBytes: maxBytes) { room, used, filled in
            isGzip
                ? libdeflate_gzip_decompress_ex(
                    decompressor, input.baseAddress, input.count, room.baseAddress, room.count,
                    &used, &filled)
                : libdeflate_zlib_decompress_ex(
                    decompressor, input.baseAddress, input.count, room.baseAddress, room.count,
                    &used, &filled)
        }
    }

    private static func zstd(_ input: UnsafeRawBufferPointer, maxBytes: Int) -> Unpacked {
        guard let stream = ZSTD_createDStream() else { return Unpacked(error: noMemory) }
        defer { ZSTD_freeDStream(stream) }
        _ = ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 27)
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        return streamed(maxBytes: maxBytes) { room in
            var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
            let before = source.pos
            let hint = ZSTD_decompressStream(stream, &target, &source)
            if ZSTD_isError(hint) != 0 { return .damaged(target.pos) }
            if hint == 0 { return .end(target.pos, used: source.pos) }
            if target.pos == 0, source.pos == before { return .damaged(0) }
            return .more(target.pos)
        }
    }

    private static func bzip2(_ input: UnsafeRawBufferPointer, maxBytes: Int) -> Unpacked {
        var stream = bz_stream()
        guard BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK else { return Unpacked(error: noMemory) }
        defer { BZ2_bzDecompressEnd(&stream) }
        let base = input.assumingMemoryBound(to: CChar.self).baseAddress
        stream.next_in = UnsafeMutablePointer(mutating: base)
        let available = UInt32(clamping: input.count)
        stream.avail_in = available
        return streamed(maxBytes: maxBytes) { room in
            stream.next_out = room.assumingMemoryBound(to: CChar.self).baseAddress
            stream.avail_out = UInt32(clamping: room.count)
            let before = stream.avail_in
            let status = BZ2_bzDecompress(&stream)
            let filled = room.count - Int(stream.avail_out)
            if status == BZ_STREAM_END {
                return .end(filled, used: Int(available - stream.avail_in))
            }
            guard status == BZ_OK, filled > 0 || stream.avail_in < before else {
                return .damaged(filled)
            }
            return .more(filled)
        }
    }

    private static func xz(_ input: UnsafeRawBufferPointer, maxBytes: Int) -> Unpacked {
        var stream = lzma_stream()
        guard lzma_stream_decoder(&stream, maxWindowBytes, 0) == LZMA_OK else {
            return Unpacked(error: noMemory)
        }
        defer { lzma_end(&stream) }
        stream.next_in = input.assumingMemoryBound(to: UInt8.self).baseAddress
        stream.avail_in = input.count
        return streamed(maxBytes: maxBytes) { room in
            stream.next_out = room.assumingMemoryBound(to: UInt8.self).baseAddress
            stream.avail_out = room.count
            let status = lzma_code(&stream, LZMA_FINISH)
            let filled = room.count - stream.avail_out
            switch status {
            case LZMA_STREAM_END: return .end(filled, used: input.count - stream.avail_in)
            case LZMA_OK: return .more(filled)
            default: return .damaged(filled)
            }
        }
    }

    private enum Step {
        /// So many bytes were written, and more may follow.
        case more(Int)
        /// So many bytes were written, and they were the last of so much input.
        case end(Int, used: Int)
        /// So many bytes were written before the damage.
        case damaged(Int)
    }

    private static func streamed(
        maxBytes: Int, _ step: (UnsafeMutableRawBufferPointer) -> Step
    ) -> Unpacked {
        var outcome = Unpacked()
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { room.deallocate() }
        var idle = 0
        while true {
            let state = step(room)
            let filled: Int
            switch state {
            case .more(let count), .end(let count, _), .damaged(let count):
                filled = min(max(0, count), room.count)
            }
            outcome.writtenBytes += filled
            guard filled <= maxBytes - outcome.bytes.count else {
                outcome.error = tooLong(maxBytes)
                return outcome
            }
            outcome.bytes.append(
                contentsOf: UnsafeRawBufferPointer(
                    rebasing: UnsafeRawBufferPointer(room)[..<filled]))
            switch state {
            case .end(_, let used):
                outcome.usedBytes = used
                return outcome
            case .damaged:
                outcome.error = damaged
                return outcome
            case .more: break
            }
            idle = filled == 0 ? idle + 1 : 0
            // Empty blocks without end are no data.
            if idle > 1000 {
                outcome.error = damaged
                return outcome
            }
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
