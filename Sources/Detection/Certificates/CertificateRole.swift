internal import KeyMaterial

/// What a certificate is for, as far as it tells.
struct CertificateRole {
    let facts: CertificateFacts
    /// Whether its own key signed it, by its names and key identifiers; no signature is checked.
    let isSelfSigned: Bool
    /// Host names it stands for: alternative names, or a common name that looks like one.
    let hostNames: [String]
    /// Whether the common name is the only host name.
    let hasOnlyCommonName: Bool

    /// Whether it says that it is an authority.
    let isAuthority: Bool

    init(_ certificate: Certificate) {
        facts = certificate.facts
        let authority = facts.authorityKeyIdentifier
        isSelfSigned =
            certificate.isSelfIssued
            && (authority == nil || facts.subjectKeyIdentifier == nil
                || authority == facts.subjectKeyIdentifier)
        // Authorities are called after hosts as well: those that may sign certificates say so.
        let signs = facts.isAuthority && facts.keyUsage?.contains(.certificateSigning) == true
        let common = certificate.subject.commonName.flatMap {
            !signs && CertificateRole.isHostName($0) ? [$0] : nil
        }
        hostNames = facts.hostNames.isEmpty ? common ?? [] : facts.hostNames
        hasOnlyCommonName = facts.hostNames.isEmpty && facts.addresses.isEmpty && common != nil
        isAuthority =
            facts.isAuthority
            // Version 1 has no extensions: who signs itself is a root of old.
            || certificate.version < 3 && isSelfSigned && common == nil
    }

    /// Whether a TLS server is meant to show it.
    var isServer: Bool {
        // Intermediate authorities may name serverAuth for what they sign.
        if facts.namesServerAuthentication, !isAuthority { return true }
        return facts.allowsServerAuthentication && (!hostNames.isEmpty || !facts.addresses.isEmpty)
    }

    /// Whether it is an authority and nothing else.
    var isPlainAuthority: Bool { isAuthority && !isServer }

    /// `localhost`, or labels parted by points of which the last is no number.
    private static func isHostName(_ text: String) -> Bool {
        if text == "localhost" { return true }
        guard text.utf8.count <= 253 else { return false }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2,
            last.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") })
        else { return false }
        return labels.enumerated().allSatisfy { index, label in
            index == 0 && label == "*"
                || !label.isEmpty && label.count <= 63
                    && label.allSatisfy {
                        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
                    }
        }
    }
}
