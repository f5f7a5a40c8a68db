/// The part of PCRE2's syntax that `LiteralInference` understands, as a tree.
///
/// What it does not understand becomes `.opaque`, from which nothing is inferred: an error here
/// can make a rule slow to write, never a literal wrong.
indirect enum RegexSyntax {
    /// One byte out of a set. `isFolded` says that letters of both cases belong to it.
    case byte(Set<UInt8>, isFolded: Bool)
    case sequence([RegexSyntax])
    case alternation([RegexSyntax])
    /// `maximum` is `nil` without an upper bound.
    case repetition(RegexSyntax, minimum: Int, maximum: Int?)
    /// Anchors and lookarounds: match without taking bytes.
    case zeroWidth
    /// Backreferences and the like: any number of unknown bytes.
    case opaque
}

/// Reads a pattern into `RegexSyntax`.
struct RegexReader {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private static let maxDepth = 100

    init(_ pattern: String) { bytes = Array(pattern.utf8) }

    /// The tree, or `nil` when the pattern goes beyond what is understood.
    static func read(_ pattern: String) -> RegexSyntax? {
        var reader = RegexReader(pattern)
        let tree = reader.alternation(isFolded: false)
        return reader.position == reader.bytes.count ? tree : nil
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func has(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func take(_ text: String) -> Bool {
        guard has(text) else { return false }
        position += text.utf8.count
        return true
    }

    /// `isFolded` is passed by value: a flag set inside a group ends with the group.
    private mutating func alternation(isFolded: Bool) -> RegexSyntax? {
        guard depth < RegexReader.maxDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        var isFolded = isFolded
        var branches: [RegexSyntax] = []
        var items: [RegexSyntax] = []
        while let byte = next, byte != UInt8(ascii: ")") {
            if byte == UInt8(ascii: "|") {
                position += 1
                branches.append(.sequence(items))
                items = []
                continue
            }
            guard let item = atom(isFolded: &isFolded), let repeated = quantified(item) else {
                return nil
            }
            items.append(repeated)
        }
        branches.append(.sequence(items))
        return branches.count == 1 ? branches[0] : .alternation(branches)
    }

    private mutating func atom(isFolded: inout Bool) -> RegexSyntax? {
        guard let byte = next else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "("): return group(isFolded: &isFolded)
        case UInt8(ascii: "["): return characterClass(isFolded: isFolded)
        case UInt8(ascii: "."): return .byte(Set(0...255), isFolded: false)
        case UInt8(ascii: "^"), UInt8(ascii: "$"): return .zeroWidth
        case UInt8(ascii: "\\"): return escape(isFolded: isFolded)
        default: return RegexReader.single(byte, isFolded: isFolded)
        }
    }

    private mutating func group(isFolded: inout Bool) -> RegexSyntax? {
        var inner = isFolded
        if take("?") {
            if take("#") {
                while let byte = next, byte != UInt8(ascii: ")") {
                    _ = byte
                    position += 1
                }
                return take(")") ? .zeroWidth : nil
            }
            for lookaround in ["<=", "<!", "=", "!"] where take(lookaround) {
                guard alternation(isFolded: isFolded) != nil, take(")") else { return nil }
                return .zeroWidth
            }
            if take("P<") || take("<") {
                while let byte = next, byte != UInt8(ascii: ">") {
                    _ = byte
                    position += 1
                }
                guard take(">") else { return nil }
            } else if !take(">") && !take("|") {
                var isOn = true
                flags: while let byte = next {
                    position += 1
                    switch byte {
                    case UInt8(ascii: "i"): inner = isOn
                    case UInt8(ascii: "-"): isOn = false
                    case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "U"): break
                    case UInt8(ascii: ":"): break flags
                    case UInt8(ascii: ")"):
                        isFolded = inner
                        return .zeroWidth
                    default: return nil
                    }
                }
            }
        } else if has("*") {
            return nil
        }
        guard let body = alternation(isFolded: inner), take(")") else { return nil }
        return body
    }

    private mutating func quantified(_ item: RegexSyntax) -> RegexSyntax? {
        var item = item
        while let byte = next {
            var minimum = 0
            var maximum: Int?
            switch byte {
            case UInt8(ascii: "*"): position += 1
            case UInt8(ascii: "+"):
                position += 1
                minimum = 1
            case UInt8(ascii: "?"):
                position += 1
                maximum = 1
            case UInt8(ascii: "{"):
                guard let bounds = counts() else { return item }
                minimum = bounds.minimum
                maximum = bounds.maximum
            default: return item
            }
            // Lazy and possessive forms require the same bytes.
            if next == UInt8(ascii: "?") || next == UInt8(ascii: "+") { position += 1 }
            item = .repetition(item, minimum: minimum, maximum: maximum)
        }
        return item
    }

    /// `{n}`, `{n,}` or `{n,m}`; anything else is a literal brace.
    private mutating func counts() -> (minimum: Int, maximum: Int?)? {
        guard let close = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let parts = String(decoding: bytes[(position + 1)..<close], as: UTF8.self)
            .split(separator: ",", omittingEmptySubsequences: false)
        guard let first = parts.first, let minimum = Int(first), parts.count <= 2 else {
            return nil
        }
        var maximum: Int? = minimum
        if parts.count == 2 {
            maximum = parts[1].isEmpty ? nil : Int(parts[1])
            if maximum == nil && !parts[1].isEmpty { return nil }
        }
        position = close + 1
        return (minimum, maximum)
    }

    private mutating func escape(isFolded: Bool) -> RegexSyntax? {
        guard let byte = next else { return nil }
        position += 1
        if let set = RegexReader.shorthand(byte) { return .byte(set, isFolded: false) }
        switch byte {
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"),
            UInt8(ascii: "Z"), UInt8(ascii: "K"), UInt8(ascii: "G"):
            return .zeroWidth
        case UInt8(ascii: "R"): return .opaque
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            while let digit = next, (48...57).contains(digit) { position += 1 }
            return .opaque
        case UInt8(ascii: "k"), UInt8(ascii: "g"), UInt8(ascii: "p"), UInt8(ascii: "P"),
            UInt8(ascii: "Q"), UInt8(ascii: "E"), UInt8(ascii: "X"), UInt8(ascii: "c"):
            return nil
        default:
            guard let value = control(byte) else { return nil }
            return RegexReader.single(value, isFolded: isFolded)
        }
    }

    /// The byte that an escape stands for, with `byte` already taken.
    private mutating func control(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "f"): return 12
        case UInt8(ascii: "e"): return 27
        case UInt8(ascii: "a"): return 7
        case UInt8(ascii: "0"): return 0
        case UInt8(ascii: "x"):
            let braced = take("{")
            var value = 0
            var digits = 0
            while let digit = next, digits < (braced ? 8 : 2),
                let number = Int(String(UnicodeScalar(digit)), radix: 16)
            {
                value = value &* 16 &+ number
                digits += 1
                position += 1
            }
            guard digits > 0, !braced || take("}") else { return nil }
            return UInt8(exactly: value)
        default:
            let isAlphanumeric =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isAlphanumeric ? nil : byte
        }
    }

    private mutating func characterClass(isFolded: Bool) -> RegexSyntax? {
        let isNegated = take("^")
        var set: Set<UInt8> = []
        var isFirst = true
        while let byte = next, byte != UInt8(ascii: "]") || isFirst {
            isFirst = false
            position += 1
            if byte == UInt8(ascii: "["), next == UInt8(ascii: ":") {
                return nil
            }
            var low = byte
            if byte == UInt8(ascii: "\\") {
                guard let escaped = next else { return nil }
                position += 1
                if let members = RegexReader.shorthand(escaped) {
                    set.formUnion(members)
                    continue
                }
                guard let value = escaped == UInt8(ascii: "b") ? 8 : control(escaped) else {
                    return nil
                }
                low = value
            }
            guard next == UInt8(ascii: "-"), position + 1 < bytes.count,
                bytes[position + 1] != UInt8(ascii: "]")
            else {
                set.insert(low)
                continue
            }
            position += 1
            guard var high = next else { return nil }
            position += 1
            if high == UInt8(ascii: "\\") {
                guard let escaped = next else { return nil }
                position += 1
                guard RegexReader.shorthand(escaped) == nil, let value = control(escaped) else {
                    return nil
                }
                high = value
            }
            guard low <= high else { return nil }
            set.formUnion(low...high)
        }
        guard take("]") else { return nil }
        if isFolded { set.formUnion(set.flatMap(RegexReader.bothCases)) }
        if isNegated { set = Set(0...255).subtracting(set) }
        return .byte(set, isFolded: isFolded)
    }

    private static func single(_ byte: UInt8, isFolded: Bool) -> RegexSyntax {
        .byte(Set(isFolded ? bothCases(byte) : [byte]), isFolded: isFolded)
    }

    private static func bothCases(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): [byte, byte + 32]
        case UInt8(ascii: "a")...UInt8(ascii: "z"): [byte, byte - 32]
        default: [byte]
        }
    }

    private static func shorthand(_ byte: UInt8) -> Set<UInt8>? {
        let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
        let word = digits.union(UInt8(ascii: "a")...UInt8(ascii: "z"))
            .union(UInt8(ascii: "A")...UInt8(ascii: "Z")).union([UInt8(ascii: "_")])
        let space: Set<UInt8> = [9, 10, 11, 12, 13, 32]
        let all = Set<UInt8>(0...255)
        switch byte {
        case UInt8(ascii: "d"): return digits
        case UInt8(ascii: "D"): return all.subtracting(digits)
        case UInt8(ascii: "w"): return word
        case UInt8(ascii: "W"): return all.subtracting(word)
        case UInt8(ascii: "s"): return space
        case UInt8(ascii: "S"): return all.subtracting(space)
        case UInt8(ascii: "h"): return [9, 32]
        case UInt8(ascii: "v"): return [10, 11, 12, 13]
        case UInt8(ascii: "N"): return all.subtracting([10])
        default: return nil
        }
    }
}
