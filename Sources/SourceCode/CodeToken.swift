/// One token: its kind, place, and what its kind needs.
struct CodeToken {
    /// What a token is.
    enum Kind: UInt8 {
        case identifier, number, string, chunk
        case templateStart, templateEnd, holeOpen, holeClose
        case op, open, close, end
    }

    var kind: Kind
    /// A line break stands before the token.
    var breaksLine: Bool
    /// White space or a comment stands before the token.
    var isSpaced: Bool
    /// The identifier had a sigil (`$name`, `@name`), or the string is a symbol (`:name`).
    var hasSigil = false
    var start: UInt32
    var end: UInt32
    /// Symbol of an identifier, packed form of a string, packed bytes of an operator or bracket.
    var payload: UInt32
    /// Index of the other bracket; the number of tokens when there is none.
    var match: UInt32 = 0
}
