internal import Rules
internal import ScanModel

extension BlobScanner {
    /// Reads the keys and certificates of the text, and judges them where misuse counts.
    func judgeCertificates(_ pass: inout Pass) {
        guard let context = pass.context,
            !pass.keyMarkers.isEmpty || KeyItemReader.mayBeWhole(pass.text)
        else { return }
        pass.keyItems = KeyItemReader(pass.text).items(at: pass.keyMarkers)
        guard context.includesMisuse else { return }
        if pass.keyMarkers.count >= KeyTraceReader.maxCount {
            pass.problems.insert(
                .init(
                    code: "detection.certificate-limit",
                    message: "more than \(KeyTraceReader.maxCount) keys and certificates; those "
                        + "after them were not judged"))
        }
        guard !pass.keyItems.isEmpty else { return }
        var judge = CertificateJudge(date: detector.date)
        let text = pass.text
        judge.judge(pass.keyItems, paths: context.paths) { CertificateGap.isBlank($0, in: text) }
        pass.judgesCertificates = !judge.isStore
        for fault in judge.faults { add(fault, paths: context.paths, &pass) }
    }

    private func add(_ fault: CertificateFault, paths: [String], _ pass: inout Pass) {
        // What is commented out is not in force.
        guard let index = detector.certificateRules[fault.check], fits(index, &pass),
            !isComment(fault.range.lowerBound, &pass)
        else { return }
        guard pass.candidates.count < detector.limits.maxFindingsPerBlob else {
            pass.problems.insert(tooMany)
            return
        }
        let rule = compiledRule(index)
        let countsLittle = self.countsLittle(rule, paths: paths)
        pass.candidates.append(
            Candidate(
                rule: index, kind: rule.rule.kind, specificity: rule.rule.specificity,
                range: fault.range, publicPrefixBytes: 0,
                confidence: countsLittle ? .low : rule.rule.confidence,
                countsLittle: countsLittle, evidence: [Evidence(.proven, fault.statement)],
                isOneOfSeveral: true, identity: fault.identity, severity: fault.severity))
    }
}
