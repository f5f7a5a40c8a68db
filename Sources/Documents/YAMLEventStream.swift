private import CLibYAML

/// Owns a parser of libyaml over bytes that outlive it.
struct YAMLEventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// Where and why the parser gave up: characters from the start of its input.
    private(set) var failure: (character: Int, message: String)?

    /// - Parameter text: must stay valid for the life of the stream; libyaml keeps the pointer.
    init?(_ text: UnsafeRawBufferPointer) {
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        // Said outright, since libyaml would take two odd bytes for a mark of UTF-16.
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(
            parser, text.baseAddress?.assumingMemoryBound(to: UInt8.self), text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; `nil` after a failure.
    mutating func next() -> YAMLEvent? {
        guard failure == nil else { return nil }
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not valid YAML"
            failure = (Int(clamping: parser.pointee.problem_mark.index), problem)
            return nil
        }
        defer { yaml_event_delete(&event) }
        var anchor: UnsafeMutablePointer<yaml_char_t>?
        var tag: UnsafeMutablePointer<yaml_char_t>?
        let kind: YAMLEvent.Kind
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_STREAM_END_EVENT: kind = .streamEnd
        case YAML_SEQUENCE_START_EVENT:
            (anchor, tag) = (event.data.sequence_start.anchor, event.data.sequence_start.tag)
            kind = .sequenceStart
        case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            (anchor, tag) = (event.data.mapping_start.anchor, event.data.mapping_start.tag)
            kind = .mappingStart
        case YAML_MAPPING_END_EVENT: kind = .mappingEnd
        case YAML_ALIAS_EVENT:
            anchor = event.data.alias.anchor
            kind = .alias
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            (anchor, tag) = (scalar.anchor, scalar.tag)
            let text = String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
                as: UTF8.self)
            let form: YAMLScalarForm =
                switch scalar.style {
                case YAML_PLAIN_SCALAR_STYLE: .plain
                case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
                default: .quoted
                }
            kind = .scalar(text, form)
        default: kind = .other
        }
        return YAMLEvent(
            kind: kind, anchor: anchor.map { String(cString: $0) },
            tag: tag.map { String(cString: $0) }, start: Int(clamping: event.start_mark.index),
            end: Int(clamping: event.end_mark.index))
    }
}
