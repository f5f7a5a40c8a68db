package import Documents

/// What a rule of kind `certificate` asks of every certificate and key; the raw value is the word
/// in rule files.
package enum CertificateCheck: String, CaseIterable, Sendable {
    /// The last day of a certificate is past.
    case expired
    /// A certificate ends within 30 days.
    case expiring
    case notYetValid = "not-yet-valid"
    /// It is valid for longer than browsers allow.
    case longValidity = "long-validity"
    /// MD2, MD4, MD5 or SHA-1 under the signature.
    case weakSignature = "weak-signature"
    case shortRSA = "short-rsa"
    case dsa
    case weakCurve = "weak-curve"
    /// The public exponent of RSA is 1 or 3.
    case smallExponent = "small-exponent"
    case selfSigned = "self-signed"
    /// It signs certificates and does not say that it is an authority.
    case authorityUnmarked = "authority-unmarked"
    /// It is for a server and says that it is an authority.
    case leafAuthority = "leaf-authority"
    case noAlternativeName = "no-alternative-name"
    case wildcard
    /// An authority below another one, without path length and name constraints.
    case unboundedAuthority = "unbounded-authority"
    case chainOrder = "chain-order"
    case chainGap = "chain-gap"
    /// Two keys under one issuer and serial number.
    case duplicateSerial = "duplicate-serial"
    /// One key in certificates of different subjects.
    case sharedKey = "shared-key"
    /// A request for a certificate with a weak key or signature.
    case weakRequest = "weak-request"
    /// A public key in a file of its own, or in a JSON Web Key.
    case weakPublicKey = "weak-public-key"
    case sshDSA = "ssh-dsa"
    case sshShortRSA = "ssh-short-rsa"
    case weakGroup = "weak-group"
    case oldRevocationList = "old-revocation-list"
    case weakPrivateKey = "weak-private-key"
    case weakEncryption = "weak-encryption"

    /// - Throws: `.syntax`, with the place.
    package init(_ node: DocumentNode) throws(DocumentError) {
        guard let word = node.text, let check = CertificateCheck(rawValue: word) else {
            throw DocumentError(
                .syntax, at: node.position,
                "unknown check; expected one of: "
                    + CertificateCheck.allCases.map(\.rawValue).joined(separator: ", "))
        }
        self = check
    }
}
