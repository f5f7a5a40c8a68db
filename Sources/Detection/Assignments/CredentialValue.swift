/// What a value is by itself: a secret drawn at random, a password that somebody thought of, or
/// none of both.
struct CredentialValue {
    /// How a value was made.
    enum Make {
        /// Drawn at random, as far as its characters tell.
        case random
        /// Words with digits and marks between: `Summer2024!`.
        case mixed
        /// A word, or a word and a number: `postgres`, `hunter2`.
        case word
    }

    let make: Make
    let count: Int
    /// Randomness by `RandomnessScore`, 0…1.
    let randomness: Double
    let isUUID: Bool
    let isHex: Bool
    /// Whether it is forty digits of hexadecimal in capitals: a fingerprint of OpenPGP.
    let isFingerprint: Bool

    /// Bytes of a token or key under a name that may say something else.
    static let minRandomBytes = 16
    /// Bytes of one under a name that leaves no doubt.
    static let minStrongBytes = 10
    /// Longer values are blocks of data.
    static let maxBytes = 512

    /// - Returns: `nil` for what is no value: a reference, a placeholder, a path, a hash.
    init?(
        _ value: UnsafeRawBufferPointer, isPassword: Bool, minBytes: Int = minRandomBytes
    ) {
        guard value.count >= (isPassword ? 4 : minBytes),
            value.count <= CredentialValue.maxBytes
        else { return nil }
        let tally = CharacterTally(value)
        guard tally.controls == 0, tally.letters + tally.digits > 0 else { return nil }
        count = value.count
        isHex = tally.isHex
        isFingerprint = tally.isHex && tally.uppers > 0 && value.count == 40
        isUUID = value.count == 36 && UUIDText.isUUID(value)
        if tally.blanks > 0 || tally.others > 0 { return nil }
        if tally.letters == 0, !isPassword || value.count < 6 || tally.marks > 0 { return nil }
        randomness = RandomnessScore.score(of: value)
        // Among so many marks a `$` in front is one of them.
        let isMarked =
            tally.marks > 3 && randomness >= CredentialPlaceholder.surelyRandom
            && CredentialPlaceholder.startsWithMark(value)
        guard !CredentialValue.isReference(value, isMarked: isMarked),
            !CredentialValue.isExpression(value), !CredentialValue.isPublic(value)
        else { return nil }
        guard !CredentialValue.isStandIn(value, isPassword: isPassword, randomness) else {
            return nil
        }
        // The base64 of `changeme` is none; nor is that of a sentence.
        var isEncodedWord = false
        if let decoded = CredentialPlaceholder.decodedText(value) {
            let isNone = decoded.withUnsafeBytes { text in
                isEncodedWord = RandomnessScore.score(of: text) < 0.5
                return CredentialPlaceholder.isPlaceholder(text, isPassword: isPassword, 0)
                    || PlaceholderFilter.isPlaceholder(SecretBytes(text))
            }
            if isNone || isEncodedWord && !isPassword { return nil }
        }
        if !isPassword {
            guard randomness >= 0.5 || isUUID || isHex && tally.digits > 3 else { return nil }
            // Most random text has digits; letters alone have to be many, or of both cases.
            if tally.digits == 0 {
                let isMixed = tally.uppers > 1 && tally.lowers > 1
                if randomness < 0.9 || !isMixed && value.count < 28 { return nil }
            }
            // Short ones are rarely told from versions and names.
            if value.count < CredentialValue.minRandomBytes,
                randomness < 0.8 || tally.kinds < 2 || tally.digits < 2 || tally.letters < 2
            {
                return nil
            }
            if tally.distinct < 8 || tally.brackets > 0 { return nil }
            make = .random
        } else if randomness >= 0.5, value.count >= 8, tally.kinds >= 2,
            tally.distinct >= 6, !isEncodedWord
        {
            make = .random
        } else if value.count >= 8, tally.kinds >= 3, tally.digits > 0, !isEncodedWord {
            make = .mixed
        } else {
            make = .word
        }
    }

    /// What stands for a value that is elsewhere.
    private static func isReference(_ value: UnsafeRawBufferPointer, isMarked: Bool) -> Bool {
        for filter in stored where filter.judgement(of: value).isRejected { return true }
        let named = isMarked ? UnsafeRawBufferPointer(rebasing: value.dropFirst()) : value
        for filter in references where filter.judgement(of: named).isRejected { return true }
        if isMarked { return false }
        guard let first = value.byte(at: 0), let last = value.byte(at: value.count - 1) else {
            return true
        }
        switch first {
        case UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
            // Brackets around all of it: a template, a list, an expression.
            return last == first + 2 || last == first + 1
        case UInt8(ascii: "$"), UInt8(ascii: "@"):
            return value.dropFirst().allSatisfy { LineText.isWord($0) || $0 == UInt8(ascii: ".") }
        case UInt8(ascii: "_"):
            return value.hasPrefix("__") && last == UInt8(ascii: "_")
        case UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "*"):
            return value.dropFirst().allSatisfy {
                LineText.isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*")
            }
        default: return false
        }
    }

    /// How public keys, certificates, addresses and stored or encrypted passwords begin.
    private static let publicHeads: [StaticString] = [
        "AAAAB3NzaC1", "AAAAC3NzaC1", "AAAAE2VjZHNh", "AAAAGnNr", "MIIBIjANBg", "MIGfMA0G",
        "MFkwEwYH", "MHYwEAYH", "MCowBQYDK2Vw", "MIICIjANBg", "LS0tLS1CRUdJTi",
        "pk_live_", "pk_test_", "pk.", "01000000d08c9ddf", "SHA256:", "SHA512:", "{AES", "{xor}",
        "{DES", "arn:", "urn:", "did:", "sha256-", "data:", "age1", "npub1", "xpub",
    ]

    private static func isPublic(_ value: UnsafeRawBufferPointer) -> Bool {
        if publicHeads.contains(where: { value.hasPrefix($0) }) { return true }
        // Sealed secrets of Kubernetes.
        if value.count > 300, value.hasPrefix("Ag") { return true }
        // Hashes of MySQL and PostgreSQL, addresses of Ethereum.
        if value.count == 41, value.hasPrefix("*") { return true }
        if value.count == 35, value.hasPrefix("md5") { return true }
        return value.count == 42 && value.hasPrefix("0x")
    }

    /// Regular expressions, and text with escapes.
    private static func isExpression(_ value: UnsafeRawBufferPointer) -> Bool {
        var last: UInt8 = 0
        for byte in value {
            switch (last, byte) {
            case (UInt8(ascii: "\\"), UInt8(ascii: "(")), (UInt8(ascii: "\\"), UInt8(ascii: ".")),
                (UInt8(ascii: "\\"), UInt8(ascii: "s")), (UInt8(ascii: "\\"), UInt8(ascii: "d")),
                (UInt8(ascii: "\\"), UInt8(ascii: "w")), (UInt8(ascii: "\\"), UInt8(ascii: "b")),
                (UInt8(ascii: "\\"), UInt8(ascii: "n")), (UInt8(ascii: "["), UInt8(ascii: "a")),
                (UInt8(ascii: "["), UInt8(ascii: "A")), (UInt8(ascii: "["), UInt8(ascii: "0")),
                (UInt8(ascii: "["), UInt8(ascii: "^")), (UInt8(ascii: "("), UInt8(ascii: "?")):
                return true
            default: break
            }
            last = byte
        }
        return false
    }

    private static let references: [any Validator] = [
        NotReferenceFilter(), NotURLFilter(), NotPathFilter(),
    ]
    private static let stored: [any Validator] = [
        NotPasswordHashFilter(), NotEncryptedValueFilter(), NotIntegrityHashFilter(),
    ]
    private static let patterns: [any Validator] = [
        NotRepeatingFilter(), NotSequenceFilter(), NotHostnameFilter(),
    ]

    /// Placeholders, words of forms, and texts that repeat or count.
    private static func isStandIn(
        _ value: UnsafeRawBufferPointer, isPassword: Bool, _ randomness: Double
    ) -> Bool {
        for filter in patterns where filter.judgement(of: value).isRejected { return true }
        let isRandom = randomness >= CredentialPlaceholder.surelyRandom && value.count >= 24
        if PlaceholderFilter.isPlaceholder(SecretBytes(value), isRandom: isRandom) { return true }
        return CredentialPlaceholder.isPlaceholder(value, isPassword: isPassword, randomness)
    }
}

extension ValidatorJudgement {
    /// Whether the value was dropped.
    var isRejected: Bool {
        if case .rejected = self { return true }
        return false
    }
}
