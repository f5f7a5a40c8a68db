package import Patterns
package import Rules
package import ScanModel

/// The rules made ready for matching; immutable and shared by the scanners of all threads.
///
/// Enters: a rule set, its literal database, the fingerprint key, the date. Leaves: `BlobScanner`s.
package struct Detector: Sendable {
    package let ruleSet: RuleSet
    package let limits: ScanLimits
    /// The date at which severities are judged.
    package let date: CalendarDate
    let literals: LiteralSet
    /// Which group of the literals is searched for.
    private(set) var literalGroup = RuleSet.LiteralGroup.all
    let key: FingerprintKey
    /// What an inventory recognises; `nil` where none is asked for.
    package var inventory: InventoryIndex?
    /// Whether findings say why they are reported, step by step.
    package var explains = false
    /// For each rule whether what it says of a place depends on more than the place's line.
    let looksBeyondLine: [Bool]
    /// For each rule whether it asks of structure.
    let isStructured: [Bool]
    private let findsMisuseInBinary: Bool
    /// For each literal of the rule set whether it is one of `RuleSet.keyMarkers`.
    let isKeyMarker: [Bool]
    /// The rules that stand for classes of the engine for assignments.
    let credentialRules: [CredentialClass: Int]
    /// The rules that ask something of certificates and keys.
    package let certificateRules: [CertificateCheck: Int]
    /// For each literal of the rule set its length, if it is a stem of names; else 0.
    let stemBytes: [Int]
    /// For each use of a literal by the rule for pairs the literal's length.
    let pairLiteralBytes: [Int: Int]

    /// - Parameter storedDatabase: the literals' database from build time, used when it fits this
    ///   machine.
    /// - Throws: `PatternError` when the literals cannot be compiled, `RuleError` for a rule that
    ///   names an unknown validator.
    package init(
        ruleSet: RuleSet, storedDatabase: StaticString?, key: FingerprintKey, date: CalendarDate,
        limits: ScanLimits
    ) throws {
        self.ruleSet = ruleSet
        self.limits = limits
        self.date = date
        self.key = key
        let traits = ruleSet.rules.traits
        looksBeyondLine = traits.map { $0.contains(.looksBeyondLine) }
        isStructured = traits.map { $0.contains(.structure) }
        // Certificates and keys are found by literals that stand for themselves.
        findsMisuseInBinary = traits.contains {
            $0.contains(.binary) && $0.isDisjoint(with: [.secret, .certificate])
        }
        var isKeyMarker = [Bool](repeating: false, count: ruleSet.literals.count)
        for literal in ruleSet.keyMarkerLiterals { isKeyMarker[literal] = true }
        self.isKeyMarker = isKeyMarker
        certificateRules = Dictionary(
            ruleSet.rules.indices(having: .certificate).compactMap { index in
                ruleSet.rules[index].structure?.certificateCheck.map { ($0, index) }
            }, uniquingKeysWith: min)
        let leads = CredentialLeads(ruleSet)
        credentialRules = leads.rules
        stemBytes = leads.stemBytes
        pairLiteralBytes = leads.pairLiteralBytes
        literals = try Detector.database(of: ruleSet, stored: storedDatabase)
        // Embedded rules are decoded when they are needed; tests have checked them.
        if !ruleSet.areEmbedded { for rule in ruleSet.rules { try Detector.check(rule) } }
    }

    /// A detector for `BlobScanner.sweep` alone, which asks only rules for secrets.
    package func forSecrets() -> Detector {
        var detector = self
        detector.literalGroup = RuleSet.LiteralGroup.secrets
        return detector
    }

    /// The group of literals that leads to all that can be found in a text.
    func literalGroup(includesMisuse: Bool, isBinary: Bool) -> Int {
        includesMisuse && (!isBinary || findsMisuseInBinary)
            ? literalGroup : RuleSet.LiteralGroup.secrets
    }

    private static func check(_ rule: Rule) throws(RuleError) {
        for name in rule.validators where ValidatorRegistry.validator(named: name) == nil {
            throw RuleError(
                .invalidFile,
                "rule \(rule.id): unknown validator; expected one of: "
                    + ValidatorRegistry.names.joined(separator: ", "))
        }
    }

    private static func database(
        of ruleSet: RuleSet, stored: StaticString?
    ) throws(PatternError) -> LiteralSet {
        if let stored, let bytes = StoredDatabase.decode(stored) {
            let loaded = bytes.withUnsafeBytes {
                try? LiteralSet(serialized: $0, literals: ruleSet.literals)
            }
            // A database for another processor or library version is no loss: it is compiled.
            if let loaded { return loaded }
        }
        return try LiteralSet(ruleSet.literals, groups: ruleSet.literalGroups)
    }

    /// A scanner for the calling thread.
    ///
    /// - Throws: `PatternError` when there is no memory.
    package func makeScanner() throws(PatternError) -> BlobScanner {
        try BlobScanner(detector: self)
    }
}
