import CBzip2
import CLZMA
import CZstd
import TestSupport

@testable import Archives

/// Compresses bytes in each format that is read.
enum Packing {
    static func pack(_ bytes: [UInt8], as format: CompressedFormat) -> [UInt8] {
        switch format {
        case .zlib: Deflate.zlib(bytes)
        case .gzip: gzip(bytes)
        case .zstd: zstd(bytes)
        case .bzip2: bzip2(bytes)
        case .xz: xz(bytes)
        }
    }

    /// The raw deflate stream of zlib's, framed as gzip.
    private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var crc: UInt32 = .max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        func number(_ value: UInt32) -> [UInt8] {
            [0, 8, 16, 24].map { (shift: UInt32) in UInt8(truncatingIfNeeded: value >> shift) }
        }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + raw(bytes) + number(~crc)
            + number(UInt32(bytes.count))
    }

    /// A deflate stream without a frame.
    static func raw(_ bytes: [UInt8]) -> [UInt8] {
        Array(Deflate.zlib(bytes).dropFirst(2).dropLast(4))
    }

    private static func zstd(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { room, count in
            count = ZSTD_compress(room.baseAddress, room.count, bytes, bytes.count, 3)
        }
    }

    private static func bzip2(_ bytes: [UInt8]) -> [UInt8] {
        var source = bytes.map { CChar(bitPattern: $0) }
        var size = UInt32(bytes.count * 2 + 1000)
        var target = [CChar](repeating: 0, count: Int(size))
        BZ2_bzBuffToBuffCompress(&target, &size, &source, UInt32(bytes.count), 1, 0, 0)
        return target.prefix(Int(size)).map { UInt8(bitPattern: $0) }
    }

    private static func xz(_ bytes: [UInt8]) -> [UInt8] {
        var target = [UInt8](repeating: 0, count: bytes.count * 2 + 1000)
        var position = 0
        _ = lzma_easy_buffer_encode(
            1, LZMA_CHECK_CRC32, nil, bytes, bytes.count, &target, &position, target.count)
        return Array(target.prefix(position))
    }
}
