private import CLibdeflate

/// CRC-32 as in IEEE 802.3 and gzip (RFC 1952 §8).
enum CRC32 {
    /// The checksum of `bytes`, by libdeflate.
    static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt32 {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return 0 }
        return libdeflate_crc32(0, base, bytes.count)
    }

    /// The checksum of an array.
    static func checksum(of bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { checksum(of: $0) }
    }
}
