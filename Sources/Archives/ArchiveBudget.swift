/// What may still be taken out of one blob and all archives within it.
package struct ArchiveBudget: Sendable {
    /// Members still to be read.
    package var members: Int
    /// Bytes still to be unpacked.
    package var bytes: Int
    /// Most bytes of one member.
    package let maxMemberBytes: Int
    /// Bytes that a member may become, for each that it takes in the archive.
    package let maxRatio: Int

    /// Up to so many bytes no ratio is suspicious.
    static let ratioFloorBytes = 16 << 20

    package init(members: Int, bytes: Int, maxMemberBytes: Int, maxRatio: Int) {
        self.members = members
        self.bytes = bytes
        self.maxMemberBytes = maxMemberBytes
        self.maxRatio = maxRatio
    }

    /// Most bytes that a member of a packed size may become.
    func maxBytes(ofPacked packed: Int) -> Int {
        let byRatio = packed.multipliedReportingOverflow(by: maxRatio)
        return min(
            max(0, bytes), maxMemberBytes,
            max(ArchiveBudget.ratioFloorBytes, byRatio.overflow ? .max : byRatio.partialValue))
    }

    /// Takes one more member into account.
    /// - Throws: `.limit` when there were too many.
    mutating func countMember() throws(ArchiveError) {
        guard members > 0 else { throw ArchiveError(.limit, "it has more members than are read") }
        guard bytes > 0 else { throw ArchiveError(.limit, "all of it holds more than is unpacked") }
        members -= 1
    }

    /// Takes unpacking into account, also where nothing came of it.
    mutating func count(_ unpacked: Unpacked) {
        bytes -= max(unpacked.writtenBytes, unpacked.bytes.count)
    }
}
