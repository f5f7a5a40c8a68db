internal import Detection
internal import Gate
internal import Rules
internal import ScanModel

/// Collects what a scan found and could not read, and makes the report of it.
///
/// Belongs to one thread. The one place where raw paths and names become redacted.
final class ReportAssembler {
    let session: ScanSession
    let redactor: TextRedactor
    private(set) var findings: [Finding] = []
    private(set) var notifications: Set<ScanNotification> = []
    var statistics = ScanStatistics()
    var origin: RepositoryOrigin?
    private var sentences: [String]?
    /// What is known of the findings' relations; `nil` once they were put together.
    private var conclusion: ScanConclusion? = ScanConclusion()

    /// - Throws: `PatternError` when there is no memory.
    init(_ session: ScanSession) throws {
        self.session = session
        redactor = try TextRedactor(detector: session.detector)
    }

    func add(_ finding: Finding) { findings.append(finding) }

    /// Adds a finding with what may prove it.
    func add(_ finding: Finding, _ material: ProofMaterial?) {
        if let material { conclusion?.add(material, of: findings.count) }
        findings.append(finding)
    }

    /// Takes the public keys and certificates of one place.
    ///
    /// - Parameter isJudged: whether findings may be made of the certificates: not where a part of
    ///   a tree is scanned for what is new, for what they share may be old.
    func add(_ traces: [KeyTrace], in provenance: Provenance, isJudged: Bool = true) {
        for trace in traces {
            conclusion?.add(
                [trace], in: self.provenance(provenance, of: trace.member), isJudged: isJudged)
        }
    }

    /// Puts the findings together: what proves what, which are one, which go together. Called when
    /// all are there; a second call does nothing.
    func conclude() {
        guard let done = conclusion else { return }
        conclusion = nil
        var wasBounded = false
        findings = done.concluded(findings, wasBounded: &wasBounded)
        for check in [CertificateCheck.sharedKey, .duplicateSerial]
        where !done.certificates.isEmpty {
            guard let rule = session.detector.certificateRules[check], session.isActive[rule] else {
                continue
            }
            findings += done.certificates.findings(
                of: check, by: session.detector.ruleSet.rules[rule], at: session.detector.date,
                message: message(of: rule), known: findings)
        }
        if done.certificates.isCut {
            note(
                code: "detection.certificate-limit",
                message: "there are more certificates than are held against each other; each was "
                    + "judged by itself", path: nil, isIncomplete: true)
        }
        if wasBounded {
            note(
                code: "detection.relations-bounded",
                message: "there are more signed tokens and secrets than are held against each "
                    + "other; all of them are reported", path: nil, isIncomplete: false)
        }
    }

    /// Takes findings that an earlier scan put together.
    func addConcluded(_ earlier: [Finding]) {
        findings += earlier
        conclusion = nil
    }

    func add(_ notification: ScanNotification) { notifications.insert(notification) }

    /// Records something about an input, with its raw words redacted.
    func note(
        code: String, message: String, path: String?, isIncomplete: Bool,
        level: ScanNotification.Level? = nil
    ) {
        notifications.insert(
            ScanNotification(
                code: code, level: level ?? (isIncomplete ? .error : .note),
                message: redactor.redact(message), path: path.map(redactor.redact),
                isIncomplete: isIncomplete))
    }

    /// Records how much the configuration leaves out.
    func noteExcluded(_ count: Int, _ what: String) {
        guard count > 0 else { return }
        note(
            code: "input.excluded",
            message: "\(count) \(what) left out by `exclude` of the configuration", path: nil,
            isIncomplete: false)
    }

    /// Records what the scanner could not judge of a blob.
    func note(_ problems: [BlobScanResult.Problem], path: String) {
        for problem in problems {
            note(
                code: problem.code, message: problem.message,
                path: problem.member.map { path + "!" + $0 } ?? path,
                isIncomplete: problem.isIncomplete)
        }
    }

    /// The place of a finding within a blob.
    func location(of finding: BlobFinding, in provenance: Provenance) -> Location {
        let provenance = self.provenance(provenance, of: finding.member)
        return Location(
            provenance: provenance, region: finding.region, snippet: finding.snippet,
            lineHash: finding.lineHash)
    }

    /// The place of a member of an archive.
    private func provenance(_ provenance: Provenance, of member: String?) -> Provenance {
        guard let member else { return provenance }
        return Provenance(
            kind: provenance.kind,
            path: redactor.redact(provenance.path.text + "!" + member),
            objectID: provenance.objectID, commit: provenance.commit)
    }

    /// A finding that stands at one place.
    func finding(
        _ finding: BlobFinding, in provenance: Provenance, suppression: Suppression? = nil
    ) -> Finding {
        let rule = session.detector.ruleSet.rules[finding.rule]
        return Finding(
            ruleID: rule.id, kind: rule.kind, severity: finding.severity,
            confidence: finding.confidence, message: message(of: finding.rule),
            fingerprint: finding.fingerprint, preview: finding.preview,
            evidence: finding.evidence, primary: location(of: finding, in: provenance),
            related: related(to: finding, in: provenance), explanation: finding.explanation,
            suppression: suppression)
    }

    /// The places beside a finding that explain it.
    func related(to finding: BlobFinding, in provenance: Provenance) -> [RelatedLocation] {
        if finding.relations.isEmpty { return [] }
        let provenance = self.provenance(provenance, of: finding.member)
        return finding.relations.map {
            RelatedLocation(
                kind: $0.kind,
                location: Location(
                    provenance: provenance, region: $0.region, snippet: $0.snippet,
                    lineHash: $0.lineHash), message: $0.message)
        }
    }

    /// Adds all active findings of one text that stands at one place; its suppressions count.
    func add(_ result: BlobScanResult, in provenance: Provenance, path: String) {
        note(result.problems, path: path)
        add(result.keyTraces, in: provenance)
        var ledger = SuppressionLedger(result.suppressions)
        for found in result.findings {
            let rule = session.detector.ruleSet.rules[found.rule].id
            // Asked for inactive rules too: their suppressions are of use in other runs.
            let suppression = ledger.suppression(of: rule, line: found.region.startLine)
            guard session.isActive[found.rule] else { continue }
            add(finding(found, in: provenance, suppression: suppression), found.material)
        }
        for notification in ledger.notifications(path: provenance.path) { add(notification) }
    }

    /// What a rule finds, in a sentence; words are decoded at the first finding.
    func message(of rule: Int) -> String {
        if sentences == nil {
            sentences = (try? session.detector.ruleSet.allDocumentation())?.map(\.finds)
        }
        guard let sentences, rule < sentences.count else {
            return session.detector.ruleSet.rules[rule].id.rawValue
        }
        return sentences[rule]
    }

    /// Objects that are neither read nor accounted for are a gap that nobody may take for clean.
    private func noteLedgerFault() {
        guard let objects = statistics.objects,
            objects.expected != objects.read + objects.skipped
        else { return }
        note(
            code: "detection.inconsistent",
            message: "of \(objects.expected) objects \(objects.read) were read and "
                + "\(objects.skipped) could not be; please report this", path: nil,
            isIncomplete: true)
    }

    /// The report, with everything in order.
    ///
    /// - Throws: `RuleError` when the embedded words do not decode.
    func report() throws -> ScanReport {
        noteLedgerFault()
        conclude()
        let ruleSet = session.detector.ruleSet
        let options = session.options
        let shared =
            session.isActive(DerivedRules.sharedSecrets) ? SharedSecrets.findings(findings) : []
        let sorted = (findings + shared).sorted(by: Finding.reportOrder)
        let notes = notifications.sorted()
        let used = Set(sorted.map(\.ruleID))
        var descriptors: [RuleDescriptor] = []
        if options.describesAllRules || !used.isEmpty {
            descriptors = zip(
                try ruleSet.descriptors(at: session.detector.date), session.isActive
            ).filter { descriptor, isActive in
                isActive && (options.describesAllRules || used.contains(descriptor.id))
            }.map(\.0)
            descriptors += DerivedRules.all.filter {
                session.isActive($0) && (options.describesAllRules || used.contains($0.id))
            }
            descriptors.sort { $0.id < $1.id }
        }
        return ScanReport(
            command: options.command, toolVersion: options.toolVersion,
            ruleSetDigest: RuleSetDigest.hex(of: ruleSet), asOf: options.asOf,
            activeRuleCount: session.activeRuleCount, rules: descriptors, findings: sorted,
            notifications: notes, statistics: statistics,
            origin: origin,
            verdict: options.judgement.verdict(on: sorted, notifications: notes))
    }
}
