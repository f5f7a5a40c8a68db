/// Operators as the numbers their bytes make, the first byte lowest.
enum CodeOperator {
    /// The number of an operator given as text of at most four bytes.
    static func code(_ text: String) -> UInt32 {
        var code: UInt32 = 0
        for (index, byte) in text.utf8.prefix(4).enumerated() {
            code |= UInt32(byte) << UInt32(8 * index)
        }
        return code
    }

    // Literal numbers: a computed constant would be checked for being made at each look.
    static var dot: UInt32 { 46 }
    static var arrow: UInt32 { 15917 }
    static var fatArrow: UInt32 { 15933 }
    static var colons: UInt32 { 14906 }
    static var safeDot: UInt32 { 11839 }
    static var phpSafe: UInt32 { 4074815 }
    static var rubySafe: UInt32 { 11814 }
    static var comma: UInt32 { 44 }
    static var semicolon: UInt32 { 59 }
    static var colon: UInt32 { 58 }
    static var equal: UInt32 { 61 }
    static var walrus: UInt32 { 15674 }
    static var question: UInt32 { 63 }
    static var elvis: UInt32 { 14911 }
    static var coalesce: UInt32 { 16191 }
    static var or: UInt32 { 31868 }
    static var and: UInt32 { 9766 }
    static var bar: UInt32 { 124 }
    static var bang: UInt32 { 33 }
    static var bangs: UInt32 { 8481 }
    static var minus: UInt32 { 45 }
    static var plus: UInt32 { 43 }
    static var at: UInt32 { 64 }
    static var hash: UInt32 { 35 }
    static var less: UInt32 { 60 }
    static var greater: UInt32 { 62 }
    static var ampersand: UInt32 { 38 }
    static var star: UInt32 { 42 }
    static var power: UInt32 { 10794 }
    static var tilde: UInt32 { 126 }
    static var backslash: UInt32 { 92 }
    static var percent: UInt32 { 37 }
    static var caret: UInt32 { 94 }
    static var slash: UInt32 { 47 }
    static var spread: UInt32 { 3026478 }
    static var range: UInt32 { 11822 }
    static var pipe: UInt32 { 15996 }
    static var leftArrow: UInt32 { 11580 }
    static var diamond: UInt32 { 15932 }
    static var dollar: UInt32 { 36 }
    static var append: UInt32 { 15420 }
    static var equals: UInt32 { 15677 }
    static var identical: UInt32 { 4013373 }
    static var unequal: UInt32 { 15649 }
    static var unidentical: UInt32 { 4013345 }
    static var lessEqual: UInt32 { 15676 }
    static var greaterEqual: UInt32 { 15678 }
    static var increment: UInt32 { 11051 }
    static var decrement: UInt32 { 11565 }
    static var match: UInt32 { 32317 }

    private static let triples: [UInt32] = [
        "===", "!==", "...", "..<", "?->", "<=>", "**=", "||=", "&&=", "??=", "<<=", "//=",
    ].map(code)

    /// One bit for each pair of printable bytes.
    private static let pairs: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 256)
        let all = [
            "=>", "->", "::", "?.", ":=", "==", "!=", "<=", ">=", "&&", "||", "??", "+=", "-=",
            "*=", "/=", "%=", ".=", "|=", "&=", "^=", "..", "|>", "<-", "<<", "**", "++", "--",
            "=~", "!~", "?:", "<>", "&.", "!!", "~=",
        ]
        for pair in all {
            let code = code(pair)
            let index = Int(code & 127) << 7 | Int(code >> 8 & 127)
            bits[index >> 6] |= 1 << UInt64(index & 63)
        }
        return bits
    }()

    /// Whether two bytes are one operator.
    @inline(__always)
    static func isPair(_ code: UInt32) -> Bool {
        guard code & 0x8080 == 0 else { return false }
        let index = Int(code & 127) << 7 | Int(code >> 8 & 127)
        return pairs[index >> 6] >> UInt64(index & 63) & 1 == 1
    }

    /// Whether three bytes are one operator.
    @inline(__always)
    static func isTriple(_ code: UInt32) -> Bool {
        guard isPair(code & 0xFFFF) || code & 0xFF == 63 || code & 0xFF == 46 || code & 0xFF == 47
        else { return false }
        return triples.contains(code)
    }

    /// Operators that give a name a value, `=` and `:=` as they are and `+=` after reading it.
    static func isAssignment(_ code: UInt32) -> Bool {
        if code == equal || code == walrus { return true }
        // All others are two or three bytes, the last of which is `=`.
        guard code > 255, code >> 8 == 61 || code >> 16 == 61 else { return false }
        return compound.contains(code)
    }

    private static let compound: [UInt32] = [
        "+=", "-=", "*=", "/=", "%=", ".=", "|=", "&=", "^=", "||=", "&&=", "??=", "<<=", "**=",
    ].map(code)

    /// Operators that may stand between two operands.
    @inline(__always)
    static func isBinary(_ code: UInt32) -> Bool {
        switch code {
        case comma, semicolon, equal, colon, at, hash, fatArrow: return false
        case plus, minus, star, slash, dot, or, and, equals, less, greater: return true
        default: return binary.contains(code)
        }
    }

    private static let binary: [UInt32] = Array(
        [
            "+", "-", "*", "/", "%", "**", "|", "&", "^", "||", "&&", "??", "?:", "==", "===",
            "!=", "!==", "<", ">", "<=", ">=", "<=>", "<<", "..", "..<", "...", "|>", "<-", "=~",
            "!~", "<>", "//", ".", "~=",
        ].map(code))
}
