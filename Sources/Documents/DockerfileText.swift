/// The arguments of an instruction with its lines joined, and where each byte came from.
struct DockerfileText {
    /// A word with quotes resolved; where an unquoted `=` stands in it, it is a pair.
    struct Word {
        var bytes: [UInt8] = []
        var lower: Int
        var upper: Int
        /// How many bytes stand before the first `=`, and where it is in the source.
        var equals: (count: Int, offset: Int)?
        /// Where in the joined text the word ends.
        var end = 0
        var isValueQuoted = false

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var span: SourceSpan { SourceSpan(lower, upper) }

        /// The name and the value around the `=`.
        func split() -> (
            name: String, nameSpan: SourceSpan, value: String?, span: SourceSpan, isQuoted: Bool
        ) {
            guard let equals else { return (text, span, nil, span, false) }
            return (
                String(decoding: bytes[..<equals.count], as: UTF8.self),
                SourceSpan(lower, equals.offset),
                String(decoding: bytes[equals.count...], as: UTF8.self),
                SourceSpan(equals.offset + 1, upper), isValueQuoted
            )
        }
    }

    private(set) var bytes: [UInt8] = []
    private var places: [Int] = []
    private let start: Int
    private(set) var isHeredoc = false

    init(start: Int) { self.start = start }

    mutating func append(_ byte: UInt8, _ place: Int) {
        bytes.append(byte)
        places.append(place)
    }

    /// Drops blanks at the end.
    mutating func trim() {
        while let last = bytes.last, DockerfileReader.isBlank(last) {
            bytes.removeLast()
            places.removeLast()
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    var span: SourceSpan {
        guard let first = places.first, let last = places.last else {
            return SourceSpan(start, start)
        }
        return SourceSpan(first, last + 1)
    }

    private func part(from index: Int) -> DockerfileText {
        var part = DockerfileText(start: index < places.count ? places[index] : span.upperBound)
        part.bytes = Array(bytes[min(index, bytes.count)...])
        part.places = Array(places[min(index, places.count)...])
        return part
    }

    /// What stands after a word.
    func rest(after word: Word) -> DockerfileText {
        var index = word.end
        while index < bytes.count, DockerfileReader.isBlank(bytes[index]) { index += 1 }
        return part(from: index)
    }

    /// The instruction after `ONBUILD`.
    func instruction() -> (name: String, span: SourceSpan, rest: DockerfileText)? {
        var index = 0
        while index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 { index += 1 }
        guard index > 0 else { return nil }
        let name = String(decoding: bytes[..<index], as: UTF8.self).uppercased()
        let span = SourceSpan(places[0], places[index - 1] + 1)
        while index < bytes.count, DockerfileReader.isBlank(bytes[index]) { index += 1 }
        return (name, span, part(from: index))
    }

    /// The words between blanks, with quotes and escapes resolved.
    func words(escape: UInt8) -> [Word] {
        var words: [Word] = []
        var word: Word?
        var quote: UInt8 = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if quote == 0, DockerfileReader.isBlank(byte) {
                if var done = word {
                    done.end = index
                    words.append(done)
                }
                word = nil
                index += 1
                continue
            }
            var current = word ?? Word(lower: places[index], upper: places[index])
            // One owner at a time, so that the bytes are not copied for each.
            word = nil
            if quote != 0, byte == quote {
                quote = 0
            } else if quote == 0, byte == 0x22 || byte == 0x27 {
                quote = byte
                if current.equals != nil { current.isValueQuoted = true }
            } else if byte == escape, quote != 0x27, index + 1 < bytes.count {
                // The dollar stays escaped for the variables to be put in.
                if bytes[index + 1] == 0x24 { current.bytes.append(byte) }
                index += 1
                current.bytes.append(bytes[index])
            } else if byte == 0x3D, current.equals == nil, quote == 0 {
                current.equals = (current.bytes.count, places[index])
            } else {
                current.bytes.append(byte)
            }
            current.upper = places[index] + 1
            word = current
            index += 1
        }
        if var done = word {
            done.end = bytes.count
            words.append(done)
        }
        return words
    }

    /// The texts of `["a", "b"]`; nil where it is not that form. Flags before it are passed over.
    func execForm() -> [(text: String, span: SourceSpan)]? {
        var index = 0
        while index + 1 < bytes.count, bytes[index] == 0x2D, bytes[index + 1] == 0x2D {
            while index < bytes.count, !DockerfileReader.isBlank(bytes[index]) { index += 1 }
            while index < bytes.count, DockerfileReader.isBlank(bytes[index]) { index += 1 }
        }
        guard index < bytes.count, bytes[index] == 0x5B, bytes.last == 0x5D else { return nil }
        var items: [(text: String, span: SourceSpan)] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            if DockerfileReader.isBlank(byte) || byte == 0x2C {
                index += 1
                continue
            }
            if byte == 0x5D { return index == bytes.count - 1 ? items : nil }
            guard byte == 0x22 else { return nil }
            let first = index
            var text: [UInt8] = []
            index += 1
            while index < bytes.count, bytes[index] != 0x22 {
                if bytes[index] == 0x5C, index + 1 < bytes.count {
                    index += 1
                    switch bytes[index] {
                    case 0x6E: text.append(0x0A)
                    case 0x74: text.append(0x09)
                    case 0x22, 0x5C, 0x2F: text.append(bytes[index])
                    default: text += [0x5C, bytes[index]]
                    }
                } else {
                    text.append(bytes[index])
                }
                index += 1
            }
            guard index < bytes.count else { return nil }
            items.append(
                (
                    String(decoding: text, as: UTF8.self),
                    SourceSpan(places[first], places[index] + 1)
                ))
            index += 1
        }
        return nil
    }

    /// The words of the heredocs that the text opens: `<<EOF`, `<<-"EOF"`.
    mutating func heredocMarks() -> [(word: [UInt8], isIndented: Bool)] {
        var marks: [(word: [UInt8], isIndented: Bool)] = []
        var index = 0
        while index + 2 < bytes.count {
            guard bytes[index] == 0x3C, bytes[index + 1] == 0x3C, isWordStart(index) else {
                index += 1
                continue
            }
            index += 2
            let isIndented = bytes[index] == 0x2D
            if isIndented { index += 1 }
            if index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 { index += 1 }
            let first = index
            while index < bytes.count,
                bytes[index] == 0x5F || bytes[index] &- 0x30 < 10
                    || (bytes[index] | 0x20) &- 0x61 < 26
            {
                index += 1
            }
            // `<<3` and arithmetic shifts open nothing.
            guard index > first, bytes[first] &- 0x30 >= 10 else { continue }
            marks.append((Array(bytes[first..<index]), isIndented))
        }
        isHeredoc = !marks.isEmpty
        return marks
    }

    /// Whether nothing but the number of a file descriptor stands before it in its word.
    private func isWordStart(_ index: Int) -> Bool {
        var index = index
        while index > 0, bytes[index - 1] &- 0x30 < 10 { index -= 1 }
        return index == 0 || DockerfileReader.isBlank(bytes[index - 1])
    }
}
