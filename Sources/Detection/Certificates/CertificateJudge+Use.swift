internal import KeyMaterial
internal import Rules
internal import ScanModel

/// What a certificate may be used for, and for which names.
extension CertificateJudge {
    mutating func judgeUse(
        _ certificate: Certificate, _ role: CertificateRole, _ subject: String, _ item: KeyItem
    ) {
        let facts = role.facts
        if role.isSelfSigned {
            let isRoot = role.isPlainAuthority
            add(
                .selfSigned, item,
                isRoot
                    ? "\(subject) is a root: its own key signed it."
                    : "\(subject) is signed by its own key: nobody vouches for it.",
                severity: isRoot ? .info : nil)
        }
        if certificate.version == 3, !facts.isAuthority,
            facts.keyUsage?.contains(.certificateSigning) == true
        {
            add(
                .authorityUnmarked, item,
                "\(subject) may sign certificates, but "
                    + (facts.hasBasicConstraints
                        ? "basicConstraints says that it is no authority."
                        : "has no basicConstraints."))
        }
        if facts.isAuthority, role.isServer,
            facts.namesServerAuthentication || !role.hasOnlyCommonName
        {
            add(
                .leafAuthority, item,
                "\(subject) is for a server and says CA:TRUE: whoever has its key can sign "
                    + "others.")
        }
        if role.isServer, !facts.hasAlternativeNames || role.hasOnlyCommonName,
            !role.isAuthority || role.hasOnlyCommonName
        {
            add(.noAlternativeName, item, "\(subject) names no host in subjectAltName.")
        }
        judgeWildcards(role, subject, item)
        if facts.isAuthority, !role.isSelfSigned, !role.isServer, facts.pathLength == nil,
            !facts.hasNameConstraints
        {
            add(
                .unboundedAuthority, item,
                "\(subject) is an authority below another, with neither a path length nor name "
                    + "constraints.")
        }
    }

    private mutating func judgeWildcards(
        _ role: CertificateRole, _ subject: String, _ item: KeyItem
    ) {
        let wildcards = role.hostNames.filter { $0.hasPrefix("*") }
        guard let first = wildcards.first else { return }
        // `*` and `*.tld` take in what belongs to others.
        let wide = wildcards.first { $0.split(separator: ".").count <= 2 }
        let shown = ShownName.plain(wide ?? first).map { ": \($0)" } ?? ""
        add(
            .wildcard, item, "\(subject) holds for every host below a name\(shown).",
            severity: wide == nil ? nil : .medium)
    }
}
