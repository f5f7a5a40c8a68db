package import ScanModel

/// Tells what a change brings from what the merge base already had: by content, not by position.
package struct BaseComparison {
    /// How often each fingerprint stands in the touched files of the base.
    private var counts: [Key: Int] = [:]

    private struct Key: Hashable {
        let kind: Finding.Kind
        let fingerprint: Fingerprint
    }

    package init() {}

    /// Records one finding of the base.
    package mutating func addBase(_ fingerprint: Fingerprint, kind: Finding.Kind) {
        counts[Key(kind: kind, fingerprint: fingerprint), default: 0] += 1
    }

    /// Whether the finding is new.
    ///
    /// A secret that the base holds is old however often it stands now; misuses are counted, so
    /// that a second copy of an old one is new. Ask once for each occurrence.
    package mutating func isNew(_ fingerprint: Fingerprint, kind: Finding.Kind) -> Bool {
        let key = Key(kind: kind, fingerprint: fingerprint)
        guard let count = counts[key], count > 0 else { return true }
        if kind != .secret { counts[key] = count - 1 }
        return false
    }
}
