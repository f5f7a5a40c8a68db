/// What a list of cipher suites or algorithms leaves on that is weak.
///
/// Enters: the value of a setting and how it is written. Leaves: the words that enable weak
/// members which no later word takes away, with their places. Exclusions are never reported.
package struct CipherList: Sendable {
    /// In the order of the text.
    package private(set) var weakWords: [WeakWord] = []
    /// All words that leave something on, weak or not, in the order of the text.
    package private(set) var members: [CipherMember] = []
    /// OpenSSL's `@SECLEVEL=n`, with its place.
    package private(set) var securityLevel: (level: Int, span: WordSpan)?
    /// Whether the system's policy decides: `PROFILE=SYSTEM`, `@SYSTEM`.
    package private(set) var usesSystemProfile = false
    /// Whether the list only changes the program's defaults: OpenSSH's `+`, `-` and `^`.
    package private(set) var isRelative = false
    /// Words that are neither suites nor groups.
    package private(set) var unknown: [WordSpan] = []

    init() {}

    /// Reads a value; never fails, what is not understood stands in `unknown`.
    package static func parse(_ text: String, _ grammar: CipherGrammar) -> CipherList {
        switch grammar {
        case .openssl: OpenSSLCipherReader.read(text)
        case .gnutls: GnuTLSPriorityReader.read(text)
        case .suites: CipherList.suites(text)
        case .ssh: SSHListReader.read(text)
        case .ipsec: CipherList.proposals(text)
        }
    }

    /// All that is weak in it, the worst first.
    package var weaknesses: [NamedWeakness] {
        Set(weakWords.flatMap(\.weaknesses)).sorted()
    }

    /// The first word that leaves a weakness on.
    package func span(of weakness: NamedWeakness) -> WordSpan? {
        weakWords.first { $0.weaknesses.contains(weakness) }?.span
    }

    mutating func add(
        _ word: NameWord, _ weaknesses: some Sequence<NamedWeakness>, isBroad: Bool = false
    ) {
        let sorted = Set(weaknesses).sorted()
        guard !sorted.isEmpty else { return }
        weakWords.append(WeakWord(span: word.span, weaknesses: sorted, isBroad: isBroad))
    }

    mutating func note(
        _ kind: CipherMember.Kind, _ name: String, _ word: NameWord, _ entries: [String]
    ) {
        members.append(
            CipherMember(kind: kind, name: name, span: word.span, policyEntries: entries))
    }

    /// Adds a suite that is on.
    mutating func note(_ suite: CipherSuite, _ word: NameWord) {
        let found = suite.weaknesses.map(\.rawValue)
        note(.suite, suite.title, word, found.isEmpty ? ["suite-good"] : found)
    }

    mutating func note(unknown word: NameWord) { unknown.append(word.span) }

    mutating func note(level: Int, _ word: NameWord) { securityLevel = (level, word.span) }

    mutating func noteSystemProfile() { usesSystemProfile = true }

    mutating func noteRelative() { isRelative = true }

    private static func suites(_ text: String) -> CipherList {
        var list = CipherList()
        for word in NameWord.split(text, at: " \t\r\n,:;|\"'[]{}()\\") {
            // What is excluded is not on; an exclusion takes nothing from names that follow it.
            if word.text.hasPrefix("!") || word.text.hasPrefix("-") { continue }
            if let suite = CipherSuite(name: word.text) {
                list.add(word, suite.weaknesses)
                list.note(suite, word)
            } else if !CipherSuite.isSignal(name: word.text) {
                list.note(unknown: word)
            }
        }
        return list
    }

    private static func proposals(_ text: String) -> CipherList {
        var list = CipherList()
        for word in NameWord.split(text, at: " \t\r\n,-!;_+\"'") {
            let name = word.lowercased
            let weakness = proposalWeakness(name)
            if let weakness { list.add(word, [weakness]) }
            if let known = AlgorithmName(name), weakness != nil || known.family != .jose {
                list.note(
                    .proposal, name.uppercased(), word,
                    weakness.map { [$0.rawValue] } ?? known.policyEntries)
            }
        }
        return list
    }

    private static func proposalWeakness(_ name: String) -> NamedWeakness? {
        switch name {
        case "des", "des56": .ipsecDES
        case "null": .noEncryption
        case "3des", "3des168", "des3": .ipsecTripleDES
        case "blowfish", "blowfish128", "blowfish192", "blowfish256", "cast128", "idea":
            .ipsecOldCipher
        case "md5", "md5_128", "hmac_md5": .ipsecMD5
        case "sha", "sha1", "sha1_160", "hmac_sha1": .ipsecSHA1
        case "modp768", "modp1024", "modp1536", "modp1024s160", "dh1", "dh2", "dh5":
            .ipsecSmallGroup
        default: nil
        }
    }
}
