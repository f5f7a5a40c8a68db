import ScanModel

/// A source line as a terminal shows it, with the columns to underline.
struct SnippetView {
    /// The line: tabs as spaces, control characters escaped, cut to fit.
    let line: String
    /// Columns before the underline.
    let indent: Int
    /// Columns of the underline, at least 1.
    let length: Int

    private static let tabStop = 4

    /// Lays the snippet out in at most `width` columns, with the highlight in view.
    init(_ snippet: Snippet, width: Int) {
        let start = max(snippet.highlight.lowerBound, 0)
        let end = max(snippet.highlight.upperBound, start)
        // Each cell is what one character of the source becomes.
        var cells: [(text: String, columns: Int)] = []
        var column = 0
        for character in snippet.text.text {
            let cell = SnippetView.cell(character, column: column)
            cells.append(cell)
            column += cell.columns
        }
        let first = min(start, cells.count)
        let last = min(end, cells.count)
        let window = SnippetView.window(
            cells.map(\.columns), first: first, last: last, width: width)

        var line = window.lowerBound > 0 ? "…" : ""
        column = window.lowerBound > 0 ? 1 : 0
        var indent = column
        var finish = column
        for index in window {
            if index == first { indent = column }
            line += cells[index].text
            column += cells[index].columns
            if index < last { finish = column }
        }
        if first >= window.upperBound { indent = column }
        if window.upperBound < cells.count { line += "…" }
        while line.last == " " { line.removeLast() }
        self.line = line
        self.indent = indent
        length = max(finish - indent, 1)
    }

    private static func cell(_ character: Character, column: Int) -> (text: String, columns: Int) {
        if character == "\t" {
            let columns = tabStop - column % tabStop
            return (String(repeating: " ", count: columns), columns)
        }
        if character.unicodeScalars.contains(where: TerminalText.mustEscape) {
            let text = TerminalText.escaped(String(character))
            return (text, DisplayWidth.columns(text))
        }
        return (String(character), DisplayWidth.columns(character))
    }

    /// The cells to show: all if they fit, else the highlight in the middle, or its start and a
    /// third of the room before it.
    private static func window(
        _ columns: [Int], first: Int, last: Int, width: Int
    ) -> Range<Int> {
        let total = columns.reduce(0, +)
        if total <= width { return 0..<columns.count }
        // One column on either side for the ellipsis.
        let room = max(width - 2, 8)
        var lower = first
        var used = 0
        let wanted = columns[first..<last].reduce(0, +)
        let lead = wanted < room ? (room - wanted) / 2 : room / 3
        while lower > 0, used + columns[lower - 1] <= lead {
            lower -= 1
            used += columns[lower]
        }
        var upper = first
        while upper < columns.count, used + columns[upper] <= room {
            used += columns[upper]
            upper += 1
        }
        // Room left at the end of the line serves the beginning.
        while lower > 0, used + columns[lower - 1] <= room {
            lower -= 1
            used += columns[lower]
        }
        return lower..<upper
    }
}
