internal import ScanModel

/// A hit that passed its rule's conditions, before overlaps are settled.
struct Candidate {
    let rule: Int
    let kind: Finding.Kind
    let specificity: Int
    /// Half-open byte range of the named group in the blob's text.
    let range: Range<Int>
    /// Bytes at the start of the value that the rule's literal fixes and a preview may show.
    let publicPrefixBytes: Int
    let confidence: Confidence
    /// Whether the blob stands only at paths where the rule's hits count little.
    let countsLittle: Bool
    let evidence: [Evidence]

    /// Settles overlaps within one kind: the most specific stays, then the longest, then the first
    /// by rule. The result is in order of start.
    static func resolved(_ candidates: [Candidate]) -> [Candidate] {
        let ordered = candidates.sorted {
            ($0.kind.rawValue, $0.range.lowerBound, $0.range.upperBound, $0.rule)
                < ($1.kind.rawValue, $1.range.lowerBound, $1.range.upperBound, $1.rule)
        }
        var kept: [Candidate] = []
        for candidate in ordered {
            guard let last = kept.last, last.kind == candidate.kind,
                candidate.range.lowerBound < last.range.upperBound
                    || candidate.range == last.range
            else {
                kept.append(candidate)
                continue
            }
            if candidate.outranks(last) { kept[kept.count - 1] = candidate }
        }
        return kept.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.rule)
                < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
        }
    }

    private func outranks(_ other: Candidate) -> Bool {
        (confidence.rawValue == 0 ? 0 : 1, specificity, range.count, -rule)
            > (
                other.confidence.rawValue == 0 ? 0 : 1, other.specificity, other.range.count,
                -other.rule
            )
    }
}
