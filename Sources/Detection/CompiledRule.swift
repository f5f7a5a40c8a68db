internal import Patterns
internal import Rules
internal import ScanModel
internal import SourceCode

/// One rule as one thread runs it: looked up when its literal first hits, and its patterns
/// compiled when it first fits a blob.
final class CompiledRule {
    let rule: Rule
    let isAnchored: Bool
    let included: Int?
    let excluded: Int?
    let allowed: Int?
    let low: Int?
    let languages: [SourceLanguage]
    let validators: [any Validator]
    private(set) var patterns: Patterns?
    /// What the rule asks of documents. Rule files are checked when they are read, so it decodes.
    private(set) lazy var settingRule: SettingRule? = try? rule.structure?.settingRule()
    /// What the rule asks of code.
    private(set) lazy var useRule: UseRule? = try? rule.structure?.useRule()
    /// In which texts they may find something.
    private(set) lazy var settingGate: SettingGate? = settingRule.map { SettingGate($0) }
    private(set) lazy var useQuery: CodeQuery? = useRule.map { UseJudge.query(of: $0) }
    private(set) lazy var useGate: UseGate? = useRule.map { UseGate($0) }

    /// The patterns of a rule.
    final class Patterns {
        let main: Finder
        /// The assignment with a bare name.
        let context: Finder?
        let allowedValues: [Pattern]
        let allowedLines: [Pattern]

        init(
            main: Finder, context: Finder?, allowedValues: [Pattern], allowedLines: [Pattern]
        ) {
            self.main = main
            self.context = context
            self.allowedValues = allowedValues
            self.allowedLines = allowedLines
        }
    }

    /// A pattern and the number of its group that is the finding.
    struct Finder {
        let pattern: Pattern
        let group: Int
        let randomnessFloor: Double

        init(
            _ source: String, options: Pattern.Options, group: String, randomnessFloor: Double
        ) throws(PatternError) {
            self.randomnessFloor = randomnessFloor
            pattern = try Pattern(source, options: options)
            self.group = pattern.groupNumber(named: group) ?? 0
        }
    }

    init(_ rule: Rule, globs: inout PathGlobs) {
        self.rule = rule
        isAnchored = rule.isAnchored
        included = globs.index(of: rule.includedPaths)
        excluded = globs.index(of: rule.excludedPaths)
        allowed = globs.index(of: rule.allow.paths)
        low = globs.index(of: rule.lowPaths)
        languages = rule.languages.compactMap { SourceLanguage(rawValue: $0) }
        // A detector is made only of rules whose validators all exist.
        validators = rule.validators.compactMap(ValidatorRegistry.validator(named:))
    }

    /// - Throws: `PatternError`; rule files are checked when loaded, so this is out of memory.
    @inline(__always)
    func compiledPatterns() throws(PatternError) -> Patterns {
        if let patterns { return patterns }
        return try compilePatterns()
    }

    private func compilePatterns() throws(PatternError) -> Patterns {
        let main = try Finder(
            rule.pattern, options: isAnchored ? .anchored : [], group: rule.groupName,
            randomnessFloor: rule.randomnessFloor)
        var context: Finder?
        if let source = rule.context?.pattern {
            context = try Finder(
                source, options: [], group: rule.groupName,
                randomnessFloor: max(rule.randomnessFloor, ContextAssignment.randomnessFloor))
        }
        var values: [Pattern] = []
        for source in rule.allow.values {
            values.append(try Pattern(source, options: [.caseless, .interpreted]))
        }
        var lines: [Pattern] = []
        for source in rule.allow.lines {
            lines.append(try Pattern(source, options: [.caseless, .interpreted]))
        }
        let compiled = Patterns(
            main: main, context: context, allowedValues: values, allowedLines: lines)
        patterns = compiled
        return compiled
    }

    /// Whether paths alone cannot tell if the rule has to do with a blob.
    var needsText: Bool { !rule.languages.isEmpty || !rule.matchesInComments }

    /// Whether a hit counts little: the blob stands only at paths that the rule names as such.
    func countsLittle(paths: [String], globs: inout PathGlobs, epoch: Int) -> Bool {
        guard let low, !paths.isEmpty else { return false }
        return paths.indices.allSatisfy {
            globs.covers(low, path: $0, of: paths, epoch: epoch)
        }
    }

    /// Whether the rule has anything to say of a blob with these paths.
    ///
    /// One path that fits is enough; an allowed path excuses only where the blob has no other.
    func fits(
        paths: [String], languages present: () -> [SourceLanguage], globs: inout PathGlobs,
        epoch: Int
    ) -> Bool {
        if !languages.isEmpty {
            let present = present()
            if !languages.contains(where: present.contains) { return false }
        }
        if included == nil && excluded == nil && allowed == nil { return true }
        guard !paths.isEmpty else { return included == nil }
        func covers(_ list: Int?, _ path: Int) -> Bool? {
            list.map { globs.covers($0, path: path, of: paths, epoch: epoch) }
        }
        return paths.indices.contains { path in
            covers(included, path) ?? true && !(covers(excluded, path) ?? false)
                && !(covers(allowed, path) ?? false)
        }
    }
}
