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

    static let dot = code("."), arrow = code("->"), fatArrow = code("=>"), colons = code("::")
    static let safeDot = code("?."), phpSafe = code("?->"), rubySafe = code("&.")
    static let comma = code(","), semicolon = code(";"), colon = code(":"), equal = code("=")
    static let walrus = code(":="), question = code("?"), elvis = code("?:")
    static let coalesce = code("??"), or = code("||"), and = code("&&"), bar = code("|")
    static let bang = code("!"), bangs = code("!!"), minus = code("-"), plus = code("+")
    static let at = code("@"), hash = code("#"), less = code("<"), greater = code(">")
    static let ampersand = code("&"), star = code("*"), power = code("**"), tilde = code("~")
    static let backslash = code("\\"), percent = code("%"), caret = code("^"), slash = code("/")
    static let spread = code("..."), range = code(".."), pipe = code("|>"), leftArrow = code("<-")
    static let diamond = code("<>"), dollar = code("$"), append = code("<<")
    static let equals = code("=="), identical = code("==="), unequal = code("!=")
    static let unidentical = code("!=="), lessEqual = code("<="), greaterEqual = code(">=")
    static let increment = code("++"), decrement = code("--"), match = code("=~")

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
        return compound.contains(code)
    }

    private static let compound: [UInt32] = [
        "+=", "-=", "*=", "/=", "%=", ".=", "|=", "&=", "^=", "||=", "&&=", "??=", "<<=", "**=",
    ].map(code)

    /// Operators that may stand between two operands.
    static func isBinary(_ code: UInt32) -> Bool { binary.contains(code) }

    private static let binary: Set<UInt32> = Set(
        [
            "+", "-", "*", "/", "%", "**", "|", "&", "^", "||", "&&", "??", "?:", "==", "===",
            "!=", "!==", "<", ">", "<=", ">=", "<=>", "<<", "..", "..<", "...", "|>", "<-", "=~",
            "!~", "<>", "//", ".", "~=",
        ].map(code))
}
