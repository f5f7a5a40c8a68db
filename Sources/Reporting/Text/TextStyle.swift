/// How the `text` report looks.
package struct TextStyle: Hashable, Sendable {
    /// Whether ANSI colours are written; the words carry every meaning without them.
    package let color: Bool
    /// Whether suppressed findings, all places and all notifications are listed.
    package let verbose: Bool
    /// Columns to fill, within 40…200.
    package let width: Int

    /// Widths outside 40…200 count as the nearest of the two.
    package init(color: Bool = false, verbose: Bool = false, width: Int = 100) {
        self.color = color
        self.verbose = verbose
        self.width = min(max(width, 40), 200)
    }
}
