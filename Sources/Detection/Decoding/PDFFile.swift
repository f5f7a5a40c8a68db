private import Archives

/// The texts that the pages of a PDF show, where they are written in an encoding of Latin.
///
/// - Source: ISO 32000-1, §7.3.4 (strings), §7.3.8 (streams), §9.4 (text operators).
enum PDFFile {
    /// Most bytes that one stream may become, and all of them.
    private static let maxStreamBytes = 16 << 20
    private static let maxBytes = 128 << 20

    static func isDocument(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= 64 && bytes.starts(with: "%PDF-".utf8)
    }

    /// Hands over the text of each stream and where the stream stands.
    static func forEachText(
        _ bytes: UnsafeRawBufferPointer, _ effort: inout DecodingEffort,
        _ body: ([UInt8], Range<Int>) -> Void
    ) {
        var left = maxBytes
        var place = 0
        while let word = find("stream", in: bytes, from: place) {
            place = word + 6
            guard word < 3 || !bytes[word - 3..<word].elementsEqual("end".utf8) else { continue }
            if place < bytes.count, bytes[place] == 0x0D { place += 1 }
            if place < bytes.count, bytes[place] == 0x0A { place += 1 }
            guard let end = find("endstream", in: bytes, from: place) else { return }
            let head = UnsafeRawBufferPointer(rebasing: bytes[max(0, word - 512)..<word])
            let dictionary = lastDictionary(head)
            let content = place..<end
            defer { place = end + 9 }
            guard find("/Subtype", in: dictionary, from: 0) == nil,
                find("/FontFile", in: dictionary, from: 0) == nil
            else { continue }
            let text: [UInt8]
            if find("/FlateDecode", in: dictionary, from: 0) != nil {
                guard left > 0 else {
                    effort.fallShort("the text of a PDF of more than \(maxBytes) bytes")
                    return
                }
                do throws(ArchiveError) {
                    var written = 0
                    defer { left -= written }
                    let inflated = try Decompression.decompress(
                        Array(bytes[content]), maxBytes: min(left, maxStreamBytes),
                        written: &written)
                    text = inflated.withUnsafeBytes(shown)
                } catch {
                    if error.code == .limit {
                        effort.fallShort("a stream of a PDF of more than \(maxStreamBytes) bytes")
                    }
                    continue
                }
            } else {
                text = shown(UnsafeRawBufferPointer(rebasing: bytes[content]))
            }
            if text.count >= 8 { body(text, content) }
        }
    }

    private static func lastDictionary(_ head: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var start = 0
        while let object = find(" obj", in: head, from: start) { start = object + 4 }
        return UnsafeRawBufferPointer(rebasing: head[start...])
    }

    private static func find(
        _ word: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> Int? {
        let count = word.utf8CodeUnitCount
        var place = start
        while place + count <= bytes.count,
            let hit = bytes[place...(bytes.count - count)].firstIndex(of: word.utf8Start[0])
        {
            if (1..<count).allSatisfy({ bytes[hit + $0] == word.utf8Start[$0] }) { return hit }
            place = hit + 1
        }
        return nil
    }

    /// The strings between `BT` and `ET`, with a line feed where a new line is begun.
    private static func shown(_ content: UnsafeRawBufferPointer) -> [UInt8] {
        var text: [UInt8] = []
        var isInText = false
        var place = 0
        while place < content.count {
            let byte = content[place]
            if byte == 0x28, isInText {
                string(content, &place, into: &text)
                continue
            }
            if byte == 0x3C, isInText, place + 1 < content.count, content[place + 1] != 0x3C {
                digits(content, &place, into: &text)
                continue
            }
            // Operators are words; those of text begin with T, or are quotes.
            if byte == 0x42 || byte == 0x45, place + 1 < content.count, content[place + 1] == 0x54 {
                isInText = byte == 0x42
                text.append(0x0A)
                place += 2
                continue
            }
            if isInText, byte == 0x54, place + 1 < content.count,
                [0x64, 0x44, 0x2A, 0x6D].contains(content[place + 1]), text.last != 0x0A
            {
                text.append(0x0A)
            }
            place += 1
        }
        return text
    }

    /// `<48656C>`: a string by its hexadecimal digits; a last digit alone has a 0 behind it.
    private static func digits(
        _ content: UnsafeRawBufferPointer, _ place: inout Int, into text: inout [UInt8]
    ) {
        var high: UInt8?
        place += 1
        while place < content.count, content[place] != 0x3E {
            if let digit = ByteClass.hexValue(content[place]) {
                if let first = high {
                    text.append(first << 4 | digit)
                    high = nil
                } else {
                    high = digit
                }
            } else if content[place] > 0x20 {
                return
            }
            place += 1
        }
        if let high { text.append(high << 4) }
    }

    private static func string(
        _ content: UnsafeRawBufferPointer, _ place: inout Int, into text: inout [UInt8]
    ) {
        var depth = 0
        while place < content.count {
            let byte = content[place]
            place += 1
            switch byte {
            case 0x28:
                if depth > 0 { text.append(byte) }
                depth += 1
            case 0x29:
                depth -= 1
                if depth == 0 { return }
                text.append(byte)
            case 0x5C:
                guard place < content.count else { return }
                let next = content[place]
                place += 1
                text.append(next == 0x6E || next == 0x72 ? 0x0A : next)
            default: text.append(byte)
            }
        }
    }
}
