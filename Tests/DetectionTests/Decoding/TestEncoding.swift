/// Encoders, written apart from the decoders that they test.
enum TestEncoding {
    static func base64(_ bytes: [UInt8], isURLSafe: Bool = false) -> String {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                + (isURLSafe ? "-_" : "+/"))
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(bytes.count, start + 3)]
            var bits = group.reduce(0) { $0 << 8 | Int($1) }
            bits <<= 8 * (3 - group.count)
            for place in 0...group.count { text.append(alphabet[bits >> (18 - 6 * place) & 63]) }
            if !isURLSafe { text += String(repeating: "=", count: 3 - group.count) }
        }
        return text
    }

    static func hex(_ bytes: [UInt8], isUpper: Bool = false) -> String {
        bytes.map { byte in
            let text = String(byte, radix: 16, uppercase: isUpper)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }

    static func octal(_ byte: UInt8) -> String {
        let text = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - text.count) + text
    }

    static func percentAll(_ bytes: [UInt8]) -> String {
        bytes.map { "%" + hex([$0], isUpper: true) }.joined()
    }

    static func percentSigns(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.properties.isAlphabetic || (48...57).contains(byte)
                ? String(Character(scalar)) : "%" + hex([byte], isUpper: true)
        }.joined()
    }

    /// Every fifth character escaped, and all that are no printable ones.
    static func someEscaped(_ bytes: [UInt8], _ escape: (UInt8) -> String) -> String {
        bytes.enumerated().map { index, byte in
            index % 5 == 2 || byte < 0x20 ? escape(byte) : String(Character(Unicode.Scalar(byte)))
        }.joined()
    }

    static func named(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            switch byte {
            case UInt8(ascii: "_"): "&lowbar;"
            case UInt8(ascii: "-"): "&#45;"
            case UInt8(ascii: "+"): "&plus;"
            case UInt8(ascii: "/"): "&sol;"
            case UInt8(ascii: ":"): "&colon;"
            case 0x0A: "&NewLine;"
            default: String(Character(Unicode.Scalar(byte)))
            }
        }.joined()
    }

    static func quotedPrintable(_ bytes: [UInt8]) -> String {
        var lines: [String] = []
        var line = ""
        for byte in bytes {
            let item =
                byte == UInt8(ascii: "=") ? "=3D" : String(Character(Unicode.Scalar(byte)))
            if line.count + item.count > 75 {
                lines.append(line + "=")
                line = ""
            }
            line += item
        }
        return (lines + [line]).joined(separator: "\n")
    }

    static func wrapped(_ text: String, _ width: Int, _ indent: String) -> String {
        let characters = Array(text)
        return stride(from: 0, to: characters.count, by: width).map {
            indent + String(characters[$0..<min(characters.count, $0 + width)])
        }.joined(separator: "\n")
    }

    static func indented(_ bytes: [UInt8], _ indent: String) -> String {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { indent + $0 }
            .joined(separator: "\n")
    }

    static func xxd(_ bytes: [UInt8]) -> String {
        dump(bytes) { offset, row in
            let groups = stride(from: 0, to: row.count, by: 2).map {
                hex(Array(row[$0..<min(row.count, $0 + 2)]))
            }.joined(separator: " ")
            return offset + ": " + groups + String(repeating: " ", count: 39 - groups.count)
                + "  " + shown(row)
        }
    }

    static func hexdump(_ bytes: [UInt8]) -> String {
        dump(bytes) { offset, row in
            var text = offset + "  "
            for (index, byte) in row.enumerated() {
                text += hex([byte]) + (index == 7 ? "  " : " ")
            }
            return text + String(repeating: " ", count: max(0, 60 - text.count)) + "|" + shown(row)
                + "|"
        }
    }

    private static func dump(_ bytes: [UInt8], _ line: (String, [UInt8]) -> String) -> String {
        stride(from: 0, to: bytes.count, by: 16).map { start in
            let digits = String(start, radix: 16)
            let offset = String(repeating: "0", count: 8 - digits.count) + digits
            return line(offset, Array(bytes[start..<min(bytes.count, start + 16)]))
        }.joined(separator: "\n") + "\n"
    }

    private static func shown(_ bytes: [UInt8]) -> String {
        bytes.map { (32..<127).contains($0) ? String(Character(Unicode.Scalar($0))) : "." }.joined()
    }

    /// Stored blocks: RFC 1951 §3.2.4.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt16(bytes.count)
        return [1, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
            + bytes
    }

    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var low: UInt32 = 1
        var high: UInt32 = 0
        for byte in bytes {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        let sum = high << 16 | low
        return [0x78, 0x9C] + stored(bytes)
            + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        let sum = littleEndian(TableCRC32.checksum(of: bytes))
        let size = littleEndian(UInt32(bytes.count))
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + stored(bytes) + sum + size
    }

    static func littleEndian(_ value: UInt32) -> [UInt8] {
        [0, 8, 16, 24].map { (shift: UInt32) in UInt8(truncatingIfNeeded: value >> shift) }
    }
}
