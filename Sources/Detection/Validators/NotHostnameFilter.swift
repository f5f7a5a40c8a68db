/// Drops host names and e-mail addresses: labels that read as language, and a known kind of end.
struct NotHostnameFilter: Validator {
    static let name = "not-hostname"

    private static let characters = CharacterSet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._:@")

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.count <= 253, Self.characters.containsAll(of: value),
            let dot = value.lastIndex(of: UInt8(ascii: ".")), dot > 0,
            let end = value.part(from: dot + 1, to: value.count), (2...10).contains(end.count),
            end.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return .unknown }
        return RandomnessScore.score(of: value) < 0.5 ? .rejected : .unknown
    }
}
