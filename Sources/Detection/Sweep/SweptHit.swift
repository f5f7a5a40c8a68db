/// A match at its place in one blob.
package struct SweptHit: Sendable {
    /// Offset of the match in the blob, in bytes.
    package let start: Int
    package let match: SweptMatch

    /// Half-open byte range of the match.
    package var range: Range<Int> { start..<start + match.byteCount }

    /// Whether the rule ran into its match limit here and found nothing for it.
    var isLimit: Bool { match.fingerprint == nil }

    func moved(by distance: Int) -> SweptHit { SweptHit(start: start + distance, match: match) }

    /// Whether two hits say the same of the same place.
    func isSame(as other: SweptHit) -> Bool {
        start == other.start && match.rule == other.match.rule
            && match.byteCount == other.match.byteCount
            && match.fingerprint == other.match.fingerprint
            && match.confidence == other.match.confidence && match.evidence == other.match.evidence
    }
}
