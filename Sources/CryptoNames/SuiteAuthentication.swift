/// How the server of a cipher suite proves who it is.
package enum SuiteAuthentication: String, Sendable, CaseIterable {
    case rsa, dss, ecdsa, psk, srp, kerberos, gost, anonymous
    /// Suites of TLS 1.3 leave it to the handshake.
    case tls13
}
