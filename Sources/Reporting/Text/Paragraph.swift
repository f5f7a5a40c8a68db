/// Breaks prose into lines.
enum Paragraph {
    /// Lines of at most `width` columns, broken at spaces; a longer word keeps a line of its own,
    /// so that addresses and paths stay whole.
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ") {
            let columns = DisplayWidth.columns(word)
            if used > 0 && used + 1 + columns > width {
                lines.append(line)
                line = ""
                used = 0
            }
            if used > 0 {
                line += " "
                used += 1
            }
            line += word
            used += columns
        }
        if used > 0 { lines.append(line) }
        return lines
    }
}
