/// Which bytes may begin a mark, by the two before and the two after them.
///
/// Most quotes, line feeds and backslashes begin none: a table of 5 × 256 sets of clues tells. What
/// is left is looked at closely.
struct WrappingClues {
    /// For each place from two before to two after, and each byte there, the clues that it allows.
    private let table: [UInt16]

    /// For all texts.
    static let standard = WrappingClues(clues)

    /// What stands at a place and around it; without bytes anything may stand there.
    private struct Clue {
        var secondBefore: [UInt8] = []
        var before: [UInt8] = []
        var byte: [UInt8]
        var after: [UInt8] = []
        var secondAfter: [UInt8] = []
    }

    private static let clues: [Clue] = {
        let tokens = bytes(of: ByteClass.token)
        let words = bytes(of: ByteClass.word)
        let quotes = bytes("\"'")
        return [
            // Literals: an empty one, one that may go on, one that may belong to a name.
            Clue(byte: quotes, after: quotes),
            Clue(before: tokens, byte: quotes, after: bytes("\n\r\"$&'+.")),
            Clue(
                before: tokens, byte: quotes, after: bytes("\t "),
                secondAfter: bytes("\t \n\r\"$&'+.<>@\\`|FfRrBbUuL")),
            Clue(before: bytes("+."), byte: quotes, after: tokens),
            Clue(
                secondBefore: bytes("+.&"), before: bytes(" "), byte: quotes, after: tokens),
            Clue(byte: bytes("}"), after: words + bytes("-")),
            // Escapes: backslashes, percent signs, entities.
            Clue(byte: bytes("\\"), after: bytes("0123uUx")),
            Clue(byte: bytes("%"), after: bytes("0234567")),
            Clue(byte: bytes("&"), after: words + bytes("#")),
            // Line ends: signs that the line goes on, `kind: Secret`, the offset of a hexdump.
            Clue(before: bytes("\\^`=|>+-\r"), byte: bytes("\n")),
            Clue(secondBefore: bytes("e"), before: bytes("t"), byte: bytes("\n")),
            Clue(byte: bytes("\n"), after: bytes("0")),
        ]
    }()

    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static func bytes(of set: UInt8) -> [UInt8] {
        (0...255).filter { ByteClass.sets[Int($0)] & set != 0 }
    }

    private init(_ clues: [Clue]) {
        var table: [UInt16] = Array(repeating: 0, count: 5 * 256)
        for (number, clue) in clues.enumerated() {
            let places = [
                clue.secondBefore, clue.before, clue.byte, clue.after, clue.secondAfter,
            ]
            for (place, bytes) in places.enumerated() {
                for byte in bytes.isEmpty ? Array(0...255) : bytes {
                    table[place * 256 + Int(byte)] |= 1 << number
                }
            }
        }
        self.table = table
    }

    /// Lends the table.
    func withTable(_ body: (Table) -> Void) {
        table.withUnsafeBufferPointer { table in
            guard let base = table.baseAddress else { return }
            body(Table(base: base))
        }
    }

    /// The table, as long as it is lent.
    struct Table {
        fileprivate let base: UnsafePointer<UInt16>

        /// Whether the third of five bytes may begin a mark.
        @inline(__always)
        func tell(_ a: UInt8, _ b: UInt8, _ byte: UInt8, _ d: UInt8, _ e: UInt8) -> Bool {
            base[Int(a)] & base[256 &+ Int(b)] & base[512 &+ Int(byte)] & base[768 &+ Int(d)]
                & base[1024 &+ Int(e)] != 0
        }
    }
}
