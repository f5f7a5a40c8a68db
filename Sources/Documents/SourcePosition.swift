/// A place in a document: line and column from 1, the column in bytes.
package struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The first byte.
    package static let start = SourcePosition(line: 1, column: 1)

    /// `line:column`.
    package var description: String { "\(line):\(column)" }
}
