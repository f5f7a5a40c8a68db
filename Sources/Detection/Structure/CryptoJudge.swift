internal import CryptoNames

/// Asks the vocabulary of protocols, ciphers and algorithms.
enum CryptoJudge {
    /// Whether a text allows protocol versions before the one named; `nil` where it names none.
    static func allows(before version: String, _ text: String, grammar: String) -> Bool? {
        guard let limit = ProtocolVersion(name: version) else { return nil }
        let set = ProtocolSet.parse(text, ProtocolGrammar(rawValue: grammar) ?? .list)
        let versions = set.enabled.filter { $0.family == limit.family }
        return versions.isEmpty ? nil : versions.contains { $0 < limit }
    }

    /// Whether a text allows ciphers that are plainly weak.
    static func allowsWeakCiphers(_ text: String, grammar: String) -> Bool {
        CipherList.parse(text, CipherGrammar(rawValue: grammar) ?? .openssl).weakWords
            .contains { !$0.plainWeaknesses.isEmpty }
    }

    /// Whether a text names an algorithm of one of these strengths.
    static func strength(of text: String, isOneOf classes: [String]) -> Bool? {
        AlgorithmName(text).map { classes.contains(String(describing: $0.strength)) }
    }
}
