/// Values of Secrets in manifests of Kubernetes: base64 of any length.
enum SecretManifest {
    private static let kind = Array("kind: Secret".utf8)
    /// Furthest from the line that names the kind, in bytes.
    private static let reach = 64 << 10

    /// Whether the line that ends here says that a document is a Secret.
    static func isKind(_ text: UnsafeRawBufferPointer, endingAt end: Int) -> Bool {
        end >= kind.count && text[(end - kind.count)..<end].elementsEqual(kind)
    }

    /// A value of the manifest and the line that holds it.
    struct Value {
        let line: Range<Int>
        let range: Range<Int>
    }

    /// The values below `data:` in the document of a line.
    static func values(_ text: UnsafeRawBufferPointer, around place: Int) -> [Value] {
        let start = boundary(text, before: place)
        var values: [Value] = []
        var line = start
        var dataIndent: Int?
        while line < text.count, line - place < reach {
            let end = text[line...].firstIndex(of: 0x0A) ?? text.count
            defer { line = end + 1 }
            let content = line..<(end > line && text[end - 1] == 0x0D ? end - 1 : end)
            let bytes = UnsafeRawBufferPointer(rebasing: text[content])
            if line > place, bytes.starts(with: "---".utf8) { break }
            let indent = bytes.prefix { $0 == 0x20 }.count
            if indent == bytes.count { continue }
            if let open = dataIndent {
                if indent > open {
                    if let value = value(bytes, at: content.lowerBound) {
                        values.append(Value(line: content, range: value))
                    }
                    continue
                }
                dataIndent = nil
            }
            if bytes[indent...].elementsEqual("data:".utf8) { dataIndent = indent }
        }
        return values
    }

    private static func boundary(_ text: UnsafeRawBufferPointer, before place: Int) -> Int {
        var line = place
        while line > 0, place - line < reach {
            var start = line - 1
            while start > 0, text[start - 1] != 0x0A { start -= 1 }
            if text[start..<line].starts(with: "---".utf8) { return line }
            line = start
        }
        return line
    }

    /// The base64 behind `key: `.
    private static func value(_ line: UnsafeRawBufferPointer, at offset: Int) -> Range<Int>? {
        guard let colon = line.firstIndex(of: 0x3A), colon + 2 < line.count else { return nil }
        var start = colon + 1
        while start < line.count, line[start] == 0x20 || line[start] == 0x22 || line[start] == 0x27
        {
            start += 1
        }
        var end = start
        while end < line.count, ByteClass.sets[Int(line[end])] & ByteClass.base64 != 0 { end += 1 }
        guard end - start >= 6 else { return nil }
        return offset + start..<offset + end
    }
}
