/// A fixed text which every match of some rule contains.
package struct Literal: Hashable, Comparable, Sendable {
    /// The text; lowercase when caseless.
    package let text: String
    /// Whether ASCII letters match both cases.
    package let isCaseless: Bool

    package init(_ text: String, isCaseless: Bool) {
        self.text = isCaseless ? text.lowercased() : text
        self.isCaseless = isCaseless
    }

    /// Takes a text that is lowercase already when caseless.
    package init(normalized text: String, isCaseless: Bool) {
        self.text = text
        self.isCaseless = isCaseless
    }

    /// Length in bytes.
    package var byteCount: Int { text.utf8.count }

    package static func < (left: Literal, right: Literal) -> Bool {
        (left.text, left.isCaseless ? 1 : 0) < (right.text, right.isCaseless ? 1 : 0)
    }
}
