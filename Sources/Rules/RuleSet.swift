package import Patterns
package import ScanModel

/// All rules in force, with the literals that lead to them.
///
/// Enters: embedded rules, and files of the user's. Leaves: rules in the order of their ids, and
/// for each literal the rules that it can start. Immutable and shared by all threads.
package struct RuleSet: Sendable {
    /// Sorted by id.
    package let rules: RuleTable
    /// Distinct literals of all rules, sorted; hits carry indexes into it.
    package let literals: [Literal]
    /// The rules that use each literal, one literal's after the other's.
    package let uses: [LiteralUse]
    /// For each literal where its uses begin in `uses`; one more for the end.
    private let useStarts: [Int]
    /// Index in `literals` of the text that opens an inline suppression.
    package let suppressionLiteral: Int
    private let words: Words
    /// The embedded text, where these are exactly the embedded rules.
    private let matchingText: StaticString?

    /// What an inline suppression begins with.
    package static let suppressionMarker = "portcullis:allow"

    /// What keys and certificates begin with, in text: literals that start no rule, and tell where
    /// the public half of a private key may stand, and what rules about certificates judge. Those
    /// with `AAAA` and `LS0t` are base64 of an SSH key's type and of the first line of a PEM
    /// certificate; `gAwIBAgI`, `ADAgECA` and `oAMCAQIC` that of a certificate's version with the
    /// tag of its serial number, 8, 7 or 6 bytes into its DER.
    package static let keyMarkers = [
        "-----BEGIN CERTIFICATE", "-----BEGIN NEW CERTIFICATE", "-----BEGIN TRUSTED CERTIFICATE",
        "-----BEGIN PUBLIC KEY", "-----BEGIN RSA PUBLIC KEY", "-----BEGIN PGP PUBLIC KEY",
        "LS0tLS1CRUdJTiBDRVJUSUZJQ0FUR",
        "-----BEGIN X509 CERTIFICATE", "-----BEGIN X509 CRL", "-----BEGIN PKCS7",
        "-----BEGIN DH PARAMETERS", "-----BEGIN X9.42 DH PARAMETERS",
        "-----BEGIN PRIVATE KEY", "-----BEGIN ENCRYPTED PRIVATE KEY",
        "-----BEGIN RSA PRIVATE KEY", "-----BEGIN DSA PRIVATE KEY", "-----BEGIN EC PRIVATE KEY",
        "-----BEGIN OPENSSH PRIVATE KEY", "gAwIBAgI", "ADAgECA", "oAMCAQIC", "AAAAB3NzaC1kc3M",
        "AAAAB3NzaC1yc2E", "AAAAC3NzaC1lZDI1NTE5", "AAAAE2VjZHNhLXNoYTItbmlzdH", "\"kty\"",
    ]

    /// Indexes in `literals` of `keyMarkers`.
    package var keyMarkerLiterals: [Int] {
        RuleSet.keyMarkers.compactMap { text in
            let wanted = Literal(text, isCaseless: false)
            var low = 0
            var high = literals.count
            while low < high {
                let middle = (low + high) / 2
                if literals[middle] < wanted { low = middle + 1 } else { high = middle }
            }
            return low < literals.count && literals[low] == wanted ? low : nil
        }
    }

    private enum Words: Sendable {
        case decoded([RuleDocumentation])
        /// Words stay encoded until asked for: a hook that finds nothing never needs them.
        case encoded(StaticString)
    }

    /// Takes rules read from files.
    ///
    /// - Throws: `.duplicateID` with both places.
    package init(_ entries: [RuleFileReader.Entry]) throws(RuleError) {
        let sorted = entries.sorted { $0.rule.id < $1.rule.id }
        for (left, right) in zip(sorted, sorted.dropFirst()) where left.rule.id == right.rule.id {
            throw RuleError(
                .duplicateID,
                "\(right.place): the id \(right.rule.id) is taken by \(left.place); choose another")
        }
        let rules = sorted.map(\.rule)
        self.init(
            rules: RuleTable(rules), index: LiteralIndex(rules),
            words: .decoded(sorted.map(\.documentation)), matchingText: nil)
    }

    /// Takes rules that `RuleSetCodec` encoded at build time.
    ///
    /// - Throws: `.invalidEncoding`.
    package init(
        matching: StaticString, literals: StaticString, documentation: StaticString
    ) throws(RuleError) {
        let rules = RuleTable(try EncodedRules(matching))
        let index = try RuleSetCodec.decodeIndex(literals, ruleCount: rules.count)
        self.init(
            rules: rules, index: index, words: .encoded(documentation), matchingText: matching)
    }

    private init(rules: RuleTable, index: LiteralIndex, words: Words, matchingText: StaticString?) {
        self.rules = rules
        self.words = words
        self.matchingText = matchingText
        literals = index.literals
        uses = index.uses
        useStarts = index.starts
        suppressionLiteral = index.suppressionLiteral
    }

    /// Groups of `literals` that are searched for together, by `LiteralGroup`.
    package var literalGroups: [[Int]] {
        let markers = Set(keyMarkerLiterals + [suppressionLiteral])
        let ofSecrets = literals.indices.filter { literal in
            let places = usePlaces(ofLiteral: literal)
            // What no rule uses leads elsewhere: stems of names, for one.
            return places.isEmpty || markers.contains(literal)
                || places.contains { rules.traits[uses[$0].rule].contains(.secret) }
        }
        return [Array(literals.indices), ofSecrets]
    }

    /// Numbers of `literalGroups`.
    package enum LiteralGroup {
        /// All literals.
        package static let all = 0
        /// Those of rules for secrets: a third is less to search for.
        package static let secrets = 1
    }

    /// Whether they are those of the build, so that its tests have seen them.
    package var areEmbedded: Bool { matchingText != nil }

    /// Where the uses of a literal stand in `uses`.
    package func usePlaces(ofLiteral literal: Int) -> Range<Int> {
        useStarts[literal]..<useStarts[literal + 1]
    }

    /// The literals as `RuleSetCodec` embeds them beside the rules.
    package var encodedIndex: String {
        RuleSetCodec.encode(
            LiteralIndex(
                literals: literals, uses: uses, starts: useStarts,
                suppressionLiteral: suppressionLiteral))
    }

    /// Lends the text that tells this set from every other, for its digest.
    package func withMatchingText<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        if let matchingText, matchingText.hasPointerRepresentation {
            return body(
                UnsafeRawBufferPointer(
                    start: matchingText.utf8Start, count: matchingText.utf8CodeUnitCount))
        }
        return Array(RuleSetCodec.encode(rules).utf8).withUnsafeBytes(body)
    }

    /// The set with further rules.
    ///
    /// - Throws: `.duplicateID`, `.invalidEncoding`.
    package func adding(_ entries: [RuleFileReader.Entry]) throws(RuleError) -> RuleSet {
        guard !entries.isEmpty else { return self }
        let own = try allDocumentation()
        return try RuleSet(
            zip(rules, own).map {
                RuleFileReader.Entry(rule: $0, documentation: $1, place: "the embedded rules")
            } + entries)
    }

    /// Words and examples of every rule, in the order of `rules`.
    ///
    /// - Throws: `.invalidEncoding`.
    package func allDocumentation() throws(RuleError) -> [RuleDocumentation] {
        switch words {
        case .decoded(let documentation): return documentation
        case .encoded(let text): return try RuleSetCodec.decodeDocumentation(text)
        }
    }

    /// The set with `entries` in the place of the rules that have their ids: for checking a rule
    /// file against the rules of the build that it is part of.
    ///
    /// - Throws: `.duplicateID` within the entries, `.invalidEncoding`.
    package func replacing(with entries: [RuleFileReader.Entry]) throws(RuleError) -> RuleSet {
        let own = Set(entries.map(\.rule.id))
        let rest = zip(rules, try allDocumentation()).filter { !own.contains($0.0.id) }
        return try RuleSet(
            rest.map {
                RuleFileReader.Entry(rule: $0, documentation: $1, place: "the embedded rules")
            } + entries)
    }

    /// Index of the rule with this id.
    package func index(of id: RuleID) -> Int? {
        var low = 0
        var high = rules.count
        while low < high {
            let middle = (low + high) / 2
            if rules[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < rules.count && rules[low].id == id ? low : nil
    }

    /// What reports say of each rule, in the order of `rules`.
    ///
    /// - Throws: `.invalidEncoding`.
    package func descriptors(at date: CalendarDate) throws(RuleError) -> [RuleDescriptor] {
        zip(rules, try allDocumentation()).map { rule, words in
            RuleDescriptor(
                id: rule.id, name: words.name, finds: words.finds, why: words.why,
                remediation: words.remediation, severity: rule.severity(at: date),
                confidence: rule.confidence, kind: rule.kind, tags: rule.tags, cwe: rule.cwe,
                references: words.references)
        }
    }
}
