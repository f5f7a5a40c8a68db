/// Builds the tree of a configuration of directives and blocks, within the limits.
struct DirectiveTree {
    private struct Frame {
        let key: String
        let keySpan: SourceSpan
        let label: DocumentScalar?
        let labelSpan: SourceSpan
        let bodyStart: Int
        var entries: [DocumentEntry] = []
    }

    private let format: DocumentFormat
    private let text: ConfigText
    private let limits: DocumentLimits
    private var frames: [Frame]
    private var log = FaultLog()
    private var nodeCount = 0
    /// Blocks that are open beyond the depth that is kept.
    private var skippedDepth = 0
    /// Whether no more nodes are taken.
    private(set) var isFull = false

    init(_ format: DocumentFormat, _ text: ConfigText, _ limits: DocumentLimits) {
        self.format = format
        self.text = text
        self.limits = limits
        frames = [
            Frame(
                key: "", keySpan: SourceSpan(0, 0), label: nil, labelSpan: SourceSpan(0, 0),
                bodyStart: 0)
        ]
        if text.bytes.count > text.count {
            fault(
                .limit, at: text.count, "more than \(limits.maxBytes) bytes: the rest is not read")
        }
    }

    /// How many blocks are open.
    var depth: Int { frames.count - 1 + skippedDepth }

    /// The key of the innermost open block.
    var openKey: String { frames.last?.key ?? "" }

    mutating func fault(_ code: DocumentError.Code, at offset: Int, _ message: String) {
        guard log.takes(code) else { return }
        log.add(code, at: text.lines.position(of: offset), message)
    }

    private mutating func take(_ nodes: Int, at offset: Int) -> Bool {
        guard !isFull else { return false }
        guard nodeCount + nodes <= limits.maxNodes else {
            isFull = true
            fault(.limit, at: offset, "more than \(limits.maxNodes) values: the rest is not read")
            return false
        }
        nodeCount += nodes
        return skippedDepth == 0
    }

    /// A directive with its arguments.
    mutating func add(
        _ key: String, _ keySpan: SourceSpan, _ scalar: DocumentScalar, _ span: SourceSpan
    ) {
        add(
            key, keySpan,
            DocumentNode(
                content: .scalar(scalar), span: span,
                position: text.lines.position(of: span.lowerBound)))
    }

    mutating func add(
        _ key: String, _ keySpan: SourceSpan, _ value: DocumentNode, nodes: Int = 1
    ) {
        guard take(nodes, at: keySpan.lowerBound) else { return }
        frames[frames.count - 1].entries.append(entry(key, keySpan, value))
    }

    /// A directive of words, the first of which is its name.
    mutating func add(_ words: [ConfigWord]) {
        guard let first = words.first else { return }
        let rest = words.dropFirst()
        add(
            first.text, first.span, ConfigWord.joined(rest),
            ConfigWord.span(rest, or: first.span.upperBound))
    }

    /// The start of a block whose header are `words`: its name and its label, if it has one.
    mutating func open(_ words: [ConfigWord], bodyStart: Int) {
        let name = words.first
        let rest = words.dropFirst()
        open(
            name?.text ?? "", name?.span ?? SourceSpan(bodyStart, bodyStart),
            label: rest.isEmpty ? nil : ConfigWord.joined(rest),
            ConfigWord.span(rest, or: bodyStart), bodyStart: bodyStart)
    }

    mutating func open(
        _ key: String, _ keySpan: SourceSpan, label: DocumentScalar?, _ labelSpan: SourceSpan,
        bodyStart: Int
    ) {
        // A labelled block is two mappings deep.
        guard skippedDepth == 0, frames.count * 2 <= limits.maxDepth, take(2, at: bodyStart) else {
            if skippedDepth == 0, !isFull {
                fault(.limit, at: bodyStart, "nested deeper than \(limits.maxDepth)")
            }
            skippedDepth += 1
            return
        }
        frames.append(
            Frame(
                key: key, keySpan: keySpan, label: label, labelSpan: labelSpan,
                bodyStart: bodyStart))
    }

    /// The end of the innermost block; `false` where none is open.
    @discardableResult
    mutating func close(at end: Int) -> Bool {
        if skippedDepth > 0 {
            skippedDepth -= 1
            return true
        }
        guard frames.count > 1, let frame = frames.popLast() else { return false }
        var value = mapping(frame.entries, SourceSpan(frame.bodyStart, end))
        if let label = frame.label {
            let span = SourceSpan(frame.labelSpan.lowerBound, end)
            value = mapping([entry(label.text, frame.labelSpan, value)], span)
        }
        frames[frames.count - 1].entries.append(entry(frame.key, frame.keySpan, value))
        return true
    }

    private func mapping(_ entries: [DocumentEntry], _ span: SourceSpan) -> DocumentNode {
        DocumentNode(
            content: .mapping(entries), span: span,
            position: text.lines.position(of: span.lowerBound))
    }

    private func entry(_ key: String, _ span: SourceSpan, _ value: DocumentNode) -> DocumentEntry {
        DocumentEntry(
            key: key, keySpan: span, keyPosition: text.lines.position(of: span.lowerBound),
            value: value)
    }

    /// The document; blocks that are still open end here.
    mutating func finished(unclosedIsFault: Bool) -> Document {
        if unclosedIsFault, depth > 0 {
            fault(.syntax, at: text.count, "a block is not closed")
        }
        while depth > 0 { close(at: text.count) }
        let root = mapping(frames[0].entries, SourceSpan(0, text.count))
        return Document(format: format, roots: [root], faults: log.faults)
    }
}
