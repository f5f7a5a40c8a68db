internal import Rules
internal import ScanModel

/// Finds secrets by the names that they are given to.
///
/// Enters: a text and the place of a stem, such as `pass` or `key`. Leaves: the class, the range
/// and the confidence of the secret that is assigned there. It looks at the line alone and knows
/// no paths: kinds of files are the rules' part.
struct CredentialFinder {
    /// A secret that was found.
    struct Hit {
        let credential: CredentialClass
        let range: Range<Int>
        let confidence: Confidence
        let evidence: Evidence
    }

    let reader: AssignmentReader

    init(_ text: UnsafeRawBufferPointer) { reader = AssignmentReader(text) }

    /// What is assigned to the name around a stem.
    ///
    /// - Parameter readUntil: where the last name that was read ends, for one name may hold
    ///   several stems; moved on.
    func hit(at stem: Int, byteCount: Int, readUntil: inout Int) -> Hit? {
        guard stem >= readUntil else { return nil }
        let text = reader.text
        if byteCount == CredentialFinder.identifiedBy.utf8CodeUnitCount,
            text.has(CredentialFinder.identifiedBy, at: stem)
        {
            return sql(at: stem, byteCount: byteCount)
        }
        guard let name = reader.name(around: stem, byteCount: byteCount) else { return nil }
        readUntil = name.upperBound
        guard let assignment = reader.assignment(of: name) else { return nil }
        return judged(assignment, name: text[assignment.name])
    }

    static let identifiedBy: StaticString = "identified by"

    /// `IDENTIFIED BY 'v'`.
    private func sql(at stem: Int, byteCount: Int) -> Hit? {
        let name = stem..<stem + byteCount
        guard let found = reader.value(of: name, .assigned, from: name.upperBound),
            found.shape == .quoted
        else { return nil }
        return Array("password".utf8).withUnsafeBytes { judged(found, name: $0) }
    }

    /// Weighs name, value and what stands between.
    func judged(_ read: Assignment, name: UnsafeRawBufferPointer) -> Hit? {
        var assignment = read
        let text = reader.text
        guard assignment.value.count >= 4, let named = CredentialName(name) else { return nil }
        let isPassword = named.kind == .password
        if named.kind == .token, !skipScheme(&assignment) { return nil }
        if assignment.link == .called || assignment.link == .compared,
            named.isVerb || isQuestion(assignment.name)
        {
            return nil
        }
        if text.has("base64:", at: assignment.value.lowerBound), assignment.value.count > 7 {
            assignment.value = assignment.value.lowerBound + 7..<assignment.value.upperBound
        }
        guard !isNegated(assignment, named),
            let value = CredentialValue(
                text[assignment.value], isPassword: isPassword,
                minBytes: named.strength == .strong
                    ? CredentialValue.minStrongBytes : CredentialValue.minRandomBytes),
            isPlausible(assignment, named, value)
        else { return nil }
        let score = CredentialScore(
            named, value, assignment, isComment: reader.isComment(before: assignment.name))
        guard let confidence = score.confidence,
            let credential = credential(named, value, assignment.shape)
        else { return nil }
        return Hit(
            credential: credential, range: assignment.value, confidence: confidence,
            evidence: Evidence(
                .unverified,
                "\(score.points) of 100 points by its name, its form and its characters"))
    }

    /// Words before a key in running text that make it another: `Public Key: …`.
    private static let negations: [StaticString] = [
        "public", "primary", "foreign", "sort", "partition", "host", "gpg", "pgp", "ssh", "cache",
        "site", "publishable", "signing",
    ]

    /// Whether the word before the name, or what stands around it, denies it.
    private func isNegated(_ assignment: Assignment, _ name: CredentialName) -> Bool {
        let text = reader.text
        let start = assignment.name.lowerBound
        // `eof_action=pass:repeatlast=0`, `arn:…:secret:app-1`: a value.
        let before = text[start - 1]
        if before == UInt8(ascii: "=") || before == UInt8(ascii: ":"),
            text[assignment.name.upperBound] == UInt8(ascii: ":"),
            !LineText.isBlank(text[assignment.name.upperBound + 1])
        {
            return true
        }
        guard name.kind == .key || name.kind == .token, text[start - 1] == 0x20 else {
            return false
        }
        return CredentialFinder.negations.contains {
            let place = start - 1 - $0.utf8CodeUnitCount
            return text.has($0, at: place) && !LineText.isWord(text[place - 1])
        }
    }

    /// `getpassword("x")`, `hasToken("x")`: the argument tells which, in whatever spelling.
    private func isQuestion(_ name: Range<Int>) -> Bool {
        let text = reader.text
        var start = name.upperBound
        while start > name.lowerBound, LineText.isWord(text[start - 1]) { start -= 1 }
        for verb: StaticString in [
            "get", "has", "find", "fetch", "hash", "check", "verify", "valid",
        ]
        where text.has(verb, at: start) {
            return true
        }
        return false
    }

    /// Takes `Bearer ` and `Token ` off a value.
    ///
    /// - Returns: whether the value may be a token; one of `Basic` has a rule of its own.
    private func skipScheme(_ assignment: inout Assignment) -> Bool {
        let text = reader.text
        let start = assignment.value.lowerBound
        if text.has("basic ", at: start) || text.has("digest ", at: start) { return false }
        for scheme: StaticString in ["bearer ", "token ", "apikey ", "token token=", "key="]
        where text.has(scheme, at: start) {
            let next = start + scheme.utf8CodeUnitCount
            guard next < assignment.value.upperBound else { return false }
            assignment.value = next..<assignment.value.upperBound
            return true
        }
        return true
    }

    /// What name, link and value must be to each other.
    private func isPlausible(
        _ assignment: Assignment, _ name: CredentialName, _ value: CredentialValue
    ) -> Bool {
        let text = reader.text
        let bytes = text[assignment.value]
        if value.make == .word {
            // Words that are called, compared or told are texts of programs more often.
            let hasDigit = bytes.contains { LineText.isDigit($0) }
            switch assignment.link {
            case .called, .compared, .told, .listed: if !hasDigit { return false }
            case .spaced: if !hasDigit, assignment.shape == .bare { return false }
            case .assigned, .fallback: break
            }
            if assignment.isPart { return false }
            if name.strength != .strong { return false }
            if !hasDigit, !isWordSecret(bytes, assignment) { return false }
        }
        switch assignment.shape {
        case .bare, .embedded:
            if assignment.isPart, value.make != .random || assignment.link == .told { return false }
            if assignment.link == .told, value.make == .word { return false }
            // What has brackets or dots between names is an expression.
            if bytes.contains(UInt8(ascii: "(")) || bytes.contains(UInt8(ascii: "[")) {
                return false
            }
            if assignment.link == .called || assignment.link == .listed
                || assignment.link == .compared
            {
                return false
            }
        case .quoted, .element: break
        }
        if name.strength == .weak {
            // Under such a name only text that nothing else looks like.
            return value.randomness >= 0.8 && value.count >= 20
        }
        return true
    }

    /// Whether a word without digits may be a password: one word, and not that of the name.
    private func isWordSecret(_ value: UnsafeRawBufferPointer, _ assignment: Assignment) -> Bool {
        guard value.count >= 4, value.count <= 24 else { return false }
        return value.allSatisfy { LineText.isLetter($0) || $0 == UInt8(ascii: "!") }
            && value.dropFirst().allSatisfy { !LineText.isUpper($0) }
    }

    private func credential(
        _ name: CredentialName, _ value: CredentialValue, _ shape: Assignment.Shape
    ) -> CredentialClass? {
        let isBare = shape == .bare
        switch name.kind {
        case .password:
            if value.make == .random {
                return isBare ? .unquotedPassword : .password
            }
            return isBare ? .unquotedWeakPassword : .weakPassword
        case .secret: return isBare ? .unquotedSecret : .secret
        case .token: return isBare ? .unquotedSecret : .token
        case .key: return isBare ? .unquotedSecret : .key
        case .privateKey: return isBare ? .unquotedSecret : .privateKey
        }
    }
}
