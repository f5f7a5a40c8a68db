internal import ScanModel

/// How likely an assignment holds a secret, in points of 100.
///
/// | What | Points |
/// | --- | --- |
/// | name: a password, `client_secret`, `api_key`; `token`, `ablyKey`; `key`, `auth`, lists | 40; 30; 20 |
/// | value: random, by length 8, 12, 16, 20 and more | 25, 28, 35, 40 |
/// | value: randomness of 0.9 and more | 5 |
/// | value: word with capitals, digits and marks; word | 12; 0 |
/// | value: a UUID or a fingerprint of OpenPGP under a key's name; under another | −25; −15 |
/// | value: a digest's length in hex under a weak name; under another | −25; −5 |
/// | shape: in quotes, an element, inside of a text; bare | 10; 5 |
/// | link: compared, told; fallback; listed; called | −10; −5; −5; −5 |
/// | something joined to the value in quotes; words after a bare one | −20; −10 |
/// | the line is a comment | −10 |
///
/// A word under a password's name comes to 50, a random value to 75 and more.
struct CredentialScore {
    /// From here on medium: a plain name and sixteen random characters in quotes reach 75, a word
    /// under a password's name 50.
    static let mediumFloor = 60
    /// Below this a value is no finding: a word that a password is compared with has 40.
    static let lowFloor = 40

    let points: Int

    init(
        _ name: CredentialName, _ value: CredentialValue, _ assignment: Assignment, isComment: Bool
    ) {
        var points = 20 + 10 * name.strength.rawValue
        switch value.make {
        case .random:
            points +=
                value.count >= 20 ? 40 : value.count >= 16 ? 35 : value.count >= 12 ? 28 : 25
            if value.randomness >= 0.9 { points += 5 }
        case .mixed: points += 12
        case .word: break
        }
        let isWeak = name.strength == .weak
        if value.isUUID || value.isFingerprint { points -= name.kind == .key ? 25 : 15 }
        if value.isHex, [32, 40, 48, 56, 64, 96, 128].contains(value.count) {
            points -= isWeak ? 25 : 5
        }
        points += assignment.shape == .bare ? 5 : 10
        switch assignment.link {
        case .compared, .told: points -= 10
        case .fallback, .listed, .called: points -= 5
        case .assigned, .spaced: break
        }
        if assignment.isPart { points -= assignment.shape == .quoted ? 20 : 10 }
        if isComment { points -= 10 }
        self.points = points
    }

    /// What follows of the points; `nil` for no finding.
    var confidence: Confidence? {
        points >= CredentialScore.mediumFloor
            ? .medium : points >= CredentialScore.lowFloor ? .low : nil
    }
}
