/// The source line around a finding with every known secret in it masked, shortened to fit.
package struct Snippet: Hashable, Sendable {
    /// The line or a part of it; never holds a line break.
    package let text: RedactedText
    /// Half-open range of the finding within `text`, in `Character`s.
    package let highlight: Range<Int>

    package init(text: RedactedText, highlight: Range<Int>) {
        self.text = text
        self.highlight = highlight
    }
}
