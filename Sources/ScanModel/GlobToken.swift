/// One step of a compiled glob.
enum GlobToken: Hashable, Sendable {
    /// Exactly this byte.
    case byte(UInt8)
    /// `?`: one character but not `/`.
    case oneCharacter
    /// `[…]`: one character of a set.
    case set(GlobByteSet)
    /// `*`: any bytes but `/`.
    case withinComponent
    /// `**`: any bytes.
    case anything
    /// `**/`: any number of whole folders, also none.
    case folders

    /// Whether the token may take several bytes as one character.
    var takesOneCharacter: Bool {
        switch self {
        case .oneCharacter: true
        case .set(let set): set.takesNonASCII
        case .byte, .withinComponent, .anything, .folders: false
        }
    }
}
