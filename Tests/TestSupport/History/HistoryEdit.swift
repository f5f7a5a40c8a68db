/// A way in which one version of a generated file comes from another.
package enum HistoryEdit: String, Sendable, CaseIterable {
    /// Some lines are added, replaced or removed.
    case lines
    /// A range of lines goes to another place.
    case move
    /// Copies from anywhere, most of them from the middle of lines.
    case patchwork
    /// Two halves of a secret or a block come together: two copies, or a copy and an insert.
    case join
    /// A secret or a block is broken.
    case cut
    /// LF becomes CRLF, CRLF becomes LF, or some of them become CR.
    case lineEndings
    /// The newline at the end goes or comes.
    case finalNewline
    /// Nothing is left.
    case empty
    /// A line of 20 KiB comes, or one that is there is changed in its middle.
    case longLine
    /// NUL bytes come or go.
    case nulBytes
    /// The text becomes UTF-16, or ceases to be.
    case utf16
    /// A word near a secret comes or goes, up to seven lines before or after it.
    case context
}
