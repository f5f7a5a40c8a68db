/// A stretch of text as reports name it.
///
/// Lines and columns start at 1; columns count UTF-16 code units, and `endColumn` is the column
/// after the last one, as SARIF has it.
package struct Region: Hashable, Comparable, Sendable {
    package let startLine: Int
    package let startColumn: Int
    package let endLine: Int
    package let endColumn: Int

    package init(startLine: Int, startColumn: Int, endLine: Int, endColumn: Int) {
        self.startLine = startLine
        self.startColumn = startColumn
        self.endLine = endLine
        self.endColumn = endColumn
    }

    package static func < (left: Region, right: Region) -> Bool {
        (left.startLine, left.startColumn, left.endLine, left.endColumn)
            < (right.startLine, right.startColumn, right.endLine, right.endColumn)
    }
}
