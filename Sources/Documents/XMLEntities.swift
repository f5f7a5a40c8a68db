/// The entities of XML that stand for a character: the five and numbers.
enum XMLEntities {
    /// Appends text with entities resolved; others stay as they are written.
    static func decode(_ text: Slice<UnsafeRawBufferPointer>, into out: inout [UInt8]) {
        guard text.contains(0x26) else {
            out.append(contentsOf: text)
            return
        }
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == 0x26, let (bytes, next) = entity(text, index) {
                out.append(contentsOf: bytes)
                index = next
            } else {
                out.append(byte)
                index += 1
            }
        }
    }

    private static func entity(
        _ text: Slice<UnsafeRawBufferPointer>, _ start: Int
    ) -> (bytes: [UInt8], next: Int)? {
        let most = min(text.endIndex, start + 12)
        guard let end = text[start..<most].firstIndex(of: 0x3B) else { return nil }
        let name = String(decoding: text[(start + 1)..<end], as: UTF8.self)
        switch name {
        case "lt": return ([0x3C], end + 1)
        case "gt": return ([0x3E], end + 1)
        case "amp": return ([0x26], end + 1)
        case "quot": return ([0x22], end + 1)
        case "apos": return ([0x27], end + 1)
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard let first = digits.utf8.first, first != 0x2B, first != 0x2D,
            let number = UInt32(digits, radix: isHex ? 16 : 10), number != 0,
            let scalar = Unicode.Scalar(number)
        else { return nil }
        return (Array(String(Character(scalar)).utf8), end + 1)
    }
}
