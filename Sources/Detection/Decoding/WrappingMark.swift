/// A place in a text where something may be written in another form.
struct WrappingMark {
    /// What stands there.
    enum Kind: UInt8 {
        /// A long run of base64 or hexadecimal characters.
        case run
        /// A backslash escape of a printable character.
        case backslash
        /// `%2B`.
        case percent
        /// `&amp;`, `&#43;`.
        case entity
        /// `=3D` of quoted-printable.
        case quotedPrintable
        /// Two literals of one line with an operator between them.
        case seam
        /// A list of literals that is joined.
        case join
        /// A list of numbers or characters.
        case list
        /// A run at the end of a line that the next line may continue.
        case openRun
        /// A literal at the end of a line that the next line may continue.
        case openSeam
        /// A line that says that the next one continues it.
        case continuation
        /// A soft line break of quoted-printable.
        case softBreak
        /// A list of numbers that the next line may continue.
        case openList
        /// The head of a block scalar of YAML.
        case block
        /// A line of a hexdump.
        case hexdump
        /// The line that calls a document a Secret of Kubernetes.
        case manifest
        /// A literal that begins with a name whose value stands elsewhere.
        case constant
        /// The beginning of a token that its literal cuts off.
        case cut
        /// The head of a private key of which the lines are no plain ones.
        case keyHead

        /// Whether nothing of what stands there can be read as it is.
        var hidesAll: Bool {
            switch self {
            case .run, .openRun, .list, .openList, .hexdump: true
            default: false
            }
        }

        /// Whether a rule led to it, and not the scout.
        var isLead: Bool { self == .cut || self == .keyHead }

        /// Whether more than the line of the mark decides what it means.
        var looksBeyondLine: Bool { rawValue >= Kind.openRun.rawValue }
    }

    let kind: Kind
    /// Offset in the text.
    let start: Int
    /// Where what stands there ends, as far as the line tells.
    let end: Int
}
