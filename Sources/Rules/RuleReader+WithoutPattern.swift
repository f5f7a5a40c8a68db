internal import Documents
internal import Patterns
internal import ScanModel

extension RuleReader {
    /// A rule without a pattern, for the engine for assignments.
    func credentialEntry(id: RuleID, kind: Finding.Kind) throws -> RuleFileReader.Entry {
        for key in ["pattern", "assignment", "literals", "reach", "near", "unless-near"]
        where map.node(key) != nil {
            throw fault(key, "either `\(key)` or `credential`, not both")
        }
        guard kind == .secret,
            let credential = CredentialClass(word: try map.requiredText("credential"))
        else {
            throw fault(
                "credential",
                "`credential` is for kind secret; expected one of: "
                    + CredentialClass.allCases.map(\.rawValue).joined(separator: ", "))
        }
        var rule = Rule(
            id: id, kind: kind, severity: try severity(of: map, required: true) ?? .info,
            confidence: try confidence(), pattern: "", groupName: "secret")
        rule.credential = credential
        rule.literals = credential.literals.map { RequiredLiteral(literal: $0, offset: 0) }
        rule.tags = try map.texts("tags")
        rule.cwe = try numbers("cwe")
        try readPaths(into: &rule)
        if rule.lowPaths.isEmpty { rule.lowPaths = CredentialPaths.low }
        if credential.isWord { rule.excludedPaths += CredentialPaths.texts }
        if credential.isUnquoted { rule.excludedPaths += CredentialPaths.code }
        rule.specificity = try map.integer("specificity", in: 0...100) ?? 10
        rule.severityChanges = try severityChanges()
        return RuleFileReader.Entry(
            rule: rule, documentation: try documentation(), place: place(of: "id"))
    }

    /// A rule without a pattern, about documents or code.
    func structureEntry(
        _ structure: RuleStructure, id: RuleID, kind: Finding.Kind
    ) throws -> RuleFileReader.Entry {
        for key in [
            "pattern", "assignment", "reach", "entropy", "randomness",
        ]
        where map.node(key) != nil {
            throw fault(key, "either `\(key)` or `\(structure.kind.rawValue)`, not both")
        }
        guard kind == .misuse else {
            throw fault("kind", "`\(structure.kind.rawValue)` is for kind misuse")
        }
        var rule = Rule(
            id: id, kind: kind, severity: try severity(of: map, required: true) ?? .info,
            confidence: try confidence(), pattern: "", groupName: "setting")
        rule.structure = structure
        if structure.kind == .certificate { return try certificateEntry(rule) }
        let hints = try map.texts("literals")
        let literals = hints.isEmpty ? try structure.inferredLiterals() : hints
        guard let literals, literals.allSatisfy({ $0.utf8.count >= 3 }) else {
            throw RuleError(
                .noLiteral,
                "\(place(of: "id")): give `literals` of 3 bytes or more, one of which stands in "
                    + "every text with a finding")
        }
        rule.literals = RuleReader.sorted(
            Array(Set(literals)).map {
                RequiredLiteral(literal: Literal($0, isCaseless: true), offset: nil)
            })
        rule.specificity = try map.integer("specificity", in: 0...100) ?? 70
        return try structureEntry(rule)
    }

    /// A rule about certificates and keys: the literals are the same for all of them.
    private func certificateEntry(_ begun: Rule) throws -> RuleFileReader.Entry {
        for key in ["literals", "languages", "comments", "binary", "specificity"]
        where map.node(key) != nil {
            throw fault(key, "`\(key)` has no place beside `certificate`")
        }
        var rule = begun
        rule.literals = RuleReader.sorted(
            RuleSet.keyMarkers.map {
                RequiredLiteral(literal: Literal($0, isCaseless: false), offset: nil)
            })
        rule.matchesInBinary = true
        return try structureEntry(rule)
    }

    /// What all rules about structures have in common.
    private func structureEntry(_ begun: Rule) throws -> RuleFileReader.Entry {
        var rule = begun
        rule.tags = try map.texts("tags")
        rule.cwe = try numbers("cwe")
        try readPaths(into: &rule)
        rule.languages = try languages()
        rule.near = try nearbyWords("near")
        rule.unlessNear = try nearbyWords("unless-near")
        rule.rejectsPlaceholders = false
        rule.severityChanges = try severityChanges()
        return RuleFileReader.Entry(
            rule: rule, documentation: try documentation(), place: place(of: "id"))
    }
}
