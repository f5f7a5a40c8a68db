package import ScanModel

/// An annotated tag as recorded.
package struct RawTag: Sendable {
    package let id: ObjectID
    package let target: ObjectID
    /// The kind that the tag claims its target has.
    package let targetKind: ObjectKind?
    /// The name, decoded with replacement characters where it is not UTF-8.
    package let name: String
    package let tagger: GitSignature?
    /// The whole object: headers, an empty line, the message.
    package let bytes: Bytes
    /// Where in `bytes` the message stands, half open.
    package let messageRange: Range<Int>

    /// Reads a raw tag.
    /// - Returns: `nil` when it names no object.
    init?(id: ObjectID, bytes: Bytes, format: ObjectFormat) {
        var target: ObjectID?
        var kind: ObjectKind?
        var name = ""
        var tagger: GitSignature?
        var messageStart = 0
        bytes.withUnsafeBytes { buffer in
            var lines = ObjectHeaderLines(buffer)
            while let line = lines.next() {
                if line.isNamed("object") {
                    target = target ?? ObjectID(hex: line.value, format: format)
                } else if line.isNamed("type") {
                    kind = kind ?? ObjectKind(rawValue: String(decoding: line.value, as: UTF8.self))
                } else if line.isNamed("tag") {
                    name = String(decoding: line.value, as: UTF8.self)
                } else if line.isNamed("tagger") {
                    tagger = tagger ?? GitSignature(line: line.value)
                }
            }
            messageStart = lines.messageStart
        }
        guard let target else { return nil }
        self.id = id
        self.target = target
        targetKind = kind
        self.name = name
        self.tagger = tagger
        self.bytes = bytes
        messageRange = messageStart..<bytes.count
    }
}
