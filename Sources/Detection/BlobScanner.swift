internal import Patterns
internal import Rules
internal import ScanModel

/// Scans blobs on one thread: literals, anchored patterns, conditions, evidence, redaction.
///
/// Enters: the bytes of a blob and its paths. Leaves: redacted findings. It never reads files and
/// knows nothing of commits; raw values live only while `scan` runs.
package final class BlobScanner {
    let detector: Detector
    let scratch: MatchScratch
    let literalScratch: LiteralScratch
    /// Working memory for the words of an inventory, made when one is asked for.
    var inventoryScratch: LiteralScratch?
    private let states: RuleStates
    private var globs = PathGlobs()
    /// What rules about structure ask of values.
    let valuePatterns = ValueJudge.Patterns()
    /// Lines of a text that are searched in one go.
    var lines = LineBatch()

    init(detector: Detector) throws(PatternError) {
        self.detector = detector
        scratch = try MatchScratch(limits: detector.limits)
        literalScratch = try detector.literals.makeScratch()
        states = RuleStates(count: detector.ruleSet.rules.count)
    }

    /// Scans one blob.
    ///
    /// Cost is linear in the bytes plus a bounded amount for each literal hit. What was not judged
    /// for a limit is named in `problems`.
    package func scan(_ bytes: UnsafeRawBufferPointer, context: BlobContext) -> BlobScanResult {
        scan(bytes, context: Optional(context))
    }

    /// As `scan`; without a context for secrets alone, wherever the blob stands.
    func scan(_ bytes: UnsafeRawBufferPointer, context: BlobContext?) -> BlobScanResult {
        var result = scanContent(bytes, context: context)
        scanMembers(of: bytes, context: context, into: &result)
        return result
    }

    /// Scans the bytes of a blob or of a member of an archive, whatever is packed within them.
    func scanContent(_ bytes: UnsafeRawBufferPointer, context: BlobContext?) -> BlobScanResult {
        let special = TextEncoding.detectWide(bytes)
        guard let encoding = special, encoding.isWide else {
            return scan(text: bytes, isBinary: special == .binary, context: context)
        }
        guard let transcoded = TranscodedText(bytes, encoding: encoding) else {
            var result = BlobScanResult()
            result.problems.append(
                .init(
                    code: "detection.encoding",
                    message: "text in \(encoding.rawValue) does not decode; not scanned"))
            return result
        }
        var result = transcoded.bytes.withUnsafeBytes {
            scan(text: $0, isBinary: false, context: context)
        }
        // Bytes appended to a file in UTF-16 are garbage in it and still readable by themselves.
        let raw = scan(text: bytes, isBinary: true, context: context)
        let known = Set(result.findings.map(\.fingerprint))
        result.findings += raw.findings.filter { !known.contains($0.fingerprint) }
        result.problems += raw.problems.filter { !result.problems.contains($0) }
        return result
    }

    /// Byte ranges of secrets in a short text, for masking it; rules that need a path do not run.
    func secretRanges(in text: UnsafeRawBufferPointer) -> [Range<Int>]? {
        var pass = Pass(
            text: text, isBinary: false, context: .init(paths: [], includesMisuse: false))
        guard collect(into: &pass) else { return nil }
        collectWrapped(into: &pass)
        guard pass.problems.isEmpty, pass.limits.isEmpty else { return nil }
        return pass.candidates.map(\.range)
    }

    private func scan(
        text: UnsafeRawBufferPointer, isBinary: Bool, context: BlobContext?
    ) -> BlobScanResult {
        var pass = Pass(text: text, isBinary: isBinary, context: context)
        if !collect(into: &pass) {
            pass.problems.insert(
                .init(code: "detection.engine", message: "the literal scan failed; not scanned"))
        }
        tryWholeText(&pass)
        judgeStructure(&pass)
        collectWrapped(into: &pass)
        judgeCertificates(&pass)
        for limit in pass.limits { pass.problems.insert(matchLimit(of: limit.rule)) }
        if pass.candidates.isEmpty, pass.markers.isEmpty, pass.problems.isEmpty,
            pass.keyItems.isEmpty
        {
            return BlobScanResult()
        }
        return FindingBuilder(detector: detector, pass: pass).result()
    }

    /// What of a rule that ran into its match limit is told.
    func matchLimit(of rule: Int) -> BlobScanResult.Problem {
        .init(
            code: "detection.match-limit",
            message:
                "rule \(detector.ruleSet.rules[rule].id) ran into its match limit; part of the "
                + "blob was not judged by it")
    }

    /// What is told of a blob with more hits than are kept.
    var tooMany: BlobScanResult.Problem {
        .init(
            code: "detection.too-many",
            message: "more than \(detector.limits.maxFindingsPerBlob) hits; "
                + "the rest of the blob was not judged")
    }

    /// Voids what is known of the text before.
    func beginText() { states.beginText() }

    /// Runs literals and patterns over the text.
    /// - Returns: whether the literal scan came to its end.
    func collect(into pass: inout Pass) -> Bool {
        beginText()
        guard collect(pass.text, into: &pass, place: { $0 }) else { return false }
        tryWideHits(&pass)
        return true
    }

    /// Tries the rules that look beyond one line at the hits of their literals.
    func tryWideHits(_ pass: inout Pass) {
        // In an order of their own: it must not matter in what pieces the text was searched.
        pass.wideHits.sort { ($0.start, $0.use) < ($1.start, $1.use) }
        for hit in pass.wideHits {
            let use = detector.ruleSet.uses[hit.use]
            guard fits(use.rule, &pass) else { continue }
            if use.isContext {
                tryContext(use.rule, at: hit.start, &pass)
            } else if let byteCount = detector.pairLiteralBytes[hit.use] {
                tryPair(at: hit.start, byteCount: byteCount, &pass)
            } else {
                tryRule(use, at: hit.start, &pass)
            }
        }
    }

    /// Runs literals, and the patterns of rules that look at one line, over whole lines.
    ///
    /// - Parameters:
    ///   - lines: the text of the pass, or some of its lines one after the other.
    ///   - place: where in the text an offset of `lines` lies; asked in ascending order of the ends
    ///     of hits.
    /// - Returns: whether the literal scan came to its end.
    func collect(
        _ lines: UnsafeRawBufferPointer, into pass: inout Pass, place: (Int) -> Int
    ) -> Bool {
        let ruleSet = detector.ruleSet
        let marker = ruleSet.suppressionLiteral
        do {
            try detector.literals.scan(
                lines,
                group: detector.literalGroup(
                    includesMisuse: pass.context?.includesMisuse ?? false, isBinary: pass.isBinary),
                scratch: literalScratch
            ) { hit in
                let start = place(hit.start)
                if hit.literal == marker { pass.markers.append(start) }
                if detector.isKeyMarker[hit.literal],
                    pass.keyMarkers.count < KeyTraceReader.maxCount
                {
                    pass.keyMarkers.append(start)
                }
                let stemBytes = detector.stemBytes[hit.literal]
                if stemBytes > 0, !pass.isBinary {
                    tryCredential(at: start, byteCount: stemBytes, &pass)
                }
                for number in ruleSet.usePlaces(ofLiteral: hit.literal) {
                    let use = ruleSet.uses[number]
                    guard fits(use.rule, &pass) else { continue }
                    if detector.isStructured[use.rule] {
                        // That it stands somewhere is all that is asked of it.
                        if states[use.rule].searchedUntil == 0 {
                            states[use.rule].searchedUntil = 1
                            pass.structured.append(use.rule)
                        }
                    } else if use.isContext || detector.looksBeyondLine[use.rule] {
                        if let byteCount = detector.pairLiteralBytes[number],
                            !CredentialPairs(pass.text).isHalf(at: start, byteCount: byteCount)
                        {
                            continue
                        }
                        pass.wideHits.append(.init(use: number, start: start))
                    } else {
                        tryRule(use, at: start, &pass)
                    }
                }
            }
            pass.dropFollowedLeads()
            return true
        } catch {
            return false
        }
    }

    /// Whether a rule has to do with the text; called before a rule is tried in it.
    @inline(__always)
    func fits(_ index: Int, _ pass: inout Pass) -> Bool {
        states[index].epoch == states.epoch ? states[index].fits : beginFit(index, &pass)
    }

    private func beginFit(_ index: Int, _ pass: inout Pass) -> Bool {
        let compiled = compiledRule(index)
        var fits = !pass.isBinary || compiled.rule.matchesInBinary
        if let context = pass.context {
            fits =
                fits && (compiled.rule.kind == .secret || context.includesMisuse)
                && compiled.fits(
                    paths: context.paths, languages: { pass.languages() }, globs: &globs,
                    epoch: states.epoch)
        } else {
            fits = fits && compiled.rule.kind == .secret
        }
        states[index].begin(states.epoch, fits: fits)
        return fits
    }

    /// Whether a rule that needs no text to tell has to do with a blob at these paths.
    func fits(_ rule: CompiledRule, paths: [String]) -> Bool {
        rule.fits(paths: paths, languages: { [] }, globs: &globs, epoch: states.epoch)
    }

    /// Whether a rule's hits count little in a blob at these paths.
    func countsLittle(_ rule: CompiledRule, paths: [String]) -> Bool {
        rule.countsLittle(paths: paths, globs: &globs, epoch: states.epoch)
    }

    func compiledRule(_ index: Int) -> CompiledRule {
        if let known = states[index].compiled { return known.takeUnretainedValue() }
        let made = CompiledRule(detector.ruleSet.rules[index], globs: &globs)
        states.hold(made, at: index)
        return made
    }

    /// Tries a rule that fits at a hit of its literal.
    func tryRule(_ use: LiteralUse, at hit: Int, _ pass: inout Pass) {
        states[use.rule].compiled?._withUnsafeGuaranteedRef { rule in
            if use.offset != nil, rule.isAnchored {
                tryAnchored(use, rule, at: hit, &pass)
            } else {
                trySearched(use, rule, at: hit, &pass)
            }
        }
    }

    private func trySearched(
        _ use: LiteralUse, _ rule: CompiledRule, at hit: Int, _ pass: inout Pass
    ) {
        guard hit >= states[use.rule].searchedUntil, let program = program(rule, &pass)
        else { return }
        let window = TextWindow.around(hit, in: pass.text, reach: rule.rule.reach)
        var start = max(window.lowerBound, states[use.rule].searchedUntil)
        program._withUnsafeGuaranteedRef { program in
            // Every round moves on by one byte at least; the window is bounded.
            while start <= window.upperBound,
                let end = attempt(
                    use.rule, rule, program, program.main, window: window, from: start, &pass)
            {
                start = max(end, start + 1)
            }
        }
        states[use.rule].searchedUntil = max(window.upperBound, hit + 1)
    }

    private func tryAnchored(
        _ use: LiteralUse, _ rule: CompiledRule, at hit: Int, _ pass: inout Pass
    ) {
        let start = hit - (use.offset ?? 0)
        guard start >= 0, start != states[use.rule].lastStart,
            let program = program(rule, &pass)
        else { return }
        states[use.rule].lastStart = start
        let window = TextWindow.around(hit, in: pass.text, reach: rule.rule.reach)
        guard start >= window.lowerBound else { return }
        program._withUnsafeGuaranteedRef {
            let end = attempt(
                use.rule, rule, $0, $0.main, window: window, from: start, &pass)
            if end == nil { noteLead(use.rule, rule, at: start, &pass) }
        }
    }

    /// Looks near a word of an `assignment` for its value behind a bare name.
    func tryContext(_ index: Int, at hit: Int, _ pass: inout Pass) {
        guard TextWindow.isWordStart(hit, in: pass.text) else { return }
        let window = TextWindow.near(hit, in: pass.text)
        var start = max(window.lowerBound, states[index].contextSearchedUntil)
        guard start < window.upperBound,
            TextWindow.holdsLongRun(pass.text, in: start..<window.upperBound)
        else { return }
        let rule = compiledRule(index)
        guard let program = program(rule, &pass)?.takeUnretainedValue(),
            let finder = program.context
        else { return }
        while start < window.upperBound,
            let end = attempt(index, rule, program, finder, window: window, from: start, &pass)
        {
            start = max(end, start + 1)
        }
        states[index].contextSearchedUntil = window.upperBound
    }

    /// The patterns of a rule that is about to be tried, which the rule holds; `nil`, with a
    /// problem, when it must not be.
    private func program(
        _ rule: CompiledRule, _ pass: inout Pass
    ) -> Unmanaged<CompiledRule.Patterns>? {
        guard pass.candidates.count < detector.limits.maxFindingsPerBlob else {
            pass.problems.insert(tooMany)
            return nil
        }
        do {
            return .passUnretained(try rule.compiledPatterns())
        } catch {
            pass.problems.insert(
                .init(
                    code: "detection.engine",
                    message: "no memory to compile rule \(rule.rule.id)"))
            return nil
        }
    }

    /// Matches within the window and judges the match.
    /// - Returns: the end of the match, or `nil` without one.
    private func attempt(
        _ index: Int, _ rule: CompiledRule, _ program: CompiledRule.Patterns,
        _ finder: CompiledRule.Finder, window: Range<Int>, from start: Int, _ pass: inout Pass
    ) -> Int? {
        let subject = UnsafeRawBufferPointer(rebasing: pass.text[window])
        switch finder.pattern.match(
            in: subject, from: start - window.lowerBound, scratch: scratch)
        {
        case .none: return nil
        case .limitReached:
            pass.limits.append((index, start))
            return nil
        case .match: break
        }
        guard let whole = scratch.range(ofGroup: 0),
            let group = scratch.range(ofGroup: finder.group)
        else { return nil }
        let match = whole.lowerBound + window.lowerBound..<whole.upperBound + window.lowerBound
        let range = group.lowerBound + window.lowerBound..<group.upperBound + window.lowerBound
        judge(index, rule, program, finder, match: match, range: range, &pass)
        return match.upperBound
    }

    /// Applies the rule's conditions to a match; adds a candidate when all hold.
    private func judge(
        _ index: Int, _ compiled: CompiledRule, _ program: CompiledRule.Patterns,
        _ finder: CompiledRule.Finder, match: Range<Int>, range: Range<Int>, _ pass: inout Pass
    ) {
        let rule = compiled.rule
        let text = pass.text
        let value = SecretBytes(UnsafeRawBufferPointer(rebasing: text[range]))
        guard !range.isEmpty, isInteresting(value, rule, program, finder),
            !isAllowedLine(range, program, text),
            rule.near.map({ isNear(range, $0, text) }) ?? true,
            !(rule.unlessNear.map { isNear(range, $0, text) } ?? false),
            rule.matchesInComments || !isComment(range.lowerBound, &pass)
        else { return }
        let countsLittle =
            pass.context.map { self.countsLittle(compiled, paths: $0.paths) } ?? false
        var confidence = countsLittle ? .low : rule.confidence
        var evidence: [Evidence] = []
        for validator in compiled.validators {
            switch validator.judgement(of: value.bytes) {
            case .valid(let statement): evidence.append(statement)
            case .invalid(let statement):
                evidence.append(Evidence(.refuted, statement))
                confidence = .low
            case .rejected: return
            case .unknown: break
            }
        }
        pass.candidates.append(
            Candidate(
                rule: index, kind: rule.kind, specificity: rule.specificity, range: range,
                publicPrefixBytes: publicPrefix(rule, match: match, range: range, text),
                confidence: confidence, countsLittle: countsLittle, evidence: evidence))
    }

    private func isInteresting(
        _ value: SecretBytes, _ rule: Rule, _ program: CompiledRule.Patterns,
        _ finder: CompiledRule.Finder
    ) -> Bool {
        if rule.entropyFloor > 0,
            ShannonEntropy.bitsPerCharacter(of: value.bytes) < rule.entropyFloor
        {
            return false
        }
        if finder.randomnessFloor > 0,
            RandomnessScore.score(of: value.bytes) < finder.randomnessFloor
        {
            return false
        }
        if rule.rejectsPlaceholders, PlaceholderFilter.isPlaceholder(value) { return false }
        if rule.allow.stopwords.contains(where: { NearbySearch.contains($0, in: value.bytes) }) {
            return false
        }
        return !program.allowedValues.contains {
            $0.match(in: value.bytes, from: 0, scratch: scratch) == .match
        }
    }

    private func isAllowedLine(
        _ range: Range<Int>, _ program: CompiledRule.Patterns, _ text: UnsafeRawBufferPointer
    ) -> Bool {
        guard !program.allowedLines.isEmpty else { return false }
        let window = TextWindow.around(range.lowerBound, in: text, reach: .line)
        let line = UnsafeRawBufferPointer(rebasing: text[window])
        return program.allowedLines.contains {
            $0.match(in: line, from: 0, scratch: scratch) == .match
        }
    }

    func isNear(
        _ range: Range<Int>, _ near: NearbyWords, _ text: UnsafeRawBufferPointer
    ) -> Bool {
        let window = TextWindow.lines(around: range, lines: near.lines, in: text)
        let stretch = UnsafeRawBufferPointer(rebasing: text[window])
        return near.words.contains { NearbySearch.contains($0, in: stretch) }
    }

    /// How many bytes of the value are the rule's own literal and so no secret.
    private func publicPrefix(
        _ rule: Rule, match: Range<Int>, range: Range<Int>, _ text: UnsafeRawBufferPointer
    ) -> Int {
        guard rule.kind == .secret, match.lowerBound == range.lowerBound else { return 0 }
        return rule.literals.lazy.filter {
            $0.offset == 0 && $0.literal.byteCount < range.count / 2
        }
        .filter { required in
            NearbySearch.isPrefix(
                required.literal.text, caseless: required.literal.isCaseless,
                of: UnsafeRawBufferPointer(rebasing: text[range]))
        }
        .map(\.literal.byteCount).max() ?? 0
    }
}
