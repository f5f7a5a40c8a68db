private import Crypto
package import Rules

/// Names a rule set by its content, so that two reports can be compared.
package enum RuleSetDigest {
    /// SHA-256 over all that decides matching, cut to 16 hexadecimal digits.
    package static func hex(of rules: [Rule]) -> String {
        let digest = SHA256.hash(data: Array(RuleSetCodec.encode(rules).utf8))
        let digits = Array("0123456789abcdef".utf8)
        let hex = digest.prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hex, as: UTF8.self)
    }
}
