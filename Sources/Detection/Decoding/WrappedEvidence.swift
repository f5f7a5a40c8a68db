internal import ScanModel

/// Says in which form a secret stood, and settles which of two candidates at one place counts.
enum WrappedEvidence {
    private static let decoded = "Decoded from "
    private static let around = "Seen once the text around it was decoded from "

    /// The sentence for a value.
    ///
    /// - Parameters:
    ///   - forms: innermost first.
    ///   - isValue: whether the value itself was in that form, and not only what stands around it.
    static func sentence(_ forms: [DecodedLayer.Form], isValue: Bool, isInManifest: Bool)
        -> Evidence
    {
        Evidence(
            .unverified,
            (isValue ? decoded : around) + forms.map(\.name).joined(separator: " in ")
                + (isInManifest ? " in a Kubernetes Secret." : "."))
    }

    /// A decoded value counts more than one that stands there as it is, since that is the same in
    /// another form; and one that is only seen when the text around it is decoded counts less.
    static func rank(_ evidence: [Evidence]) -> Int {
        for item in evidence.reversed() {
            if item.statement.hasPrefix(decoded) {
                // Deeper counts more: base64 in base64 is another form of what it holds.
                return 1 + item.statement.split(separator: " ").count { $0 == "from" || $0 == "in" }
            }
            if item.statement.hasPrefix(around) { return 0 }
        }
        return 1
    }

    /// Whether the first of two candidates of one rule at one place counts.
    static func isBetter(
        _ left: ([Evidence], Fingerprint?), than right: ([Evidence], Fingerprint?)
    ) -> Bool {
        func key(_ item: ([Evidence], Fingerprint?)) -> (Int, Int, String, String) {
            (
                -rank(item.0), -item.0.count, item.1?.hex ?? "",
                item.0.map(\.statement).joined(separator: "\n")
            )
        }
        return key(left) < key(right)
    }

    /// The candidates without those that are the same in another form.
    static func distinct(_ candidates: [Candidate]) -> [Candidate] {
        struct Place: Hashable {
            let rule: Int
            let range: Range<Int>
        }
        var indexes: [Place: Int] = [:]
        var kept: [Candidate] = []
        for candidate in candidates {
            let place = Place(rule: candidate.rule, range: candidate.range)
            guard let index = indexes[place] else {
                indexes[place] = kept.count
                kept.append(candidate)
                continue
            }
            let other = kept[index]
            if isBetter(
                (candidate.evidence, candidate.unwrapped?.fingerprint),
                than: (other.evidence, other.unwrapped?.fingerprint))
            {
                kept[index] = candidate
            }
        }
        let wrapped = kept.compactMap { takeover($0.range, $0.evidence, $0.specificity) }
        guard !wrapped.isEmpty else { return kept }
        return kept.filter {
            $0.kind != .secret || !isTakenOver($0.range, $0.evidence, $0.specificity, by: wrapped)
        }
    }

    /// A decoded value, of which less decoded ones at its place are other forms.
    struct Takeover {
        let range: Range<Int>
        let rank: Int
        let specificity: Int
    }

    /// Up to here rules say nothing of whose a value is. What they see in the parts of a token that
    /// another rule knows is no other form of it.
    private static let genericSpecificity = 20

    static func takeover(
        _ range: Range<Int>, _ evidence: [Evidence], _ specificity: Int
    ) -> Takeover? {
        let rank = rank(evidence)
        return rank > 1 && !isRefuted(evidence)
            ? Takeover(range: range, rank: rank, specificity: specificity) : nil
    }

    private static func isRefuted(_ evidence: [Evidence]) -> Bool {
        evidence.contains { $0.standing == .refuted }
    }

    /// Whether what stands at a place is little more than another form of a decoded value.
    ///
    /// A rule that knows the encoded form is right about it against one that knows less; of rules
    /// that know nothing but the name beside a value the one that saw it decoded is.
    static func isTakenOver(
        _ range: Range<Int>, _ evidence: [Evidence], _ specificity: Int, by wrapped: [Takeover]
    ) -> Bool {
        let rank = rank(evidence)
        return rank > 0
            && wrapped.contains {
                $0.rank > rank && $0.specificity >= min(specificity, genericSpecificity)
                    && range.clamped(to: $0.range).count * 4 >= range.count * 3
            }
    }
}
