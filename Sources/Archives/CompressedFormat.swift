/// Formats of one compressed stream.
package enum CompressedFormat: String, Sendable, CaseIterable {
    /// RFC 1952.
    case gzip
    /// RFC 1950.
    case zlib
    /// RFC 8878.
    case zstd
    case bzip2
    case xz

    /// The format by the first bytes. Never `zlib`: two bytes say too little of a file.
    package static func detect(_ bytes: UnsafeRawBufferPointer) -> CompressedFormat? {
        guard bytes.count >= 6 else { return nil }
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0x1F, 0x8B, 8, 0...0x1F): return .gzip
        case (0x28, 0xB5, 0x2F, 0xFD): return .zstd
        // A skippable frame (RFC 8878 §3.1.2), as parallel compressors write first.
        case (0x50...0x5F, 0x2A, 0x4D, 0x18): return .zstd
        case (0x42, 0x5A, 0x68, 0x31...0x39):
            // The magic of the first block: pi.
            return bytes[4] == 0x31 && bytes[5] == 0x41 || bytes[4] == 0x17 ? .bzip2 : nil
        case (0xFD, 0x37, 0x7A, 0x58): return bytes[4] == 0x5A && bytes[5] == 0 ? .xz : nil
        default: return nil
        }
    }
}
