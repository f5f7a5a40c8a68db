/// A keyed, line-independent name for what was found: 32 lowercase hexadecimal digits.
///
/// HMAC-SHA-256 over rule family and value (secrets) or rule and normalised line (misuse),
/// truncated to 128 bits. A bare hash of a weak secret could be guessed; without the key this
/// cannot.
package struct Fingerprint: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The digits.
    package let hex: String

    /// Wraps digits that `Detection` computed or a report carried.
    package init(hex: String) { self.hex = hex }

    package var description: String { hex }

    package static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.hex < right.hex }
}
