internal import ScanModel

/// The other private numbers of a JSON Web Key, each of which gives the key away as `d` does.
enum KeyMembers {
    private static let names = ["p", "q", "dp", "dq", "qi", "k"]
    /// How far the object of a key may reach to either side of its `d`, in bytes.
    private static let reach = 8_192

    /// Byte ranges of the values of such members in the object around a value.
    static func ranges(around value: Range<Int>, in text: UnsafeRawBufferPointer) -> [Range<Int>] {
        let window = (value.lowerBound - reach..<value.upperBound + reach).clamped(
            to: 0..<text.count)
        let before = text[window.lowerBound..<value.lowerBound]
        let after = text[value.upperBound..<window.upperBound]
        let start = before.lastIndex(of: UInt8(ascii: "{")) ?? window.lowerBound
        let end = after.firstIndex(of: UInt8(ascii: "}")) ?? window.upperBound
        var ranges: [Range<Int>] = []
        var name: Range<Int>?
        var place = start
        // Strings by turns: one that a colon follows is a name, the next one its value.
        while let opening = text[place..<end].firstIndex(of: UInt8(ascii: "\"")),
            let closing = text[(opening + 1)..<end].firstIndex(of: UInt8(ascii: "\""))
        {
            let string = opening + 1..<closing
            if let name, isPrivate(text[name]),
                text[name.upperBound..<opening].contains(UInt8(ascii: ":"))
            {
                ranges.append(string)
            }
            name = string
            place = closing + 1
        }
        return ranges
    }

    private static func isPrivate(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
        // The text may itself be escaped: `\"p\"`.
        let plain = name.last == UInt8(ascii: "\\") ? name.dropLast() : name
        return names.contains { plain.elementsEqual($0.utf8) }
    }
}
