/// Drops words and identifiers of letters, `_`, `-` and `.` that read as language.
struct NotWordFilter: Validator {
    static let name = "not-word"

    private static let characters = CharacterSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-. ")

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        !value.isEmpty && Self.characters.containsAll(of: value)
            && RandomnessScore.score(of: value) < 0.5 ? .rejected : .unknown
    }
}
