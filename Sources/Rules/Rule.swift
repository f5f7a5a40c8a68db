package import Patterns
package import ScanModel

/// What a rule matches and how a hit is judged; its words for people are in `RuleDocumentation`.
package struct Rule: Sendable {
    package var id: RuleID
    package var kind: Finding.Kind
    package var severity: Severity
    package var confidence: Confidence
    package var tags: [String] = []
    /// CWE numbers.
    package var cwe: [Int] = []
    /// The pattern as PCRE2 gets it: macros expanded, boundaries added.
    package var pattern: String
    /// Name of the group whose span is the finding.
    package var groupName: String
    /// Literals of which every match contains one.
    package var literals: [RequiredLiteral] = []
    /// Where else an `assignment` is looked for.
    package var context: ContextAssignment?
    package var reach: RuleReach = .line
    /// What the rule takes of the engine for assignments, which then stands for a pattern.
    package var credential: CredentialClass?
    /// What the rule asks of documents or code, which then stands for a pattern.
    package var structure: RuleStructure?
    /// Floor in bits per character of the captured value; 0 for none.
    package var entropyFloor: Double = 0
    /// Floor 0…1 of the randomness score of the captured value; 0 for none.
    package var randomnessFloor: Double = 0
    package var near: NearbyWords?
    package var unlessNear: NearbyWords?
    package var allow = AllowList()
    /// Whether the common list of placeholder values applies.
    package var rejectsPlaceholders = true
    /// Names of validators, run in this order.
    package var validators: [String] = []
    /// Globs; empty takes every path.
    package var includedPaths: [String] = []
    package var excludedPaths: [String] = []
    /// Globs of places where a hit counts little: severity and confidence are low there.
    package var lowPaths: [String] = []
    /// Names of languages; empty takes every text file.
    package var languages: [String] = []
    package var matchesInComments = true
    package var matchesInBinary = false
    /// 0…100: of overlapping findings the highest wins.
    package var specificity = 40
    /// Severities that begin at a date, ascending.
    package var severityChanges: [SeverityChange] = []

    package init(
        id: RuleID, kind: Finding.Kind, severity: Severity, confidence: Confidence,
        pattern: String, groupName: String
    ) {
        self.id = id
        self.kind = kind
        self.severity = severity
        self.confidence = confidence
        self.pattern = pattern
        self.groupName = groupName
    }

    /// Whether the pattern can be tried at the hit itself instead of all over the line.
    package var isAnchored: Bool { !literals.isEmpty && literals.allSatisfy { $0.offset != nil } }

    /// Whether what the rule says of a place depends on more than the line of the place.
    package var looksBeyondLine: Bool {
        reach != .line || near != nil || unlessNear != nil || credential == .pair
            || structure != nil
    }

    /// The severity at a date.
    package func severity(at date: CalendarDate) -> Severity {
        severityChanges.last { $0.from <= date }?.severity ?? severity
    }

    /// Whether the rule answers to a name given to `--select` or `--ignore`: its id, its family
    /// (`github` or `github.*`), its kind or a tag.
    package func answers(to name: String) -> Bool {
        name == id.rawValue || name == id.family || name == id.family + ".*"
            || name == kind.rawValue || tags.contains(name)
    }
}
