private import Archives

/// Inflates what stands compressed within a text, in bounds.
struct Inflation {
    /// The bytes; `nil` when they are not compressed after all or are more than are taken, which
    /// `effort` is told.
    func inflate(_ bytes: [UInt8], _ effort: inout DecodingEffort) -> [UInt8]? {
        guard effort.inflatedByteCount < DecodingEffort.maxInflatedInAll else {
            effort.fallShort("more compressed values than are inflated")
            return nil
        }
        let maxBytes = DecodingEffort.maxInflatedBytes
        do throws(ArchiveError) {
            return try Decompression.decompress(
                bytes, maxBytes: maxBytes, written: &effort.inflatedByteCount)
        } catch {
            if error.code == .limit {
                effort.fallShort("a compressed value of more than \(maxBytes) bytes")
            }
            return nil
        }
    }
}
