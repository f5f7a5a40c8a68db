/// What scanning one blob of a sweep came to; redacted, and not yet tied to paths.
package struct SweptBlob: Sendable {
    /// Every candidate of every rule for secrets, whatever the paths, by start, rule and length.
    package let hits: [SweptHit]
    /// Whether only a scan of its own with its paths can tell what it holds: it is encoded or
    /// binary and has candidates, or it has too many.
    package let needsOwnScan: Bool

    /// Whether there is nothing to tell of the blob.
    package var isSilent: Bool { hits.isEmpty && !needsOwnScan }

    /// Whether both say the same.
    package func isSame(as other: SweptBlob) -> Bool {
        needsOwnScan == other.needsOwnScan && hits.count == other.hits.count
            && zip(hits, other.hits).allSatisfy { $0.isSame(as: $1) }
    }
}
