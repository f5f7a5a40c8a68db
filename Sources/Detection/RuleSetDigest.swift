private import Crypto
package import Rules

/// Names a rule set by its content, so that two reports can be compared.
package enum RuleSetDigest {
    /// SHA-256 over all that decides matching, cut to 16 hexadecimal digits.
    package static func hex(of ruleSet: RuleSet) -> String { ruleSet.withMatchingText(hex) }

    /// The digest of the rules that the text embeds, without decoding them.
    package static func hex(ofEmbedded text: StaticString) -> String {
        text.withUTF8Buffer { hex(UnsafeRawBufferPointer($0)) }
    }

    private static func hex(_ text: UnsafeRawBufferPointer) -> String {
        let digest = SHA256.hash(data: text)
        let digits = Array("0123456789abcdef".utf8)
        let hex = digest.prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hex, as: UTF8.self)
    }
}
