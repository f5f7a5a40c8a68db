internal import Rules
internal import ScanModel

extension BlobScanner {
    /// Reads the assignment at a stem, and gives what it finds to the rule of its class.
    func tryCredential(at stem: Int, byteCount: Int, _ pass: inout Pass) {
        let finder = CredentialFinder(pass.text)
        guard let hit = finder.hit(at: stem, byteCount: byteCount, readUntil: &pass.readUntil)
        else { return }
        add(hit, &pass)
    }

    /// Reads the pair of which the hit of a literal is half.
    func tryPair(at start: Int, byteCount: Int, _ pass: inout Pass) {
        guard let hit = CredentialPairs(pass.text).hit(at: start, byteCount: byteCount) else {
            return
        }
        add(hit, &pass)
    }

    /// Judges a text that is nothing but one value.
    func tryWholeText(_ pass: inout Pass) {
        guard detector.credentialRules[.file] != nil, !pass.isBinary,
            let value = WholeValue.range(in: pass.text),
            let judged = CredentialValue(
                UnsafeRawBufferPointer(rebasing: pass.text[value]), isPassword: true),
            judged.make != .word
        else { return }
        add(
            CredentialFinder.Hit(
                credential: .file, range: value, confidence: .medium,
                evidence: Evidence(.unverified, "the file is nothing but one value")), &pass)
    }

    private func add(_ hit: CredentialFinder.Hit, _ pass: inout Pass) {
        guard let index = detector.credentialRules[hit.credential], fits(index, &pass) else {
            return
        }
        guard pass.candidates.count < detector.limits.maxFindingsPerBlob else {
            pass.problems.insert(tooMany)
            return
        }
        let rule = compiledRule(index)
        let countsLittle =
            pass.context.map { self.countsLittle(rule, paths: $0.paths) } ?? false
        pass.candidates.append(
            Candidate(
                rule: index, kind: .secret, specificity: rule.rule.specificity, range: hit.range,
                publicPrefixBytes: 0,
                confidence: countsLittle ? .low : min(hit.confidence, rule.rule.confidence),
                countsLittle: countsLittle, evidence: [hit.evidence]))
    }
}
