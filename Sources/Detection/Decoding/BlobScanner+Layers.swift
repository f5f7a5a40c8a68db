internal import Patterns
internal import Rules
internal import ScanModel

extension BlobScanner {
    /// Adds to a pass the secrets that its text holds in other forms: encoded, escaped, cut into
    /// pieces, nested in each other.
    func collectWrapped(into pass: inout Pass) {
        var search = LayerSearch(of: pass)
        if PrivateKeyText.mayBeDER(pass.text), let pem = PrivateKeyText.pem(ofDER: Array(pass.text))
        {
            var layer = DecodedLayer()
            layer.append(pem, from: 0..<pass.text.count, .der)
            layer.endStretch(.der)
            examine(layer, LayerChain(layers: [], place: { $0 }), &search)
        }
        // A short PDF may have no NUL in it.
        if pass.isBinary || PDFFile.isDocument(pass.text),
            let layer = BinaryText.layer(of: pass.text, &search.effort)
        {
            examine(layer, LayerChain(layers: [], place: { $0 }), &search)
        }
        var (marks, isCutOff) = WrappingScout.marks(in: pass.text)
        if pass.isBinary { marks.removeAll { $0.kind != .run } }
        if isCutOff { search.effort.fallShort("more places than are kept track of") }
        marks += pass.leads
        descend(pass.text, marks, LayerChain(layers: [], place: { $0 }), &search)
        search.add(to: &pass)
    }

    /// Decodes what stands at the marks of a text and looks into that.
    func descend(
        _ text: UnsafeRawBufferPointer, _ marks: [WrappingMark], _ chain: LayerChain,
        _ search: inout LayerSearch
    ) {
        let within = marks.filter { !$0.kind.looksBeyondLine }
        let beyond = marks.filter {
            $0.kind.looksBeyondLine && LineJoining.mayJoin($0, in: text)
        }
        guard !within.isEmpty || !beyond.isEmpty else { return }
        let runs = RunDecoding(text: text, inflation: Inflation())
        var layer = DecodedLayer()
        // The effort is apart from the search while layers are made.
        var effort = search.effort
        func flush(_ layer: inout DecodedLayer, _ effort: inout DecodingEffort) {
            guard !layer.isEmpty else { return }
            search.effort = effort
            examine(layer, chain, &search)
            effort = search.effort
            layer.removeAll()
        }
        if !within.isEmpty {
            LineDecoding(text: text, runs: runs).decode(within, into: &layer, &effort, flush: flush)
        }
        if !beyond.isEmpty {
            var joining = LineJoining(text, runs)
            joining.decode(beyond, into: &layer, &effort, flush: flush)
            let leads = beyond.filter(\.kind.isLead)
            if !leads.isEmpty {
                LeadDecoding(text: text).decode(leads, into: &layer, &effort, flush: flush)
            }
        }
        flush(&layer, &effort)
        search.effort = effort
    }

    /// Runs the rules over a layer, and looks for what is wrapped within it.
    private func examine(
        _ layer: DecodedLayer, _ chain: LayerChain, _ search: inout LayerSearch
    ) {
        // A list that is no list of bytes stays what it is: looked at already, however often.
        if let outer = chain.layers.last, outer.bytes == layer.bytes { return }
        let chain = chain.appending(layer)
        layer.bytes.withUnsafeBytes { bytes in
            var leads: [WrappingMark] = []
            for index in stretchesWithLiterals(layer, bytes) {
                leads += examine(layer.stretches[index], bytes, chain, &search)
            }
            var (marks, isCutOff) = WrappingScout.marks(in: bytes)
            if isCutOff { search.effort.fallShort("more places than are kept track of") }
            marks += leads
            // What was there before the layer was made has been looked at.
            marks.removeAll { mark in
                layer.source(of: mark.start..<min(mark.end, bytes.count)).form == .plain
            }
            guard !marks.isEmpty else { return }
            guard chain.layers.count < DecodingEffort.maxDepth else {
                // Escapes of escapes of escapes are what tests of escaping and maps of generated
                // code hold: six rounds have shown what they hide. An encoding hides all of it.
                guard marks.contains(where: \.kind.hidesAll) else { return }
                search.effort.fallShort(
                    "something wrapped more than \(DecodingEffort.maxDepth) times")
                return
            }
            descend(bytes, marks, chain, &search)
        }
    }

    /// The stretches of a layer in which a rule may match, in order.
    private func stretchesWithLiterals(
        _ layer: DecodedLayer, _ bytes: UnsafeRawBufferPointer
    ) -> [Int] {
        var found: Set<Int> = []
        var last = -1
        let isSearched = forEachLiteral(in: bytes) { start in
            if last >= 0, layer.stretches[last].range.contains(start) { return }
            guard let index = layer.stretch(at: start) else { return }
            last = index
            found.insert(index)
        }
        // Where the search fails every stretch is looked at by itself, which tells of it.
        return isSearched ? found.sorted() : Array(layer.stretches.indices)
    }

    /// - Returns: the beginnings of tokens, in the layer.
    private func examine(
        _ stretch: DecodedLayer.Stretch, _ bytes: UnsafeRawBufferPointer, _ chain: LayerChain,
        _ search: inout LayerSearch
    ) -> [WrappingMark] {
        let text = UnsafeRawBufferPointer(rebasing: bytes[stretch.range])
        var pass = Pass(
            text: text, isBinary: search.isBinary && !stretch.form.isTextOfBinary,
            context: search.context)
        if !collect(into: &pass) {
            search.problems.insert(
                .init(code: "detection.engine", message: "the literal scan failed; not scanned"))
        }
        search.problems.formUnion(pass.problems)
        for limit in pass.limits {
            let start = stretch.range.lowerBound + limit.start
            search.limits.append((limit.rule, chain.source(of: start..<start + 1).range.lowerBound))
        }
        for candidate in pass.candidates where candidate.kind == .secret {
            let range = candidate.range
            // Values that are cut off where the stretch is are half a value.
            if stretch.isCutBefore && range.lowerBound == 0
                || stretch.isCutAfter && range.upperBound == text.count
            {
                continue
            }
            let start = stretch.range.lowerBound
            let source = chain.source(of: start + range.lowerBound..<start + range.upperBound)
            guard !source.range.isEmpty else { continue }
            guard search.candidates.count < detector.limits.maxFindingsPerBlob else {
                search.problems.insert(tooMany)
                return []
            }
            let evidence = WrappedEvidence.sentence(
                source.forms.isEmpty ? [stretch.form] : source.forms,
                isValue: !source.forms.isEmpty, isInManifest: stretch.isInManifest)
            search.candidates.append(
                candidate.unwrapped(
                    in: text, at: source.range, evidence, detector,
                    isProven: search.context != nil))
        }
        // What was put together has been followed to its end.
        if stretch.form == .joined || stretch.form == .constant { return [] }
        return pass.leads.map { lead in
            let start = stretch.range.lowerBound + lead.start
            return WrappingMark(kind: lead.kind, start: start, end: start + 1)
        }
    }
}

extension Candidate {
    /// The candidate at the place from which it was decoded.
    ///
    /// - Parameter text: the decoded text, in which the candidate's range lies now.
    fileprivate func unwrapped(
        in text: UnsafeRawBufferPointer, at place: Range<Int>, _ form: Evidence,
        _ detector: Detector, isProven: Bool
    ) -> Candidate {
        let value = SecretBytes(UnsafeRawBufferPointer(rebasing: text[range]))
        let family = detector.ruleSet.rules[rule].id.family
        return Candidate(
            rule: rule, kind: kind, specificity: specificity, range: place, publicPrefixBytes: 0,
            confidence: confidence, countsLittle: countsLittle, evidence: evidence + [form],
            unwrapped: UnwrappedValue(
                fingerprint: detector.key.fingerprint(domain: family, value: value),
                preview: preview(in: text),
                proof: isProven
                    ? FindingProof(self, detector.ruleSet.rules[rule], in: text, detector: detector)
                    : nil))
    }
}
