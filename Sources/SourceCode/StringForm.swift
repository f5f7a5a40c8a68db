/// How a string begins, ends, escapes and interpolates.
struct StringForm: Sendable {
    /// How characters are escaped.
    enum Escape: UInt8, Sendable {
        case none, backslash, doubled, backtick
        /// Only the quote and the backslash itself, as PHP's and Ruby's single quotes.
        case quoteOnly
    }

    /// What opens an expression in the string.
    struct Holes: OptionSet, Sendable {
        let rawValue: UInt8
        static let dollarBrace = Holes(rawValue: 1)
        static let hashBrace = Holes(rawValue: 2)
        static let backslashParen = Holes(rawValue: 4)
        static let brace = Holes(rawValue: 8)
        static let dollarName = Holes(rawValue: 16)
        static let braceDollar = Holes(rawValue: 32)
        static let dollarParen = Holes(rawValue: 64)
        static let atName = Holes(rawValue: 128)
    }

    /// Which letters before the quote it needs.
    enum Prefix: UInt8, Sendable { case none, raw, format, rawFormat }

    let open: ShortMark
    let close: ShortMark
    let escape: Escape
    let holes: Holes
    let spansLines: Bool
    let prefix: Prefix

    /// A form; `close` is the same as `open` when it is not given.
    init(
        _ open: String, _ close: String? = nil, escape: Escape = .backslash, holes: Holes = [],
        spansLines: Bool = false, prefix: Prefix = .none
    ) {
        self.open = ShortMark(open)
        self.close = ShortMark(close ?? open)
        self.escape = escape
        self.holes = holes
        self.spansLines = spansLines
        self.prefix = prefix
    }

    /// Lengths of the marks at both ends, how to undo escapes, and whether a part is not literal.
    static func packed(lead: Int, trail: Int, escape: Escape, isOpaque: Bool = false) -> UInt32 {
        UInt32(min(lead, 255)) | UInt32(min(trail, 255)) << 8 | UInt32(escape.rawValue) << 16
            | (isOpaque ? 1 << 24 : 0)
    }
}
