/// How the value of a setting lists protocol versions.
package enum ProtocolGrammar: String, Sendable, CaseIterable {
    /// Names between blanks, commas, colons, semicolons or bars, with `!`, `-`, `+`, `all`,
    /// `>=`, `<=` and ranges: nginx, Postfix, Dovecot, Tomcat, MySQL, Redis, Java. A list of
    /// exclusions alone leaves the others on.
    case list
    /// Apache's `SSLProtocol`: in order, `+` adds, `-` takes away, a bare name replaces.
    case apache
    /// OpenSSL's `Protocol`: in order, from all versions that are built in.
    case openssl
    /// The lowest version allowed.
    case minimum
    /// The highest version allowed.
    case maximum
    /// Switches among other words: HAProxy's `ssl-min-ver X` and `no-tlsv10`, `SSL_OP_NO_…`,
    /// Exim's `+no_sslv3`, stunnel's `NO_SSLv3`.
    case options
    /// Java's `jdk.tls.disabledAlgorithms`: what is listed is off.
    case jsseDisabled
    /// .NET's flags, by name or as the sum of their numbers.
    case dotnet
    /// A priority string of GnuTLS.
    case gnutls
    /// sshd's old `Protocol 2,1`.
    case ssh
}
