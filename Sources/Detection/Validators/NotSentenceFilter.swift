/// Drops text of several words.
struct NotSentenceFilter: Validator {
    static let name = "not-sentence"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        let blanks = value.reduce(0) { $0 + ($1 == UInt8(ascii: " ") ? 1 : 0) }
        return blanks >= 2 && RandomnessScore.score(of: value) < 0.5 ? .rejected : .unknown
    }
}
