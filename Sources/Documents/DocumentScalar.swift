/// One text, number, flag or expression of a document.
package struct DocumentScalar: Sendable {
    /// How it stood in the source, which tells what may be made of it.
    package enum Style: Sendable {
        /// Without quotes: text, or a number, a flag or nothing, as the reader of it decides.
        case plain
        /// In quotes, or as a block or heredoc: text.
        case quoted
        /// Something that only the program which uses the document can work out, such as
        /// `var.size` or `${TOKEN}`. The text is the source's.
        case expression
    }

    /// The value with quotes, escapes and continuations resolved.
    package let text: String
    package let style: Style

    package init(_ text: String, _ style: Style) {
        self.text = text
        self.style = style
    }
}
