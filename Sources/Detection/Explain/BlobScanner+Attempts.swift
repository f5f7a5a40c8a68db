internal import Patterns
internal import Rules
internal import ScanModel

extension BlobScanner {
    /// Most places of one text that are explained.
    package static let maxAttempts = 1000

    /// Why a rule reports or does not report each place of a text to which its literals lead.
    ///
    /// Slower than `scan`, and no part of it: conditions are asked one by one and put into words.
    package func attempts(
        of rule: Int, in bytes: UnsafeRawBufferPointer, context: BlobContext
    ) -> [RuleAttempt] {
        let special = TextEncoding.detectWide(bytes)
        if let encoding = special, encoding.isWide,
            let transcoded = TranscodedText(bytes, encoding: encoding)
        {
            let result = scan(bytes, context: context)
            return transcoded.bytes.withUnsafeBytes {
                attempts(of: rule, $0, isBinary: false, context, result)
            }
        }
        let result = scan(bytes, context: context)
        return attempts(of: rule, bytes, isBinary: special == .binary, context, result)
    }

    private func attempts(
        of index: Int, _ text: UnsafeRawBufferPointer, isBinary: Bool, _ context: BlobContext,
        _ result: BlobScanResult
    ) -> [RuleAttempt] {
        let compiled = compiledRule(index)
        var pass = Pass(text: text, isBinary: isBinary, context: context)
        beginText()
        guard fits(index, &pass) else {
            return [RuleAttempt(line: nil, steps: [misfit(compiled, pass)], isReported: false)]
        }
        if compiled.rule.structure?.kind == .certificate {
            let found = unexplained(index, [], result)
            let step = RuleStep(
                "certificate", passed: false,
                "no certificate or key of the text is what the check asks for")
            return found.isEmpty
                ? [RuleAttempt(line: nil, steps: [step], isReported: false)] : found
        }
        guard let program = try? compiled.compiledPatterns() else { return [] }
        let hits = LiteralSearch.hits(of: compiled.rule, in: text)
        var lines = LineIndex(text)
        var attempts: [RuleAttempt] = []
        var explained: Set<Range<Int>> = []
        var searchedUntil = -1
        for hit in hits {
            guard attempts.count < BlobScanner.maxAttempts else { break }
            let isAnchored = hit.offset != nil && compiled.isAnchored
            guard isAnchored || hit.isContext || hit.start >= searchedUntil else { continue }
            let window =
                hit.isContext
                ? TextWindow.near(hit.start, in: text)
                : TextWindow.around(hit.start, in: text, reach: compiled.rule.reach)
            if !isAnchored, !hit.isContext {
                searchedUntil = max(window.upperBound, hit.start + 1)
            }
            guard let finder = hit.isContext ? program.context : program.main,
                !hit.isContext || TextWindow.isWordStart(hit.start, in: text)
            else { continue }
            let head = RuleStep("literal", "`\(hit.literal)` stands here")
            var start = isAnchored ? hit.start - (hit.offset ?? 0) : window.lowerBound
            var didMatch = false
            while start >= window.lowerBound, start <= window.upperBound,
                attempts.count < BlobScanner.maxAttempts,
                let match = match(finder, in: text, window: window, from: start)
            {
                didMatch = true
                if explained.insert(match.range).inserted {
                    attempts.append(
                        attempt(
                            index, compiled, (program, finder), match.range, head, &pass, &lines,
                            result))
                }
                if isAnchored { break }
                start = max(match.end, start + 1)
            }
            // Words of a context stand everywhere; only what one leads to is of interest.
            if !didMatch, !hit.isContext {
                attempts.append(
                    RuleAttempt(
                        line: lines.line(of: hit.start),
                        steps: [
                            head, RuleStep("pattern", passed: false, "it does not match here"),
                        ],
                        isReported: false))
            }
        }
        attempts += unexplained(index, explained, result)
        guard attempts.isEmpty else { return attempts }
        let step = RuleStep(
            "literal", passed: false,
            "none stands in the text; " + FindingBuilder.literals(of: compiled.rule))
        return [RuleAttempt(line: nil, steps: [step], isReported: false)]
    }

    private func match(
        _ finder: CompiledRule.Finder, in text: UnsafeRawBufferPointer, window: Range<Int>,
        from start: Int
    ) -> (range: Range<Int>, end: Int)? {
        let subject = UnsafeRawBufferPointer(rebasing: text[window])
        guard
            finder.pattern.match(in: subject, from: start - window.lowerBound, scratch: scratch)
                == .match, let whole = scratch.range(ofGroup: 0),
            let group = scratch.range(ofGroup: finder.group)
        else { return nil }
        let base = window.lowerBound
        return (
            group.lowerBound + base..<group.upperBound + base, whole.upperBound + base
        )
    }

    /// Asks the conditions of a match one by one, up to the first that does not hold.
    private func attempt(
        _ index: Int, _ compiled: CompiledRule,
        _ program: (patterns: CompiledRule.Patterns, finder: CompiledRule.Finder),
        _ range: Range<Int>, _ head: RuleStep, _ pass: inout Pass, _ lines: inout LineIndex,
        _ result: BlobScanResult
    ) -> RuleAttempt {
        let rule = compiled.rule
        let value = UnsafeRawBufferPointer(rebasing: pass.text[range])
        var steps = [
            head, RuleStep("pattern", "it matches, and captures \(range.count) bytes"),
        ]
        steps += ValueSteps.steps(
            of: value, rule, randomnessFloor: program.finder.randomnessFloor)
        steps += contextSteps(rule, program.patterns, range, pass.text)
        if !rule.matchesInComments {
            let maps = pass.languages().map { CommentMap(pass.text, language: $0) }
            let isComment = !maps.isEmpty && maps.allSatisfy { $0.isComment(range.lowerBound) }
            steps.append(
                RuleStep(
                    "comment", passed: !isComment,
                    isComment ? "it stands in a comment" : "it stands in no comment"))
        }
        steps += ValueSteps.judgements(of: value, rule)
        if let context = pass.context, countsLittle(compiled, paths: context.paths) {
            steps.append(
                RuleStep("path", "the rule's hits count little here: low severity and confidence"))
        }
        let finding = result.findings.first { $0.rule == index && $0.range == range }
        if let failed = steps.firstIndex(where: { !$0.passed }) {
            steps.removeSubrange((failed + 1)...)
        } else if let finding {
            steps.append(
                RuleStep(
                    "reported",
                    "severity \(finding.severity.word), confidence \(finding.confidence.word)"))
        } else if let other = result.findings.first(where: { $0.range.overlaps(range) }) {
            let winner = detector.ruleSet.rules[other.rule]
            steps.append(
                RuleStep(
                    "rank", passed: false,
                    "rule \(winner.id) is about the same place, with specificity "
                        + "\(winner.specificity) before \(rule.specificity)"))
        } else {
            steps.append(RuleStep("other", passed: false, "another condition does not hold"))
        }
        return RuleAttempt(
            line: lines.line(of: range.lowerBound), steps: steps,
            isReported: finding != nil)
    }

    private func contextSteps(
        _ rule: Rule, _ program: CompiledRule.Patterns, _ range: Range<Int>,
        _ text: UnsafeRawBufferPointer
    ) -> [RuleStep] {
        var steps: [RuleStep] = []
        let value = UnsafeRawBufferPointer(rebasing: text[range])
        func allowed(
            _ name: String, _ patterns: [Pattern], _ subject: UnsafeRawBufferPointer, _ what: String
        ) {
            guard !patterns.isEmpty else { return }
            let number = patterns.firstIndex {
                $0.match(in: subject, from: 0, scratch: scratch) == .match
            }
            steps.append(
                RuleStep(
                    name, passed: number == nil,
                    number.map { "entry \($0 + 1) of the allowed \(what) matches" }
                        ?? "none of \(patterns.count) allowed \(what) matches"))
        }
        allowed("allow", program.allowedValues, value, "values")
        let line = TextWindow.around(range.lowerBound, in: text, reach: .line)
        allowed(
            "allow", program.allowedLines, UnsafeRawBufferPointer(rebasing: text[line]), "lines")
        func word(_ near: NearbyWords) -> String? {
            let window = TextWindow.lines(around: range, lines: near.lines, in: text)
            let stretch = UnsafeRawBufferPointer(rebasing: text[window])
            return near.words.first { NearbySearch.contains($0, in: stretch) }
        }
        if let near = rule.near {
            let found = word(near)
            steps.append(
                RuleStep(
                    "near", passed: found != nil,
                    found.map { "`\($0)` stands within \(near.lines) lines" }
                        ?? "none of \(near.words.count) words stands within \(near.lines) lines"))
        }
        if let near = rule.unlessNear {
            let found = word(near)
            steps.append(
                RuleStep(
                    "unless-near", passed: found == nil,
                    found.map { "`\($0)` stands within \(near.lines) lines" }
                        ?? "none of \(near.words.count) words stands within \(near.lines) lines"))
        }
        return steps
    }

    /// Findings of the rule where its literals do not stand in the text itself.
    private func unexplained(
        _ index: Int, _ explained: Set<Range<Int>>, _ result: BlobScanResult
    ) -> [RuleAttempt] {
        result.findings.filter { $0.rule == index && !explained.contains($0.range) }.map {
            RuleAttempt(
                line: $0.region.startLine,
                steps: [
                    detector.ruleSet.rules[index].literals.isEmpty
                        ? RuleStep("assignment", "the engine for assignments finds it here")
                        : RuleStep("decoded", "found in what stands here in another encoding")
                ],
                isReported: true)
        }
    }

    /// Why a rule is not asked about a text at all.
    private func misfit(_ compiled: CompiledRule, _ pass: Pass) -> RuleStep {
        let rule = compiled.rule
        var pass = pass
        if pass.isBinary, !rule.matchesInBinary {
            return RuleStep("binary", passed: false, "the file is binary; the rule is for text")
        }
        let present = pass.languages()
        if !compiled.languages.isEmpty, !compiled.languages.contains(where: present.contains) {
            let wanted = rule.languages.joined(separator: ", ")
            return RuleStep(
                "language", passed: false,
                "the rule is for \(wanted); the file is "
                    + (present.isEmpty
                        ? "of no known language" : present.map(\.rawValue).joined(separator: ", ")))
        }
        return RuleStep(
            "path", passed: false, "the rule's path conditions leave this path out")
    }
}
