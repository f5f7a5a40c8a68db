private import CLibdeflate

/// zlib streams and checksums by libdeflate.
package enum Deflate {
    /// The zlib stream of `bytes`; level 0 stores them.
    package static func zlib(_ bytes: [UInt8], level: Int = 6) -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(Int32(level)) else {
            preconditionFailure("no memory for a compressor, or level \(level) is out of 0...12")
        }
        defer { libdeflate_free_compressor(compressor) }
        let capacity = libdeflate_zlib_compress_bound(compressor, bytes.count)
        return Array(unsafeUninitializedCapacity: capacity) { target, count in
            count = libdeflate_zlib_compress(
                compressor, bytes, bytes.count, target.baseAddress, target.count)
        }
    }

    /// The CRC-32 of `bytes`, as in pack indexes.
    static func checksum(_ bytes: some Collection<UInt8>) -> UInt32 {
        let copy = Array(bytes)
        return UInt32(libdeflate_crc32(0, copy, copy.count))
    }
}
