@testable import Archives

/// What came out of an archive.
struct ReadArchive {
    /// The members, in the order in which they came.
    private(set) var members: [(name: String, bytes: [UInt8])] = []
    /// Why something was not read.
    private(set) var codes: [ArchiveError.Code] = []
    /// What is left to be read.
    private(set) var budget: ArchiveBudget

    /// - Returns: `nil` when it is no archive.
    init?(_ bytes: [UInt8], members: Int = 100, limit: Int = 64 << 20, ratio: Int = 256) {
        budget = ArchiveBudget(
            members: members, bytes: limit, maxMemberBytes: limit, maxRatio: ratio)
        let format = bytes.withUnsafeBytes { ArchiveFormat.detect($0) }
        guard let format else { return nil }
        var budget = budget
        var found: [(name: String, bytes: [UInt8])] = []
        codes = bytes.withUnsafeBytes {
            ArchiveReader.read($0, as: format, budget: &budget) { member, _ in
                found.append((member.name, Array(member.bytes)))
            }
        }.map(\.error.code)
        self.members = found
        self.budget = budget
    }

    /// The names of all members.
    var names: [String] { members.map(\.name) }
}
