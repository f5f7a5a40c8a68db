internal import Rules
internal import ScanModel

/// A rule's conditions on the place of a blob, with globs and validators looked up once.
struct RuleConditions: Sendable {
    let included: [GlobPattern]
    let excluded: [GlobPattern]
    let allowed: [GlobPattern]
    let low: [GlobPattern]
    let languages: [SourceLanguage]
    let validators: [any Validator]

    /// - Throws: `RuleError` for a validator that does not exist.
    init(_ rule: Rule) throws {
        included = try rule.includedPaths.map { try GlobPattern($0) }
        excluded = try rule.excludedPaths.map { try GlobPattern($0) }
        low = try rule.lowPaths.map { try GlobPattern($0) }
        allowed = try rule.allow.paths.map { try GlobPattern($0) }
        languages = rule.languages.compactMap { SourceLanguage(rawValue: $0) }
        validators = try rule.validators.map { name in
            guard let validator = ValidatorRegistry.validator(named: name) else {
                throw RuleError(
                    .invalidFile,
                    "rule \(rule.id): unknown validator; expected one of: "
                        + ValidatorRegistry.names.joined(separator: ", "))
            }
            return validator
        }
    }

    /// Whether the rule has anything to say of a blob with these paths.
    ///
    /// One path that fits is enough; an allowed path excuses only where the blob has no other.
    func fit(paths: [String], languages present: [SourceLanguage]) -> Bool {
        if !languages.isEmpty && !languages.contains(where: present.contains) { return false }
        if included.isEmpty && excluded.isEmpty && allowed.isEmpty { return true }
        return paths.contains { path in
            (included.isEmpty || included.contains { $0.matches(path) })
                && !excluded.contains { $0.matches(path) }
                && !allowed.contains { $0.matches(path) }
        } || (paths.isEmpty && included.isEmpty)
    }

    /// Whether a hit counts little: the blob stands only at paths that the rule names as such.
    func countsLittle(paths: [String]) -> Bool {
        !low.isEmpty && !paths.isEmpty
            && paths.allSatisfy { path in low.contains { $0.matches(path) } }
    }
}
