import Documents
import Testing

/// What the tests of readers of servers' configurations share.
enum ServerOutline {
    typealias Reader = (UnsafeRawBufferPointer, DocumentLimits) -> Document

    static func read(
        _ text: String, by reader: Reader, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        Array(text.utf8).withUnsafeBytes { reader($0, limits) }
    }

    /// The tree in one line: quoted texts in apostrophes, expressions in angles, `!n` for faults.
    static func of(_ document: Document) -> String {
        let tree = document.roots.map(node).joined(separator: "---")
        let inner = tree.hasPrefix("{") ? String(tree.dropFirst().dropLast()) : tree
        return inner + (document.faults.isEmpty ? "" : " !\(document.faults.count)")
    }

    private static func node(_ node: DocumentNode) -> String {
        switch node.content {
        case .scalar(let scalar):
            switch scalar.style {
            case .plain: scalar.text
            case .quoted: "'\(scalar.text)'"
            case .expression: "<\(scalar.text)>"
            }
        case .sequence(let items): "[" + items.map { self.node($0) }.joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key)=" + self.node($0.value) }.joined(separator: "; ") + "}"
        }
    }

    /// Every span lies within the text and within what holds it, and says what the value says.
    static func checkSpans(
        _ document: Document, of text: String, location: SourceLocation = #_sourceLocation
    ) {
        let bytes = Array(text.utf8)
        for root in document.roots { check(root, bytes, 0..<bytes.count + 1, location) }
    }

    private static func check(
        _ node: DocumentNode, _ bytes: [UInt8], _ bounds: Range<Int>, _ location: SourceLocation,
        comparesTexts: Bool = true
    ) {
        let span = node.span
        guard span.lowerBound >= bounds.lowerBound, span.upperBound < bounds.upperBound else {
            Issue.record("a span is outside of what holds it", sourceLocation: location)
            return
        }
        switch node.content {
        case .scalar(let scalar):
            let slice = String(decoding: bytes[span.lowerBound..<span.upperBound], as: UTF8.self)
            if comparesTexts, scalar.style == .plain, !slice.contains("\\"), !slice.contains("$") {
                #expect(
                    slice.split(whereSeparator: \.isWhitespace)
                        == scalar.text.split(whereSeparator: \.isWhitespace),
                    sourceLocation: location)
            }
            let line = bytes[..<span.lowerBound].filter { $0 == 0x0A }.count + 1
            #expect(node.position.line == line, sourceLocation: location)
        case .sequence(let items):
            for item in items {
                check(item, bytes, bounds, location, comparesTexts: comparesTexts)
            }
        case .mapping(let entries):
            for entry in entries {
                let slice = bytes[entry.keySpan.lowerBound..<entry.keySpan.upperBound]
                let key = String(decoding: slice, as: UTF8.self)
                #expect(
                    !comparesTexts || key.contains("\"") || key.contains("$") || key.contains("\\")
                        || key.split(whereSeparator: \.isWhitespace)
                            == entry.key.split(whereSeparator: \.isWhitespace),
                    sourceLocation: location)
                check(entry.value, bytes, bounds, location, comparesTexts: comparesTexts)
            }
        }
    }

    /// Every prefix, and texts with bytes changed at random, are read without a trap; so are
    /// those beyond the limits, with a fault that says so.
    static func torture(_ sample: String, by reader: Reader) {
        let bytes = Array(sample.utf8)
        for length in 0...bytes.count {
            _ = bytes[..<length].withUnsafeBytes { reader($0, DocumentLimits()) }
        }
        var state: UInt64 = 11
        func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
        let marks = Array("{}[]<>()\"'`\\$=#;/\n\r\t \0".utf8) + [0xFF, 0xC3]
        for _ in 0..<1500 {
            var changed = bytes
            for _ in 0..<Int(next() % 6 + 1) where !changed.isEmpty {
                let place = Int(next() % UInt64(changed.count))
                switch next() % 3 {
                case 0: changed[place] = marks[Int(next() % UInt64(marks.count))]
                case 1: changed.insert(marks[Int(next() % UInt64(marks.count))], at: place)
                default: changed.remove(at: place)
                }
            }
            let text = String(decoding: changed, as: UTF8.self)
            let document = read(text, by: reader)
            for root in document.roots {
                check(
                    root, Array(text.utf8), 0..<text.utf8.count + 1, #_sourceLocation,
                    comparesTexts: false)
            }
        }
        var limits = DocumentLimits()
        limits.maxNodes = 2
        #expect(read(sample, by: reader, limits: limits).faults.contains { $0.code == .limit })
        limits = DocumentLimits()
        limits.maxBytes = bytes.count - 1
        #expect(read(sample, by: reader, limits: limits).faults.contains { $0.code == .limit })
        limits.maxBytes = bytes.count
        #expect(!read(sample, by: reader, limits: limits).faults.contains { $0.code == .limit })
    }
}
