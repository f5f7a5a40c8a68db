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

    /// The members of an archive, a line feed after each; `nil` when none can be read.
    func unpack(_ bytes: [UInt8], _ effort: inout DecodingEffort) -> [UInt8]? {
        let maxBytes = DecodingEffort.maxInflatedBytes
        var budget = ArchiveBudget(
            members: Inflation.maxMembers, bytes: maxBytes, maxMemberBytes: maxBytes,
            maxRatio: Inflation.maxRatio)
        var content: [UInt8] = []
        let failures = bytes.withUnsafeBytes { bytes in
            ArchiveReader.read(bytes, as: .zip, budget: &budget) { member, _ in
                content.append(contentsOf: member.bytes)
                content.append(0x0A)
            }
        }
        if failures.contains(where: { $0.error.code == .limit }) {
            effort.fallShort("an archive of more than \(maxBytes) bytes")
        }
        return content.isEmpty ? nil : content
    }

    /// Most members of an archive within a text.
    private static let maxMembers = 1000
    /// Most bytes that each packed byte may become.
    private static let maxRatio = 1024
}
