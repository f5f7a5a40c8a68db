internal import Patterns
internal import Rules

/// The patterns of one rule, compiled by one thread when the rule's literal first hit.
final class CompiledRule {
    let pattern: Pattern
    let group: Int
    let allowedValues: [Pattern]
    let allowedLines: [Pattern]

    /// - Throws: `PatternError`; rule files are checked when loaded, so this is out of memory.
    init(_ rule: Rule) throws(PatternError) {
        pattern = try Pattern(rule.pattern, options: rule.isAnchored ? .anchored : [])
        group = pattern.groupNumber(named: rule.groupName) ?? 0
        var values: [Pattern] = []
        for source in rule.allow.values {
            values.append(try Pattern(source, options: [.caseless, .interpreted]))
        }
        var lines: [Pattern] = []
        for source in rule.allow.lines {
            lines.append(try Pattern(source, options: [.caseless, .interpreted]))
        }
        allowedValues = values
        allowedLines = lines
    }
}
