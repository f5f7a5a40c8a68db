/// Text from scanned material in which every known secret has been masked.
///
/// Reports, errors and logs take attacker-written text (paths, author names, source lines) only
/// in this type. The one maker of it is `Detection`, which also is the only room that can name
/// raw secrets; `ArchitectureTests` holds that no other room calls the initializer.
package struct RedactedText: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The text, safe to print. It may still hold control characters: terminals escape them.
    package let text: String

    /// Asserts that `text` holds no secret.
    package init(redacted text: String) { self.text = text }

    package var description: String { text }

    package static func < (left: RedactedText, right: RedactedText) -> Bool {
        left.text < right.text
    }
}

extension RedactedText {
    /// Words of the program around a number: by its types nothing scanned can be in it.
    package init(_ before: StaticString, _ number: Int, _ after: StaticString) {
        self.init(redacted: "\(before)\(number)\(after)")
    }

    /// What is shown in the place of a text that could not be checked for secrets.
    package static let withheld = RedactedText(
        redacted: "(text withheld: it could not be checked for secrets)")
}
