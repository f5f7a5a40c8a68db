/// Writes one JSON document or line straight into a stream (RFC 8259).
///
/// Members come out in the order they are written. A container is either spread, one element a
/// line, or on one line with everything in it; so a diff of two reports shows whole findings.
final class JSONWriter {
    /// How the elements of a container stand.
    enum Layout {
        /// One element a line, unless an outer container is on one line.
        case spread
        /// All on one line.
        case line
    }

    private let stream: ReportStream
    private var depth = 0
    private var isSpread = true
    private var isFirst = true
    private var followsKey = false

    /// Writes to `stream`, which the caller flushes.
    init(_ stream: ReportStream) { self.stream = stream }

    /// Whether nobody will read what is written next.
    var hasFailed: Bool { stream.hasFailed }

    /// Writes an object as the next value.
    func object(_ layout: Layout = .line, _ members: () -> Void) {
        container(UInt8(ascii: "{"), UInt8(ascii: "}"), layout, members)
    }

    /// Writes an array as the next value.
    func array(_ layout: Layout = .line, _ elements: () -> Void) {
        container(UInt8(ascii: "["), UInt8(ascii: "]"), layout, elements)
    }

    /// Writes an object as member `name`.
    func object(_ name: String, _ layout: Layout = .line, _ members: () -> Void) {
        key(name)
        object(layout, members)
    }

    /// Writes an array as member `name`.
    func array(_ name: String, _ layout: Layout = .line, _ elements: () -> Void) {
        key(name)
        array(layout, elements)
    }

    /// Writes a member that holds text.
    func member(_ name: String, _ text: String) {
        key(name)
        value(text)
    }

    /// Writes a member that holds text, or nothing at all for `nil`.
    func member(_ name: String, ifPresent text: String?) {
        if let text { member(name, text) }
    }

    /// Writes a member that holds an integer.
    func member(_ name: String, _ number: Int) {
        key(name)
        separate()
        stream.write(String(number))
    }

    /// Writes a member that holds `true` or `false`.
    func member(_ name: String, _ flag: Bool) {
        key(name)
        separate()
        stream.write(flag ? "true" : "false")
    }

    /// Writes a member that holds an array of texts.
    func member(_ name: String, _ texts: some Sequence<String>) {
        array(name) { for text in texts { value(text) } }
    }

    /// Writes text as the next value.
    func value(_ text: String) {
        separate()
        quote(text)
    }

    /// Ends a line between documents.
    func endLine() {
        stream.write(byte: UInt8(ascii: "\n"))
        isFirst = true
    }

    private func key(_ name: String) {
        separate()
        quote(name)
        stream.write(byte: UInt8(ascii: ":"))
        if isSpread { stream.write(byte: UInt8(ascii: " ")) }
        followsKey = true
    }

    private func container(
        _ opening: UInt8, _ closing: UInt8, _ layout: Layout, _ body: () -> Void
    ) {
        separate()
        stream.write(byte: opening)
        let outerIsSpread = isSpread
        isSpread = outerIsSpread && layout == .spread
        isFirst = true
        depth += 1
        body()
        depth -= 1
        if isSpread && !isFirst { breakLine() }
        stream.write(byte: closing)
        isSpread = outerIsSpread
        isFirst = false
    }

    private func separate() {
        if followsKey {
            followsKey = false
            return
        }
        if !isFirst { stream.write(byte: UInt8(ascii: ",")) }
        if isSpread && depth > 0 { breakLine() }
        isFirst = false
    }

    private func breakLine() {
        stream.write(byte: UInt8(ascii: "\n"))
        for _ in 0..<depth { stream.write(byte: UInt8(ascii: " ")) }
    }

    /// Besides what JSON demands, everything is escaped that acts on a terminal or reorders text,
    /// so that a report can be shown with `cat`.
    private func quote(_ text: String) {
        stream.write(byte: UInt8(ascii: "\""))
        var text = text
        let isWritten = text.withUTF8 { bytes in
            for byte in bytes where !JSONWriter.isPlain(byte) { return false }
            stream.write(bytes: bytes)
            return true
        }
        if !isWritten { escape(text) }
        stream.write(byte: UInt8(ascii: "\""))
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": stream.write("\\\"")
            case "\\": stream.write("\\\\")
            case "\n": stream.write("\\n")
            case "\r": stream.write("\\r")
            case "\t": stream.write("\\t")
            case _ where TerminalText.mustEscape(scalar):
                // A pair of surrogates beyond the first plane (RFC 8259 §7).
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    let digits = String(unit, radix: 16)
                    stream.write(
                        "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
                }
            default:
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    stream.write(byte: byte)
                }
            }
        }
    }
}
