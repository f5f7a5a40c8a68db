/// How the value of a setting lists cipher suites or algorithms.
package enum CipherGrammar: String, Sendable, CaseIterable {
    /// A cipher string of OpenSSL and its kin, groups and operators included.
    case openssl
    /// A priority string of GnuTLS.
    case gnutls
    /// Names of suites, any spelling, between commas, colons, blanks, bars or semicolons.
    case suites
    /// OpenSSH's `Ciphers`, `MACs`, `KexAlgorithms`, `HostKeyAlgorithms` and their kin: names,
    /// behind `+` and `^` beside the defaults, behind `-` taken from them.
    case ssh
    /// Proposals of IPsec, such as `aes256-sha1-modp1024!`.
    case ipsec
}
