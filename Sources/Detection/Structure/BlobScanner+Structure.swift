internal import Documents
internal import Rules
internal import ScanModel
internal import SourceCode

extension BlobScanner {
    /// Judges the text as a document and as code, by the rules whose literals stand in it.
    func judgeStructure(_ pass: inout Pass) {
        guard !pass.structured.isEmpty, let context = pass.context else { return }
        let rules = pass.structured.sorted()
        var words: WordSet?
        judgeSettings(rules, &words, paths: context.paths, &pass)
        judgeUses(rules, words, &pass)
    }

    /// A blob with more paths than these is judged as what the first ones make of it.
    private static let maxDocumentPaths = 1_000

    /// The path decides what a document is for; paths that make the same of it are judged once.
    private func judgeSettings(
        _ rules: [Int], _ wordsOfText: inout WordSet?, paths: [String], _ pass: inout Pass
    ) {
        let rules = rules.filter { compiledRule($0).settingGate != nil }
        guard !rules.isEmpty else { return }
        var documents: [DocumentFormat: Document] = [:]
        var judged: Set<[SubjectHead]> = []
        var known: Set<SettingHit> = []
        var isComplete = paths.count <= BlobScanner.maxDocumentPaths
        for path in paths.prefix(BlobScanner.maxDocumentPaths) {
            guard let format = DocumentFormat.detect(path: path, bytes: pass.text) else { continue }
            let words = wordsOfText ?? WordSet(pass.text)
            wordsOfText = words
            var look = DocumentLook(pass.text, words: words, format: format, path: path)
            let wanted = rules.compactMap { index in
                let rule = compiledRule(index)
                return rule.settingGate?.isOpen(&look) == true
                    ? rule.settingRule.map { (index, $0) } : nil
            }
            guard !wanted.isEmpty else { continue }
            let document: Document
            if let read = documents[format] {
                document = read
            } else {
                document = format.read(pass.text)
                documents[format] = document
                note(document.faults, format, &pass)
            }
            let subjects = document.subjects(path: path)
            guard judged.insert(subjects.map { SubjectHead($0) }).inserted else { continue }
            var judge = SettingJudge(
                subjects: subjects, values: ValueJudge(scratch: scratch, patterns: valuePatterns))
            for (index, rule) in wanted {
                for place in judge.places(of: rule)
                where known.insert(SettingHit(rule: index, place: place)).inserted {
                    add(
                        index, place.span.lowerBound..<place.span.upperBound,
                        isOfMissing: place.isOfMissing, &pass)
                }
            }
            isComplete = isComplete && judge.isComplete
        }
        if !isComplete {
            pass.problems.insert(
                .init(
                    code: "detection.document-limit",
                    message: "the document is too large to judge all of its settings"))
        }
    }

    /// What tells the subjects of one reading of a document from those of another.
    private struct SubjectHead: Hashable {
        let platform: String
        let type: String
        let header: SourceSpan

        init(_ subject: DocumentSubject) {
            platform = subject.platform
            type = subject.type
            header = subject.header
        }
    }

    /// A finding of a rule in a document.
    private struct SettingHit: Hashable {
        let rule: Int
        let place: SettingJudge.Place
    }

    /// Tells what of a document was left to rules about lines.
    func note(_ faults: [DocumentError], _ format: DocumentFormat, _ pass: inout Pass) {
        guard let fault = faults.first(where: { $0.code == .limit }) ?? faults.first else { return }
        let isLimit = fault.code == .limit
        var problem = BlobScanResult.Problem(
            code: isLimit ? "detection.document-limit" : "detection.document-syntax",
            message: "line \(fault.position.line) does not read as \(format.rawValue): "
                + "\(fault.message); what is not read is judged by rules about lines alone")
        problem.isIncomplete = isLimit
        pass.problems.insert(problem)
    }

    private func judgeUses(_ rules: [Int], _ wordsOfText: WordSet?, _ pass: inout Pass) {
        let rules = rules.filter { compiledRule($0).useGate != nil }
        guard !rules.isEmpty, !pass.languages().isEmpty else { return }
        let words = wordsOfText ?? WordSet(pass.text)
        let wanted = rules.compactMap { index in
            let rule = compiledRule(index)
            guard rule.useGate?.isOpen(words) == true, let use = rule.useRule,
                let query = rule.useQuery
            else { return nil as (index: Int, rule: UseRule, query: CodeQuery)? }
            return (index, use, query)
        }
        guard !wanted.isEmpty else { return }
        for language in Set(pass.languages()).sorted(by: { $0.rawValue < $1.rawValue }) {
            let wanted = wanted.filter { fits($0.index, language) }
            guard !wanted.isEmpty else { continue }
            var judge = UseJudge(
                pass.text, language: language,
                values: ValueJudge(scratch: scratch, patterns: valuePatterns))
            for (index, rule, query) in wanted {
                for place in judge.places(of: rule, query) {
                    add(
                        index, place.range.start..<place.range.end,
                        isDoubtful: place.isDoubtful, &pass)
                }
            }
            if !judge.isComplete {
                pass.problems.insert(
                    .init(
                        code: "detection.code-limit",
                        message: "the file is too large or too deep to read all of its code"))
            }
        }
    }

    private func fits(_ index: Int, _ language: SourceLanguage) -> Bool {
        let languages = compiledRule(index).languages
        return languages.isEmpty || languages.contains(language)
    }

    /// Adds a finding of a rule without a pattern.
    private func add(
        _ index: Int, _ place: Range<Int>, isOfMissing: Bool = false, isDoubtful: Bool = false,
        _ pass: inout Pass
    ) {
        let range = place.clamped(to: 0..<pass.text.count)
        guard !range.isEmpty else { return }
        guard pass.candidates.count < detector.limits.maxFindingsPerBlob else {
            pass.problems.insert(tooMany)
            return
        }
        let rule = compiledRule(index)
        guard rule.rule.near.map({ isNear(range, $0, pass.text) }) ?? true,
            !(rule.rule.unlessNear.map { isNear(range, $0, pass.text) } ?? false)
        else { return }
        let countsLittle = pass.context.map { self.countsLittle(rule, paths: $0.paths) } ?? false
        pass.candidates.append(
            Candidate(
                rule: index, kind: rule.rule.kind, specificity: rule.rule.specificity,
                range: range, publicPrefixBytes: 0,
                confidence: countsLittle || isDoubtful ? .low : rule.rule.confidence,
                countsLittle: countsLittle, evidence: [], isOfMissing: isOfMissing))
    }
}
