internal import Detection
internal import Patterns
package import Rules
package import ScanModel

/// Tests rules against their own examples: the check behind `portcullis rules check` and the tests.
///
/// Enters: a rule set and which of its rules to judge. Leaves: problems in words. Examples run
/// through the same scanner as everything else, together with all other rules.
package struct RuleCheck {
    private let detector: Detector
    private let scanner: BlobScanner
    private let placeholders: ExamplePlaceholders
    /// Each example is filled this many times with different random text.
    private let seeds: Range<UInt64>

    /// Fewest examples and counterexamples of a rule.
    package static let minExamples = 2

    /// - Throws: `RuleError`, `PatternError`.
    package init(_ ruleSet: RuleSet, date: CalendarDate, seeds: Range<UInt64> = 1..<21) throws {
        detector = try Detector(
            ruleSet: ruleSet, storedDatabase: nil, key: .builtIn, date: date, limits: ScanLimits())
        placeholders = ExamplePlaceholders(date: date, checksum: ValidatorRegistry.checksum)
        scanner = try detector.makeScanner()
        self.seeds = seeds
    }

    /// Problems of the rules for which `isJudged` holds, in order of their ids.
    ///
    /// - Throws: `RuleError` when the embedded words do not decode.
    package func problems(where isJudged: (RuleID) -> Bool) throws(RuleError) -> [RuleProblem] {
        var problems: [RuleProblem] = []
        for (index, words) in try detector.ruleSet.allDocumentation().enumerated() {
            let rule = detector.ruleSet.rules[index]
            guard isJudged(rule.id) else { continue }
            var messages = complaints(about: rule, words)
            for (number, example) in words.examples.enumerated() {
                messages += check(
                    example, of: rule, index: index, label: "example \(number + 1)",
                    isPositive: true)
                messages += checkNearMisses(
                    of: example, rule: rule, index: index, label: "example \(number + 1)")
            }
            for (number, example) in words.counterexamples.enumerated() {
                messages += check(
                    example, of: rule, index: index, label: "counterexample \(number + 1)",
                    isPositive: false)
            }
            problems += messages.map { RuleProblem(rule: rule.id, message: $0) }
        }
        return problems
    }

    private func complaints(about rule: Rule, _ words: RuleDocumentation) -> [String] {
        var messages: [String] = []
        if words.examples.count < RuleCheck.minExamples {
            messages.append("has \(words.examples.count) examples; write at least 2")
        }
        if words.counterexamples.count < RuleCheck.minExamples {
            messages.append("has \(words.counterexamples.count) counterexamples; write at least 2")
        }
        if rule.cwe.isEmpty { messages.append("names no CWE number") }
        // The engine for assignments is made for hot literals.
        if rule.credential != nil { return messages }
        let hot = rule.literals.map(\.literal).filter(LiteralInference.isHot).map(\.text)
        if !hot.isEmpty {
            messages.append(
                "its literals hit too often: " + hot.joined(separator: ", ")
                    + "; begin the pattern with a longer fixed text")
        }
        return messages
    }

    private func check(
        _ example: RuleExample, of rule: Rule, index: Int, label: String, isPositive: Bool
    ) -> [String] {
        // Without placeholders every filling is the same.
        for seed in example.text.contains("⟦") ? seeds : seeds.prefix(1) {
            let text: ExampleText
            do {
                text = try placeholders.expand(example.text, seed: seed)
            } catch {
                return ["\(label): \(error)"]
            }
            let path = example.path ?? RuleCheck.path(for: rule)
            let result = scan(text.bytes, path: path)
            if let complaint = isPositive
                ? missing(text, result, index)
                    ?? shown(text, result, isSecret: rule.kind == .secret)
                : unwanted(text, result, index)
            {
                return ["\(label) in \(path): \(complaint)"]
            }
        }
        return []
    }

    private func scan(_ bytes: [UInt8], path: String) -> BlobScanResult {
        bytes.withUnsafeBytes {
            scanner.scan($0, context: BlobContext(paths: [path], includesMisuse: true))
        }
    }

    /// Fills an example once and holds what almost is one against the rule.
    private func checkNearMisses(
        of example: RuleExample, rule: Rule, index: Int, label: String
    ) -> [String] {
        guard rule.kind == .secret, let seed = seeds.first,
            let text = try? placeholders.expand(example.text, seed: seed)
        else { return [] }
        let path = example.path ?? RuleCheck.path(for: rule)
        let width = LiteralInference.width(of: rule.pattern)
        let isToken = rule.pattern.hasPrefix(PatternMacros.left)
        for range in text.expectedRanges {
            for miss in NearMiss.all(of: text, at: range, width: width, isToken: isToken) {
                let isFound = scan(miss.bytes, path: path).findings.contains {
                    // A later part of a list may well stand alone.
                    $0.rule == index && $0.range.overlaps(miss.range)
                        && $0.range.lowerBound <= miss.range.lowerBound + 1
                        && !$0.evidence.contains { $0.standing == .refuted }
                }
                if isFound { return ["\(label): found \(miss.change), but must not be"] }
            }
        }
        return []
    }

    /// Whether a rule about structure says the same of the place, or speaks for a rule about lines:
    /// one line is one finding, and the lines' rule serves where no structure can be read.
    private func isTaken(
        _ expected: Range<Int>, from rule: Rule, _ text: ExampleText, _ result: BlobScanResult
    ) -> Bool {
        guard rule.kind == .misuse else { return false }
        let lineFeed = UInt8(ascii: "\n")
        let start = text.bytes[..<expected.lowerBound].lastIndex(of: lineFeed) ?? 0
        let end = text.bytes[expected.upperBound...].firstIndex(of: lineFeed) ?? text.bytes.count
        return result.findings.contains { finding in
            let other = detector.ruleSet.rules[finding.rule]
            guard other.structure != nil, other.id != rule.id else { return false }
            return rule.structure == nil
                ? finding.range.overlaps(start..<end)
                : finding.range.overlaps(expected) && !Set(other.cwe).isDisjoint(with: rule.cwe)
        }
    }

    private func missing(
        _ text: ExampleText, _ result: BlobScanResult, _ index: Int
    ) -> String? {
        let rule = detector.ruleSet.rules[index]
        guard !text.expectedRanges.isEmpty else { return "no «…» marks what is to be found" }
        let own = result.findings.filter { $0.rule == index }
        for expected in text.expectedRanges where !isTaken(expected, from: rule, text, result) {
            if let finding = own.first(where: { $0.range == expected }) {
                if finding.evidence.contains(where: { $0.standing == .refuted }) {
                    return "found, but its own validator refutes it"
                }
                continue
            }
            if let near = own.first(where: { $0.range.overlaps(expected) }) {
                return "found at bytes \(near.range), but bytes \(expected) are marked"
            }
            if let other = result.findings.first(where: { $0.range.overlaps(expected) }) {
                return "taken by rule \(detector.ruleSet.rules[other.rule].id)"
            }
            return "not found"
        }
        if own.count > text.expectedRanges.count {
            return "\(own.count) findings, but \(text.expectedRanges.count) marked"
        }
        return nil
    }

    /// Complains of a finding that points at a secret and lets it be read: a rule may well point at
    /// something beside it.
    ///
    /// Beside what rules about secrets mark stand names of accounts and hosts.
    private func shown(_ text: ExampleText, _ result: BlobScanResult, isSecret: Bool) -> String? {
        let values = text.filledRanges.filter { filled in
            filled.count >= RuleCheck.minSecretBytes
                && (!isSecret || text.expectedRanges.contains { $0.overlaps(filled) })
        }.map { String(decoding: text.bytes[$0], as: UTF8.self) }
        for finding in result.findings {
            guard detector.pointsAtSecret(finding.rule) else { continue }
            let words =
                [finding.snippet.text.text, finding.preview.text]
                + finding.evidence.map(\.statement)
            if values.contains(where: { value in words.contains { $0.contains(value) } }) {
                return "the finding of \(detector.ruleSet.rules[finding.rule].id) shows what fills "
                    + "a placeholder"
            }
        }
        return nil
    }

    /// Shorter fillings stand elsewhere by chance.
    private static let minSecretBytes = 8

    private func unwanted(
        _ text: ExampleText, _ result: BlobScanResult, _ index: Int
    ) -> String? {
        if !text.expectedRanges.isEmpty { return "holds marks, but a counterexample has none" }
        return result.findings.contains {
            $0.rule == index && !$0.evidence.contains { $0.standing == .refuted }
        } ? "found, but must not be" : nil
    }

    /// A path that the rule looks at, for examples that name none.
    package static func path(for rule: Rule) -> String {
        rule.languages.first.flatMap { SourceLanguage(rawValue: $0)?.examplePath }
            ?? rule.includedPaths.first.map(RuleCheck.path(matching:))
            ?? rule.structure?.examplePath ?? "example.txt"
    }

    /// A path that a simple glob takes.
    private static func path(matching glob: String) -> String {
        let firstChoice = glob.replacing("**/", with: "").replacing("*", with: "example")
        guard let open = firstChoice.firstIndex(of: "{"),
            let close = firstChoice.firstIndex(of: "}"), open < close
        else { return firstChoice }
        let choice =
            firstChoice[firstChoice.index(after: open)..<close]
            .split(separator: ",").first ?? ""
        return String(
            firstChoice[..<open] + choice + firstChoice[firstChoice.index(after: close)...])
    }
}
