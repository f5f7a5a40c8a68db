internal import CryptoNames

/// Asks the vocabulary of protocols, ciphers and algorithms.
enum CryptoJudge {
    /// Whether a text allows versions before a limit; `nil` where it names none of its protocol.
    static func allows(
        before limit: ProtocolVersion, _ text: String, grammar: ProtocolGrammar
    ) -> Bool? {
        let versions = ProtocolSet.parse(text, grammar).enabled.filter {
            $0.family == limit.family
        }
        return versions.isEmpty ? nil : versions.contains { $0 < limit }
    }

    /// Whether a text allows ciphers that are plainly weak.
    static func allowsWeakCiphers(_ text: String, grammar: CipherGrammar) -> Bool {
        CipherList.parse(text, grammar).weakWords.contains { !$0.plainWeaknesses.isEmpty }
    }

    /// Whether a text names an algorithm of one of these strengths; `nil` where it names none.
    static func strength(of text: String, isOneOf strengths: [AlgorithmStrength]) -> Bool? {
        AlgorithmName(text).map { strengths.contains($0.strength) }
    }
}
