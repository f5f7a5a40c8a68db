/// One thing of cryptography under its canonical name: an algorithm, a protocol's version, a suite,
/// a certificate or a key.
///
/// All its words are ours: what a text calls it by is read by `CryptoNames` and not kept.
package struct CryptoItem: Hashable, Sendable {
    /// What it is; the raw value is the word in reports.
    package enum Kind: String, Sendable, CaseIterable {
        case hash, mac, cipher
        /// A mode of operation named without its cipher.
        case mode
        /// A padding named without its cipher.
        case padding
        case kdf, signature, encryption
        case keyAgreement = "key-agreement"
        case kem, curve
        /// A kind of key, with its size where that is known, that is made or asked for.
        case key
        case random
        /// An algorithm of tokens, of RFC 7518.
        case token
        /// A version of a protocol.
        case protocolVersion = "protocol"
        case cipherSuite = "cipher-suite"
        /// A word for a whole group of suites.
        case suiteGroup = "suite-group"
        case certificate
        case request = "certificate-request"
        case revocationList = "revocation-list"
        case publicKey = "public-key"
        case privateKey = "private-key"
        case keyStore = "key-store"
    }

    package let kind: Kind
    /// The canonical name, such as `AES-256-GCM`; `unknown` where only the program can tell.
    package let name: String
    package let parameters: AssetParameters
    /// Ids of the policy's entries that apply.
    package let policyEntries: [String]
    /// What a certificate says; `nil` for everything else.
    package let certificate: CertificateSummary?

    package init(
        _ kind: Kind, _ name: String, _ parameters: AssetParameters = AssetParameters(),
        entries: [String], certificate: CertificateSummary? = nil
    ) {
        self.kind = kind
        self.name = name
        self.parameters = parameters
        policyEntries = entries
        self.certificate = certificate
    }

    /// What is used in a way that only the program can tell.
    package static func unknown(_ kind: Kind) -> CryptoItem {
        CryptoItem(kind, unknownName, entries: [])
    }

    static let unknownName = "unknown"

    /// Whether only the program can tell what it is.
    package var isUnknown: Bool { name == CryptoItem.unknownName }
}

extension CryptoItem: Comparable {
    /// By kind in the order of `Kind`, then by name, then by all the rest.
    package static func < (left: CryptoItem, right: CryptoItem) -> Bool {
        if left.kind != right.kind { return left.kind.order < right.kind.order }
        if left.name != right.name { return left.name < right.name }
        if left.parameters != right.parameters { return left.parameters < right.parameters }
        if left.policyEntries != right.policyEntries {
            return left.policyEntries.lexicographicallyPrecedes(right.policyEntries)
        }
        switch (left.certificate, right.certificate) {
        case (let left?, let right?): return left.identity < right.identity
        case (nil, _?): return true
        default: return false
        }
    }
}

extension CryptoItem.Kind {
    fileprivate var order: Int { CryptoItem.Kind.allCases.firstIndex(of: self) ?? 0 }
}
