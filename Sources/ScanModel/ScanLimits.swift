/// Bounds on the work that one scan may do on hostile input. Running into one is a notification.
package struct ScanLimits: Hashable, Sendable {
    /// Largest blob that is read whole, in bytes.
    package var maxBlobBytes = 256 << 20
    /// Deepest folder or tree nesting that is followed.
    package var maxPathDepth = 256
    /// PCRE2 match limit for one match.
    package var maxMatchSteps: UInt32 = 1_000_000
    /// PCRE2 backtracking depth limit for one match.
    package var maxMatchDepth: UInt32 = 5_000
    /// PCRE2 heap limit for one match, in KiB.
    package var maxMatchHeapKiB: UInt32 = 16_384
    /// Candidates one blob may give before the rest is cut off with a notification.
    package var maxFindingsPerBlob = 10_000

    /// Members of one blob that are unpacked, those of archives within it among them.
    package var maxArchiveMembers = 50_000
    /// Bytes that are unpacked out of one blob.
    package var maxUnpackedBytes = 1 << 30
    /// Most bytes of one member.
    package var maxMemberBytes = 256 << 20
    /// Bytes that packed data may become for each of its own, beyond the first 16 MiB.
    package var maxUnpackingRatio = 256
    /// Archives that may stand within each other.
    package var maxArchiveDepth = 5

    package init() {}
}
