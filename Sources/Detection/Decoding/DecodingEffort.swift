/// What decoding one blob has cost so far, and which bounds it met.
struct DecodingEffort {
    /// Bytes that were decoded and scanned.
    var byteCount = 0
    /// Most of them: hostile blobs stop here.
    let maxByteCount: Int
    /// Bytes of constants that were looked for.
    var searchedByteCount = 0
    /// Bytes of lines that were read as one run in vain, and then again.
    var rereadByteCount = 0
    /// Most of them.
    let maxRereadBytes: Int
    /// Bytes that were inflated, also in vain.
    var inflatedByteCount = 0
    /// Reasons for which something was not decoded, in words.
    private(set) var shortfalls: Set<String> = []

    /// How often something may stand within something else.
    static let maxDepth = 6
    /// Most bytes that one compressed value may become.
    static let maxInflatedBytes = 32 << 20
    /// Most bytes that are inflated out of the compressed values of one blob.
    static let maxInflatedInAll = 512 << 20
    /// Most bytes that are searched for the values of constants.
    static let maxSearchedBytes = 256 << 20
    /// Decoded bytes are scanned in portions of this size.
    static let portionBytes = 4 << 20

    init(blobByteCount: Int) {
        maxByteCount = (64 << 20) + min(blobByteCount, 1 << 32) * 8
        maxRereadBytes = (16 << 20) + min(blobByteCount, 1 << 32) * 4
    }

    /// Whether nothing more may be decoded.
    var isSpent: Bool { byteCount > maxByteCount }

    mutating func fallShort(_ reason: String) { shortfalls.insert(reason) }
}
