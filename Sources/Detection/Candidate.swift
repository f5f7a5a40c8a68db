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
    /// Whether the place stands for something that is missing: others may be missing there too.
    var isOfMissing = false
    /// Whether it is one fact of several about what begins at the place.
    var isOneOfSeveral = false
    /// What the fingerprint is made of, where the line does not tell the thing from others.
    var identity: [UInt8]?
    /// The severity, where it follows from what was found and not from the rule alone.
    var severity: Severity?
    /// Set when the text holds the value in another form.
    var unwrapped: UnwrappedValue?

    /// The rule's fixed prefix, if any, and the length of the rest: nothing of the value itself.
    func preview(in text: UnsafeRawBufferPointer) -> RedactedText {
        let end = range.lowerBound + publicPrefixBytes
        let prefix = String(decoding: text[range.lowerBound..<end], as: UTF8.self)
        return RedactedText(
            redacted: prefix + MaskedText.ellipsis
                + "(\(range.count - publicPrefixBytes) characters)")
    }

    /// Settles overlaps within one kind: the most specific stays, then the longest, then the first
    /// by rule. What overlaps only losers stays. The result is in order of start.
    static func resolved(_ candidates: [Candidate]) -> [Candidate] {
        let ordered = candidates.sorted {
            if $0.outranks($1) != $1.outranks($0) { return $0.outranks($1) }
            return $0.range.lowerBound < $1.range.lowerBound
        }
        var kept: [Finding.Kind: [Candidate]] = [:]
        for candidate in ordered where !candidate.sharesPlace {
            // Those kept do not overlap: sorted by start they are sorted by end.
            let index = kept[candidate.kind, default: []].partitioningIndex {
                $0.range.lowerBound >= candidate.range.upperBound
            }
            if index > 0, let before = kept[candidate.kind]?[index - 1],
                before.range.upperBound > candidate.range.lowerBound
            {
                continue
            }
            kept[candidate.kind, default: []].insert(candidate, at: index)
        }
        return (kept.values.joined() + candidates.filter(\.sharesPlace)).sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.rule)
                < ($1.range.lowerBound, $1.range.upperBound, $1.rule)
        }
    }

    /// Whether others may stand at the same place.
    private var sharesPlace: Bool { isOfMissing || isOneOfSeveral }

    private func outranks(_ other: Candidate) -> Bool {
        (confidence.rawValue == 0 ? 0 : 1, specificity, range.count, -rule)
            > (
                other.confidence.rawValue == 0 ? 0 : 1, other.specificity, other.range.count,
                -other.rule
            )
    }
}

extension Array {
    /// The first index whose element, and so every later one, satisfies the predicate.
    fileprivate func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
