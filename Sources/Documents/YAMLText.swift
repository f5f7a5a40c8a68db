/// The text of a YAML file as libyaml takes it, and the way back from its characters to bytes.
///
/// libyaml stops at invalid UTF-8 and at control characters, and counts places in characters. Here
/// such bytes are replaced one for one, so that the places hold, and every 64th character's byte is
/// noted, so that any place is found in a few steps.
struct YAMLText {
    /// More tag handles than any document has; libyaml compares each with all the others.
    private static let maxTagDirectives = 64
    private static let stride = 64

    /// Where the text starts, after a byte order mark.
    let start: Int
    /// The whole file with replacements; `nil` when it needs none.
    private(set) var replaced: [UInt8]?
    /// The first byte that libyaml would refuse.
    private(set) var firstRefused: Int?
    /// Where there are too many `%TAG` lines, the first of them that is one too many.
    private(set) var tagOverflow: Int?
    /// The byte of every 64th character; empty for ASCII, where characters are bytes.
    private var marks: [Int] = []
    private var isASCII = true
    private let count: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        count = bytes.count
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var at = start
        while at < bytes.count, bytes[at] < 0x7F, bytes[at] >= 0x20 || isBlankControl(bytes[at]) {
            at += 1
        }
        if at < bytes.count {
            isASCII = false
            note(bytes)
        }
        countTagDirectives(bytes)
    }

    /// The byte of a character counted from the start of the text.
    func offset(ofCharacter index: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        guard !isASCII else { return min(count, start + index) }
        let slot = index / YAMLText.stride
        guard slot < marks.count else { return count }
        var at = marks[slot]
        var left = index - slot * YAMLText.stride
        while left > 0, at < count {
            at += length(at, bytes)
            left -= 1
        }
        return min(at, count)
    }

    /// The number of characters between two bytes.
    func characters(from lower: Int, to upper: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        guard !isASCII else { return upper - lower }
        var at = lower
        var characters = 0
        while at < upper {
            at += length(at, bytes)
            characters += 1
        }
        return characters
    }

    /// The length of the character at a byte, in the text after replacements.
    private func length(_ at: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
        if let replaced { return YAMLText.width(replaced[at]) }
        return YAMLText.width(bytes[at])
    }

    private static func width(_ lead: UInt8) -> Int {
        lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    private mutating func note(_ bytes: UnsafeRawBufferPointer) {
        var at = start
        var character = 0
        while at < bytes.count {
            if character % YAMLText.stride == 0 { marks.append(at) }
            character += 1
            let byte = bytes[at]
            if byte < 0x7F, byte >= 0x20 || isBlankControl(byte) {
                at += 1
                continue
            }
            let length = allowedLength(at, bytes)
            if length > 0 {
                at += length
            } else {
                if replaced == nil {
                    replaced = Array(bytes)
                    firstRefused = at
                }
                replaced?[at] = UInt8(ascii: "_")
                at += 1
            }
        }
    }

    private func isBlankControl(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// The bytes of the character here, when it is well-formed and one that YAML allows; else 0.
    private func allowedLength(_ at: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
        let lead = bytes[at]
        guard lead >= 0xC2, lead < 0xF5 else { return 0 }
        let length = YAMLText.width(lead)
        guard at + length <= bytes.count else { return 0 }
        var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for index in at + 1..<at + length {
            guard bytes[index] & 0xC0 == 0x80 else { return 0 }
            value = value << 6 | UInt32(bytes[index] & 0x3F)
        }
        switch value {
        case 0x85, 0xA0...0x7FF: return length == 2 ? 2 : 0
        case 0x800...0xD7FF: return length == 3 ? 3 : 0
        case 0xE000...0xFFFD: return length == 3 && value != 0xFEFF ? 3 : 0
        case 0x10000...0x10FFFF: return length == 4 ? 4 : 0
        default: return 0
        }
    }

    private mutating func countTagDirectives(_ bytes: UnsafeRawBufferPointer) {
        var directives = 0
        var at = start
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%"), at + 1 < bytes.count,
                bytes[at + 1] == UInt8(ascii: "T")
            {
                directives += 1
                if directives > YAMLText.maxTagDirectives {
                    tagOverflow = at
                    return
                }
            }
            while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            at += 1
        }
    }
}
