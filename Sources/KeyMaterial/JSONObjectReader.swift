/// Reads the members of one JSON object (RFC 8259); what is nested deeper is checked and skipped.
package struct JSONObjectReader {
    private let bytes: [UInt8]
    private var position = 0
    private var itemsLeft: Int
    private let maxDepth: Int

    /// The members of the object that `bytes` holds, or `nil` when they hold anything else.
    ///
    /// Of equal names the last counts (RFC 7519 §4).
    package static func members(
        of bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> [String: JSONScalar]? {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var reader = JSONObjectReader(bytes, limits)
        reader.skipBlanks()
        guard let members = reader.object(depth: 1) else { return nil }
        reader.skipBlanks()
        return reader.position == bytes.count ? members : nil
    }

    private init(_ bytes: [UInt8], _ limits: KeyMaterialLimits) {
        self.bytes = bytes
        itemsLeft = limits.maxItems
        maxDepth = limits.maxDepth
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func object(depth: Int) -> [String: JSONScalar]? {
        guard depth <= maxDepth, skip(UInt8(ascii: "{")) else { return nil }
        var members: [String: JSONScalar] = [:]
        skipBlanks()
        if skip(UInt8(ascii: "}")) { return members }
        while true {
            skipBlanks()
            guard let name = string() else { return nil }
            skipBlanks()
            guard skip(UInt8(ascii: ":")), let value = value(depth: depth) else { return nil }
            // Members of nested objects are checked only.
            if depth == 1 { members[name] = value }
            skipBlanks()
            if skip(UInt8(ascii: "}")) { return members }
            guard skip(UInt8(ascii: ",")) else { return nil }
        }
    }

    private mutating func array(depth: Int) -> Bool {
        guard depth <= maxDepth, skip(UInt8(ascii: "[")) else { return false }
        skipBlanks()
        if skip(UInt8(ascii: "]")) { return true }
        while true {
            guard value(depth: depth) != nil else { return false }
            skipBlanks()
            if skip(UInt8(ascii: "]")) { return true }
            guard skip(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func value(depth: Int) -> JSONScalar? {
        guard itemsLeft > 0 else { return nil }
        itemsLeft -= 1
        skipBlanks()
        switch current {
        case UInt8(ascii: "{"): return object(depth: depth + 1).map { _ in .object }
        case UInt8(ascii: "["): return array(depth: depth + 1) ? .array : nil
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return word("true") ? .boolean(true) : nil
        case UInt8(ascii: "f"): return word("false") ? .boolean(false) : nil
        case UInt8(ascii: "n"): return word("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func word(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { expected in
            guard bytes[position...].starts(with: expected) else { return false }
            position += expected.count
            return true
        }
    }

    private mutating func string() -> String? {
        guard skip(UInt8(ascii: "\"")) else { return nil }
        var text: [UInt8] = []
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escape = current else { return nil }
                position += 1
                switch escape {
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "r"): text.append(0x0D)
                case UInt8(ascii: "t"): text.append(0x09)
                case UInt8(ascii: "b"): text.append(0x08)
                case UInt8(ascii: "f"): text.append(0x0C)
                case UInt8(ascii: "u"):
                    guard position + 4 <= bytes.count,
                        bytes[position..<(position + 4)].allSatisfy(Self.isHexDigit),
                        let number = UInt32(
                            String(decoding: bytes[position..<(position + 4)], as: UTF8.self),
                            radix: 16)
                    else { return nil }
                    position += 4
                    // Halves of surrogate pairs do not matter to the names looked for here.
                    let scalar = Unicode.Scalar(number) ?? "\u{FFFD}"
                    text.append(contentsOf: String(scalar).utf8)
                default: return nil
                }
            case 0..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }

    private mutating func digits() -> ArraySlice<UInt8> {
        let start = position
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        return bytes[start..<position]
    }

    private mutating func number() -> JSONScalar? {
        let isNegative = skip(UInt8(ascii: "-"))
        let whole = digits()
        guard let first = whole.first, first != UInt8(ascii: "0") || whole.count == 1 else {
            return nil
        }
        var value: Int64? = 0
        for digit in whole {
            value = value.flatMap { number in
                let (product, overflow) = number.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(
                    Int64(digit - UInt8(ascii: "0")))
                return overflow || carry ? nil : sum
            }
        }
        if skip(UInt8(ascii: ".")) {
            guard !digits().isEmpty else { return nil }
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            guard !digits().isEmpty else { return nil }
            value = nil
        }
        return .number(value.map { isNegative ? -$0 : $0 })
    }
}
