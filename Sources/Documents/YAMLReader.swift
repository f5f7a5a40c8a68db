private import CLibYAML

/// Reads YAML by libyaml's events into one tree with positions.
///
/// Enters: bytes of one document. Leaves: its tree. Aliases are refused, so a document cannot
/// grow beyond its own size; duplicate keys are errors, since readers disagree on which counts.
package struct YAMLReader {
    private var parser: UnsafeMutablePointer<yaml_parser_t>
    private let limits: DocumentLimits
    private var nodeCount = 0

    /// Reads exactly one document; an empty input is an empty mapping.
    ///
    /// - Throws: `.syntax`, `.limit` or `.unsupported`, with the position.
    package static func read(
        _ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()
    ) throws(DocumentError) -> DocumentNode {
        let start = SourcePosition(line: 1, column: 1)
        guard bytes.count <= limits.maxBytes else {
            throw DocumentError(
                .limit, at: start, "\(bytes.count) bytes: at most \(limits.maxBytes) are read")
        }
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            throw DocumentError(.limit, at: start, "no memory for the YAML parser")
        }
        defer { yaml_parser_delete(parser) }
        // libyaml keeps the pointer until the parser is deleted: parse within the borrow.
        return try bytes.withUnsafeBufferPointer {
            buffer throws(DocumentError) -> DocumentNode in
            yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            var reader = YAMLReader(parser: parser, limits: limits)
            return try reader.document()
        }
    }

    private init(parser: UnsafeMutablePointer<yaml_parser_t>, limits: DocumentLimits) {
        self.parser = parser
        self.limits = limits
    }

    private struct Event {
        enum Kind {
            case documentStart, documentEnd, streamEnd, sequenceStart, sequenceEnd, mappingStart,
                mappingEnd, other
            case scalar(String, isPlain: Bool)
            case alias
        }
        let kind: Kind
        let span: SourceSpan
        let position: SourcePosition
    }

    private mutating func next() throws(DocumentError) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            let mark = parser.pointee.problem_mark
            let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not valid YAML"
            throw DocumentError(
                .syntax, at: SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1),
                problem)
        }
        defer { yaml_event_delete(&event) }
        let position = SourcePosition(
            line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
        let kind: Event.Kind
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
        case YAML_STREAM_END_EVENT: kind = .streamEnd
        case YAML_SEQUENCE_START_EVENT: kind = .sequenceStart
        case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
        case YAML_MAPPING_START_EVENT: kind = .mappingStart
        case YAML_MAPPING_END_EVENT: kind = .mappingEnd
        case YAML_ALIAS_EVENT: kind = .alias
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
                as: UTF8.self)
            kind = .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
        default: kind = .other
        }
        let span = SourceSpan(Int(event.start_mark.index), Int(event.end_mark.index))
        return Event(kind: kind, span: span, position: position)
    }

    private mutating func document() throws(DocumentError) -> DocumentNode {
        var root: DocumentNode?
        while true {
            let event = try next()
            switch event.kind {
            case .streamEnd:
                return root
                    ?? DocumentNode(
                        content: .mapping([]), span: SourceSpan(0, 0),
                        position: SourcePosition(line: 1, column: 1))
            case .documentStart:
                guard root == nil else {
                    throw DocumentError(
                        .unsupported, at: event.position, "a second document: one is expected")
                }
                root = try node(from: try next(), depth: 0)
            default: break
            }
        }
    }

    private mutating func node(from event: Event, depth: Int) throws(DocumentError)
        -> DocumentNode
    {
        nodeCount += 1
        guard nodeCount <= limits.maxNodes else {
            throw DocumentError(.limit, at: event.position, "more than \(limits.maxNodes) values")
        }
        guard depth <= limits.maxDepth else {
            throw DocumentError(
                .limit, at: event.position, "nested deeper than \(limits.maxDepth)")
        }
        switch event.kind {
        case .scalar(let text, let isPlain):
            return DocumentNode(
                content: .scalar(DocumentScalar(text, isPlain ? .plain : .quoted)),
                span: event.span,
                position: event.position)
        case .sequenceStart:
            var items: [DocumentNode] = []
            while true {
                let inner = try next()
                if case .sequenceEnd = inner.kind { break }
                items.append(try node(from: inner, depth: depth + 1))
            }
            return DocumentNode(
                content: .sequence(items), span: event.span, position: event.position)
        case .mappingStart:
            return try mapping(from: event, depth: depth)
        case .alias:
            throw DocumentError(
                .unsupported, at: event.position, "aliases (*name) are not read: repeat the value")
        default:
            throw DocumentError(.syntax, at: event.position, "a value was expected")
        }
    }

    private mutating func mapping(from start: Event, depth: Int) throws(DocumentError)
        -> DocumentNode
    {
        var entries: [DocumentEntry] = []
        var keys: Set<String> = []
        while true {
            let event = try next()
            if case .mappingEnd = event.kind { break }
            guard case .scalar(let key, _) = event.kind else {
                throw DocumentError(.unsupported, at: event.position, "a key must be text")
            }
            guard keys.insert(key).inserted else {
                throw DocumentError(.syntax, at: event.position, "this key stands here twice")
            }
            let value = try node(from: try next(), depth: depth + 1)
            entries.append(
                DocumentEntry(
                    key: key, keySpan: event.span, keyPosition: event.position, value: value))
        }
        return DocumentNode(
            content: .mapping(entries), span: start.span, position: start.position)
    }
}
