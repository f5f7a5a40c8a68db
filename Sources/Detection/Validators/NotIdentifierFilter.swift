/// Drops what a programmer would call something: `getUserName2`, `user-api-key`, `config.v2.token`.
struct NotIdentifierFilter: Validator {
    static let name = "not-identifier"

    private static let characters = CharacterSet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.:[]")

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let first = value.byte(at: 0),
            CharacterSet.letters.contains(first)
                || first == UInt8(ascii: "_"), Self.characters.containsAll(of: value)
        else { return .unknown }
        // Passwords such as a word and a year read like names too: digits must be few.
        let digits = value.reduce(0) { $0 + (CharacterSet.digits.contains($1) ? 1 : 0) }
        return digits <= 2 && RandomnessScore.score(of: value) < 0.5 ? .rejected : .unknown
    }
}
