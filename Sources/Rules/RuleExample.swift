/// One text that shows what a rule reports or does not, with placeholders unfilled.
package struct RuleExample: Hashable, Sendable {
    /// The file that the text pretends to be, if that matters.
    package var path: String?
    package var text: String

    package init(path: String? = nil, text: String) {
        self.path = path
        self.text = text
    }
}
