/// What came out of one packed stream, and how it ended.
struct Unpacked {
    /// What was unpacked; of a damaged stream what stands before the damage, where that is known.
    var bytes: [UInt8] = []
    /// Bytes of the input that belong to it.
    var usedBytes = 0
    /// Bytes that were written to get there: the work, also where nothing came of it.
    var writtenBytes = 0
    /// Why it did not come to its end.
    var error: ArchiveError?
}
