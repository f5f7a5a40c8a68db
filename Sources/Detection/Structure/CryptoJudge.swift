/// Asks the vocabulary of protocols, ciphers and algorithms.
enum CryptoJudge {
    /// Whether a text allows protocol versions before the one named.
    static func allows(before version: String, _ text: String, grammar: String) -> Bool? { nil }

    /// Whether a text allows ciphers that are plainly weak.
    static func allowsWeakCiphers(_ text: String, grammar: String) -> Bool? { nil }

    /// Whether a text names an algorithm of one of these strengths.
    static func strength(of text: String, isOneOf classes: [String]) -> Bool? { nil }
}
