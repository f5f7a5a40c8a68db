import ScanModel

/// In what the languages with `//` and `/* */` differ.
struct CFamilySyntax {
    /// What `'` opens.
    enum SingleQuote {
        /// Nothing.
        case none
        /// A literal that ends on its line.
        case literal
        /// One character, or a lifetime or symbol without an end.
        case character
    }

    /// The language.
    let language: SourceLanguage
    /// Whether block comments nest.
    let nestsComments: Bool
    /// Whether `#` starts a comment.
    let hasHashComments: Bool
    /// What `'` opens.
    let singleQuote: SingleQuote
    /// Whether `"""` opens a string of several lines.
    let hasTripleQuotes: Bool
    /// Whether `'''` does.
    let hasTripleSingleQuotes: Bool
    /// What escapes in strings of several lines; 0 for nothing.
    let longStringEscape: UInt8
    /// Whether strings in `"` may hold line ends.
    let stringsSpanLines: Bool

    /// The syntax of a language of this family.
    init(_ language: SourceLanguage) {
        self.language = language
        nestsComments = [.dart, .kotlin, .rust, .scala, .swift].contains(language)
        hasHashComments = language == .hcl
        singleQuote =
            switch language {
            case .hcl, .swift: .none
            case .rust, .scala: .character
            default: .literal
            }
        hasTripleQuotes = [.csharp, .dart, .groovy, .java, .kotlin, .scala, .swift].contains(
            language)
        hasTripleSingleQuotes = [.dart, .groovy].contains(language)
        longStringEscape =
            [.kotlin, .scala, .csharp].contains(language) ? 0 : UInt8(ascii: "\\")
        stringsSpanLines = language == .rust
    }
}
