/// Drops values that read as language rather than as drawn at random.
struct NotNaturalFilter: Validator {
    static let name = "not-natural"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        RandomnessScore.score(of: value) < 0.5 ? .rejected : .unknown
    }
}
