internal import ScanModel

/// Rules as `RuleSetCodec` embeds them, each decoded at most once.
final class EncodedRules: Sendable {
    let traits: [RuleTraits]
    private let records: RuleSetCodec.Records
    private let decoded: Guarded<[Rule?]>

    /// - Throws: `.invalidEncoding`.
    init(_ text: StaticString) throws(RuleError) {
        records = RuleSetCodec.Records(text)
        var traits: [RuleTraits] = []
        traits.reserveCapacity(records.count)
        for index in 0..<records.count {
            guard let known = records.traits(of: index) else {
                throw RuleError(.invalidEncoding, "embedded rule \(index) does not decode")
            }
            traits.append(known)
        }
        self.traits = traits
        decoded = Guarded(Array(repeating: nil, count: traits.count))
    }

    /// One rule. Tests decode all that is embedded, so that none fails here.
    func rule(_ index: Int) -> Rule {
        decoded.withLock { rules in
            if let rule = rules[index] { return rule }
            let rule =
                RuleSetCodec.decodeRule(records.record(index))
                ?? Rule(
                    id: RuleID(""), kind: .secret, severity: .critical, confidence: .high,
                    pattern: "", groupName: "secret")
            rules[index] = rule
            return rule
        }
    }
}
