internal import Patterns
internal import Rules
internal import ScanModel

/// What a search through the layers of one text has found and spent.
struct LayerSearch {
    /// `nil` when only secrets are looked for, wherever the blob stands.
    let context: BlobContext?
    let isBinary: Bool
    var effort: DecodingEffort
    var candidates: [Candidate] = []
    /// Where a rule ran into its match limit.
    var limits: [(rule: Int, start: Int)] = []
    var problems: Set<BlobScanResult.Problem> = []

    init(of pass: BlobScanner.Pass) {
        context = pass.context.map { BlobContext(paths: $0.paths, includesMisuse: false) }
        isBinary = pass.isBinary
        effort = DecodingEffort(blobByteCount: pass.text.count)
    }

    /// Hands over what was found.
    func add(to pass: inout BlobScanner.Pass) {
        pass.limits += limits
        pass.problems.formUnion(problems)
        for reason in effort.shortfalls {
            pass.problems.insert(
                .init(code: "detection.decoding-limit", message: "not decoded: \(reason)"))
        }
        if effort.isSpent {
            pass.problems.insert(
                .init(
                    code: "detection.decoding-limit",
                    message: "not decoded: more than \(effort.maxByteCount) bytes in all"))
        }
        guard !candidates.isEmpty else { return }
        pass.candidates = WrappedEvidence.distinct(pass.candidates + candidates)
    }
}

/// The way from a layer back to the text of the blob.
struct LayerChain {
    /// The layers around one, the outermost first.
    let layers: [DecodedLayer]
    /// Where in the blob an offset of the outermost text lies.
    let place: (Int) -> Int

    func appending(_ layer: DecodedLayer) -> LayerChain {
        LayerChain(layers: layers + [layer], place: place)
    }

    /// Where in the blob a range of the innermost layer stands, and in which forms, the innermost
    /// first; without a form it stands there as it is.
    func source(of range: Range<Int>) -> (range: Range<Int>, forms: [DecodedLayer.Form]) {
        var range = range
        var forms: [DecodedLayer.Form] = []
        for layer in layers.reversed() {
            let source = layer.source(of: range)
            range = source.range
            if source.form != .plain { forms.append(source.form) }
        }
        guard !range.isEmpty else { return (range, forms) }
        return (place(range.lowerBound)..<place(range.upperBound - 1) + 1, forms)
    }
}
