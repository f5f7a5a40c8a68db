/// A word of a list of suites or algorithms that leaves something on.
///
/// The name is one of ours, and never the text's own: whatever a word holds besides is not kept.
package struct CipherMember: Hashable, Sendable {
    /// What kind of thing a member names.
    package enum Kind: Sendable {
        /// One suite of SSL or TLS.
        case suite
        /// A group of suites, such as OpenSSL's `HIGH`.
        case group
        case sshCipher, sshMAC, sshKeyExchange, sshKey
        /// An algorithm of a proposal of IPsec.
        case proposal
    }

    package let kind: Kind
    /// The canonical name.
    package let name: String
    /// Where the word stands in the value.
    package let span: WordSpan
    /// Ids of the policy's entries that apply.
    package let policyEntries: [String]
}
