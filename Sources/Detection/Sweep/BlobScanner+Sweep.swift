internal import Patterns
internal import Rules
package import ScanModel

extension BlobScanner {
    /// What a blob was made from.
    package struct Origin {
        let memo: BlobMemo
        let base: UnsafeRawBufferPointer
        let copies: [CopiedRange]

        /// - Parameters:
        ///   - memo: what `sweep` gave for the base.
        ///   - copies: what was copied from the base, in the blob's order; all else is new.
        package init(memo: BlobMemo, base: UnsafeRawBufferPointer, copies: [CopiedRange]) {
            self.memo = memo
            self.base = base
            self.copies = copies
        }
    }

    /// Scans one blob for secrets, whatever its paths, and only where it differs from what it was
    /// made from.
    ///
    /// The result is that of a scan of the whole blob: rules that look at one line are asked only
    /// about lines that are not copied whole; those that look further are asked again at every
    /// literal of theirs, and the literals of copied lines are known.
    package func sweep(
        _ bytes: UnsafeRawBufferPointer, from origin: Origin?
    ) -> (blob: SweptBlob, memo: BlobMemo) {
        var clean: [CopiedRange] = []
        var memo = BlobMemo(lineHits: [], wideHits: [], wrappings: [], isOpaque: false)
        if let origin, !origin.memo.isOpaque, detector.literals.areWithinLines {
            clean = CleanRanges.of(origin.copies, base: origin.base, target: bytes)
            memo = origin.memo
        }
        lines.gather(bytes, outside: clean)
        guard !TextEncoding.isMarkedWide(bytes), !lines.holdsNUL, !PrivateKeyText.mayBeDER(bytes),
            !isArchive(bytes), !PDFFile.isDocument(bytes)
        else { return sweepWhole(bytes) }
        var pass = Pass(text: bytes, isBinary: false, context: nil)
        beginText()
        var wrappings: [WrappingMark] = []
        let isSearched = lines.withBytes { text, place in
            guard collect(text, into: &pass, place: place) else { return false }
            wrappings = collectWrapped(in: text, into: &pass, place: place) + pass.leads
            pass.leads.removeAll()
            return true
        }
        guard isSearched, pass.problems.isEmpty,
            pass.candidates.count < detector.limits.maxFindingsPerBlob,
            pass.wideHits.count < BlobScanner.maxWideHits
        else { return sweepWhole(bytes) }
        var lineHits: [SweptHit] = []
        take(&pass, into: &lineHits)
        memo.lineHits.forEach(in: clean, by: \.start) { hit, distance in
            lineHits.append(hit.moved(by: distance))
        }
        memo.wideHits.forEach(in: clean, by: \.start) { hit, distance in
            pass.wideHits.append(.init(use: hit.use, start: hit.start + distance))
        }
        memo.wrappings.forEach(in: clean, by: \.start) { mark, distance in
            wrappings.append(
                WrappingMark(
                    kind: mark.kind, start: mark.start + distance, end: mark.end + distance))
        }
        // The layers were texts of their own.
        beginText()
        tryWideHits(&pass)
        tryWholeText(&pass)
        // What keys look like over lines is asked anew, and so not kept.
        let kept = wrappings
        wrappings += pass.leads
        if !collectWrapped(at: &wrappings, into: &pass) { return sweepWhole(bytes) }
        var hits = lineHits
        take(&pass, into: &hits)
        // As many candidates in all are cut off by a scan of the whole: what it says of that
        // depends on where the blob stands.
        guard hits.count < detector.limits.maxFindingsPerBlob else { return sweepWhole(bytes) }
        hits = hits.sortedAndDistinct().withoutOtherForms(detector.ruleSet.rules)
        return (
            SweptBlob(hits: hits, needsOwnScan: false),
            BlobMemo(
                lineHits: lineHits.sortedAndDistinct(), wideHits: pass.wideHits,
                wrappings: kept.sorted { $0.start < $1.start }, isOpaque: false)
        )
    }

    /// What of a swept blob's hits are findings where it stands; limits among them.
    ///
    /// - Parameter paths: the paths that hold the blob, as in `BlobContext`.
    /// - Returns: `nil` when only a scan of the blob with its paths can tell.
    package func findings(of blob: SweptBlob, paths: [String]) -> [SweptHit]? {
        if blob.needsOwnScan { return nil }
        beginText()
        var limits: [SweptHit] = []
        var candidates: [Candidate] = []
        for hit in blob.hits {
            let rule = compiledRule(hit.match.rule)
            if rule.needsText { return nil }
            guard fits(rule, paths: paths) else { continue }
            if hit.isLimit {
                limits.append(hit)
                continue
            }
            let isLow = countsLittle(rule, paths: paths)
            candidates.append(
                Candidate(
                    rule: hit.match.rule, kind: .secret, specificity: rule.rule.specificity,
                    range: hit.range, publicPrefixBytes: 0,
                    confidence: isLow ? .low : hit.match.confidence, countsLittle: isLow,
                    evidence: []))
        }
        var byPlace: [Place: SweptHit] = [:]
        for hit in blob.hits { byPlace[Place(rule: hit.match.rule, range: hit.range)] = hit }
        return limits
            + Candidate.resolved(candidates).compactMap {
                byPlace[Place(rule: $0.rule, range: $0.range)]
            }
    }

    /// What is to be told of the places where rules ran into their match limit.
    package func problems(of hits: [SweptHit]) -> [BlobScanResult.Problem] {
        let rules = Set(hits.lazy.filter(\.isLimit).map(\.match.rule))
        return rules.sorted().map(matchLimit)
    }

    private struct Place: Hashable {
        let rule: Int
        let range: Range<Int>
    }

    /// A blob that is no text of single bytes, or too full to be kept track of.
    private func sweepWhole(_ bytes: UnsafeRawBufferPointer) -> (blob: SweptBlob, memo: BlobMemo) {
        let result = scan(bytes, context: nil)
        return (
            SweptBlob(
                hits: [], needsOwnScan: !result.findings.isEmpty || !result.problems.isEmpty),
            .opaque
        )
    }

    /// So many places of literals are not worth keeping.
    private static let maxWideHits = 100_000

    /// Turns the candidates so far into hits.
    private func take(_ pass: inout Pass, into hits: inout [SweptHit]) {
        for candidate in pass.candidates {
            let value = UnsafeRawBufferPointer(rebasing: pass.text[candidate.range])
            let family = detector.ruleSet.rules[candidate.rule].id.family
            hits.append(
                SweptHit(
                    start: candidate.range.lowerBound,
                    match: SweptMatch(
                        rule: candidate.rule, byteCount: candidate.range.count,
                        confidence: candidate.confidence, evidence: candidate.evidence,
                        fingerprint: candidate.unwrapped?.fingerprint
                            ?? detector.key.fingerprint(
                                domain: family, value: SecretBytes(value)))))
        }
        for limit in pass.limits {
            hits.append(
                SweptHit(
                    start: limit.start,
                    match: SweptMatch(
                        rule: limit.rule, byteCount: 0, confidence: .low, evidence: [],
                        fingerprint: nil)))
        }
        pass.candidates.removeAll(keepingCapacity: true)
        pass.limits.removeAll(keepingCapacity: true)
    }
}

extension Array {
    /// Hands over the elements whose place lies in the older side of a range, and how far the range
    /// has moved; the array is sorted by place.
    fileprivate func forEach(
        in ranges: [CopiedRange], by place: (Element) -> Int, _ body: (Element, Int) -> Void
    ) {
        if isEmpty { return }
        var index = 0
        for range in ranges {
            index = firstIndex(notBefore: range.baseStart, near: index, place)
            let end = range.baseStart + range.byteCount
            while index < count, place(self[index]) < end {
                body(self[index], range.targetStart - range.baseStart)
                index += 1
            }
        }
    }

    /// - Parameter near: an index close to the result, as that of the range before mostly is.
    @inline(__always)
    private func firstIndex(
        notBefore bound: Int, near: Int, _ place: (Element) -> Int
    ) -> Int {
        var low = 0
        var high = near
        if near == 0 || place(self[near - 1]) < bound {
            low = near
            high = near
            var step = 1
            while high < count, place(self[high]) < bound {
                low = high + 1
                high += Swift.min(step, count - high)
                step *= 2
            }
        }
        while low < high {
            let middle = low + (high - low) / 2
            if place(self[middle]) < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [SweptHit] {
    fileprivate func sortedAndDistinct() -> [SweptHit] {
        guard count > 1 else { return self }
        var result: [SweptHit] = []
        result.reserveCapacity(count)
        for hit in sorted(by: { $0.isBefore($1) || !$1.isBefore($0) && $0.isBetter(than: $1) }) {
            if let last = result.last, !last.isBefore(hit) { continue }
            result.append(hit)
        }
        return result
    }
}

extension [SweptHit] {
    /// The hits without those that are another form of a decoded value.
    fileprivate func withoutOtherForms(_ rules: RuleTable) -> [SweptHit] {
        let wrapped = compactMap {
            WrappedEvidence.takeover(
                $0.range, $0.match.evidence, rules[$0.match.rule].specificity)
        }
        guard !wrapped.isEmpty else { return self }
        return filter {
            $0.isLimit
                || !WrappedEvidence.isTakenOver(
                    $0.range, $0.match.evidence, rules[$0.match.rule].specificity, by: wrapped)
        }
    }
}

extension SweptHit {
    fileprivate func isBefore(_ other: SweptHit) -> Bool {
        (start, match.rule, match.byteCount) < (
            other.start, other.match.rule, other.match.byteCount
        )
    }

    /// Which of two hits of one rule at one place counts.
    fileprivate func isBetter(than other: SweptHit) -> Bool {
        WrappedEvidence.isBetter(
            (match.evidence, match.fingerprint),
            than: (other.match.evidence, other.match.fingerprint))
    }
}
