internal import Rules
internal import ScanModel

/// Turns the candidates of one blob into redacted findings, while the blob's bytes are at hand.
struct FindingBuilder {
    let detector: Detector
    let pass: BlobScanner.Pass
    let masks: MaskedRanges
    /// Whether the blob stands only where misuse does not reach the product.
    let isPeripheral: Bool
    var lines: LineIndex

    /// Longest reason of a suppression that is kept, in characters.
    private static let maxReasonCharacters = 300

    init(detector: Detector, pass: BlobScanner.Pass) {
        self.detector = detector
        self.pass = pass
        // Every secret is masked in every snippet, also those that lose to a better rule.
        let text = pass.text
        masks = MaskedRanges(
            pass.candidates.filter { !$0.isOfMissing && detector.pointsAtSecret($0.rule) }
                .flatMap { candidate in
                    let isWebKey = detector.ruleSet.rules[candidate.rule].id.family == "jwk"
                    return [candidate.range]
                        + (isWebKey ? KeyMembers.ranges(around: candidate.range, in: text) : [])
                },
            byteCount: text.count)
        lines = LineIndex(pass.text)
        let paths = pass.context?.paths ?? []
        isPeripheral = !paths.isEmpty && paths.allSatisfy(PeripheralPath.isPeripheral)
    }

    consuming func result() -> BlobScanResult {
        var result = BlobScanResult()
        result.problems = pass.problems.sorted { ($0.code, $0.message) < ($1.code, $1.message) }
        let candidates = Candidate.resolved(pass.candidates)
        var placed: [(Candidate, Region, [BlobRelation])] = []
        for candidate in candidates {
            let region = lines.region(of: candidate.range)
            placed.append((candidate, region, relations(of: candidate)))
        }
        dropRepeats(&placed)
        let hashes = LineHash.hashes(
            ofLines: placed.map(\.1.startLine), in: pass.text, masking: masks)
        result.findings = placed.map { candidate, region, relations in
            finding(candidate, region, relations, lineHash: hashes[region.startLine] ?? "")
        }
        result.keyTraces = keyTraces()
        for marker in pass.markers {
            guard let comment = SuppressionComment(pass.text, at: marker, index: &lines) else {
                continue
            }
            result.suppressions.append(suppression(comment))
        }
        return result
    }

    /// Drops what a rule about lines says of a line of which a rule about structure says the same
    /// and counts no less.
    private func dropRepeats(_ placed: inout [(Candidate, Region, [BlobRelation])]) {
        let rules = detector.ruleSet.rules
        var known: [Int: [Int: Set<Weight>]] = [:]
        for (candidate, region, _) in placed where detector.isStructured[candidate.rule] {
            for weakness in rules[candidate.rule].cwe {
                known[region.startLine, default: [:]][weakness, default: []]
                    .insert(weight(of: candidate))
            }
        }
        guard !known.isEmpty else { return }
        placed.removeAll { candidate, region, _ in
            guard candidate.kind == .misuse, !detector.isStructured[candidate.rule],
                let said = known[region.startLine]
            else { return false }
            let own = weight(of: candidate)
            return rules[candidate.rule].cwe.contains { weakness in
                said[weakness, default: []].contains {
                    $0.confidence >= own.confidence && $0.severity >= own.severity
                }
            }
        }
    }

    /// How much a candidate counts.
    private struct Weight: Hashable {
        let confidence: Confidence
        let severity: Severity
    }

    private func weight(of candidate: Candidate) -> Weight {
        Weight(
            confidence: candidate.confidence,
            severity: severity(of: candidate, detector.ruleSet.rules[candidate.rule]))
    }

    private func severity(of candidate: Candidate, _ rule: Rule) -> Severity {
        candidate.severity ?? rule.severity(at: detector.date)
    }

    private func finding(
        _ candidate: Candidate, _ region: Region, _ relations: [BlobRelation], lineHash: String
    ) -> BlobFinding {
        let rule = detector.ruleSet.rules[candidate.rule]
        let preview = preview(of: candidate)
        let isAside = isPeripheral && candidate.kind == .misuse
        let proof = proof(of: candidate, rule)
        let severity = min(severity(of: candidate, rule), proof.highestSeverity)
        return BlobFinding(
            rule: candidate.rule,
            severity: isAside ? .info : candidate.countsLittle ? min(severity, .low) : severity,
            confidence: isAside ? .low : candidate.confidence,
            fingerprint: fingerprint(of: candidate, rule),
            preview: preview,
            evidence: candidate.evidence + proof.evidence + relations.compactMap(\.evidence),
            region: region,
            snippet: SnippetBuilder.snippet(
                in: pass.text, highlighting: candidate.range, masking: masks,
                preview: candidate.kind == .secret ? preview : nil),
            lineHash: lineHash, range: candidate.range, relations: relations,
            explanation: detector.explains ? explanation(of: candidate, rule, proof) : [],
            material: proof.material)
    }

    /// A secret is known by its family and value; a misuse by its rule and its line, in which
    /// blanks do not count and secrets are masked.
    private func fingerprint(of candidate: Candidate, _ rule: Rule) -> Fingerprint {
        if let unwrapped = candidate.unwrapped { return unwrapped.fingerprint }
        if candidate.kind == .secret {
            let value = UnsafeRawBufferPointer(rebasing: pass.text[candidate.range])
            return detector.key.fingerprint(domain: rule.id.family, value: SecretBytes(value))
        }
        if let identity = candidate.identity {
            return identity.withUnsafeBytes {
                detector.key.fingerprint(domain: rule.id.rawValue, value: SecretBytes($0))
            }
        }
        let line = TextWindow.around(candidate.range.lowerBound, in: pass.text, reach: .line)
        let end = max(line.upperBound, candidate.range.upperBound)
        let text = MaskedText.redact(
            pass.text, line.lowerBound..<end, masking: masks, maxScalarCount: 8192)
        let normalised = Array(text.text.utf8.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D })
        return normalised.withUnsafeBytes {
            detector.key.fingerprint(domain: rule.id.rawValue, value: SecretBytes($0))
        }
    }

    /// The rule's fixed prefix, if any, and the length of the rest: nothing of the value itself.
    private func preview(of candidate: Candidate) -> RedactedText {
        guard candidate.kind == .secret else { return RedactedText(redacted: "") }
        return candidate.unwrapped?.preview ?? candidate.preview(in: pass.text)
    }

    private func suppression(_ comment: SuppressionComment) -> InlineSuppression {
        InlineSuppression(
            selectors: comment.selectors,
            reason: MaskedText.redact(
                pass.text, comment.reasonByteRange, masking: masks,
                maxScalarCount: FindingBuilder.maxReasonCharacters),
            line: comment.line,
            coveredLine: comment.isAloneOnLine ? comment.line + 1 : comment.line,
            problem: comment.problem?.rawValue)
    }
}

extension Detector {
    /// CWE numbers of rules about misuse whose finding is a password or key in the text.
    private static let secretWeaknesses: Set<Int> = [259, 321, 547, 798]

    /// Whether what a finding of the rule points at is a secret: that of a rule about secrets, or
    /// a key in a call or a password in a setting.
    ///
    /// - Parameter rule: its place in the rule set.
    package func pointsAtSecret(_ rule: Int) -> Bool {
        let rule = ruleSet.rules[rule]
        return rule.kind == .secret || rule.cwe.contains(where: Detector.secretWeaknesses.contains)
    }
}
