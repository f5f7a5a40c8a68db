/// How the two sides of a cipher suite agree on a key.
package enum KeyExchange: String, Sendable, CaseIterable {
    case rsa, dhe, ecdhe, dhAnonymous, ecdhAnonymous, dhStatic, ecdhStatic
    case psk, dhePSK, ecdhePSK, rsaPSK, srp, kerberos, gost
    /// Suites of TLS 1.3 name none; it is always ephemeral.
    case tls13
    case none
}
