internal import ScanModel

/// What of a finding may prove, or be proven by, another one of the same scan.
///
/// It holds raw bytes, which only `Detection` can reach, until the scan has put its findings
/// together; it does not print itself.
package final class ProofMaterial: Sendable, CustomStringConvertible, CustomReflectable {
    /// Names of the public half of a private key.
    let keyDigests: [Fingerprint]
    /// A token whose signature a shared secret makes.
    let token: SignedToken?
    /// The value itself, where it may be such a secret.
    let value: [UInt8]?

    /// Longest value that is kept as a candidate for a shared secret, in bytes.
    static let maxValueBytes = 512

    init(keyDigests: [Fingerprint], token: SignedToken?, value: [UInt8]?) {
        self.keyDigests = keyDigests
        self.token = token
        self.value = value
    }

    package var description: String { "(material)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
