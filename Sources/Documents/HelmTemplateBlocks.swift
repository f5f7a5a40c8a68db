/// Keeps lines of blanks that stand first in a block after `|` or `>` from telling YAML a wrong
/// indentation: where the text of the block starts they get a `#`.
///
/// Lines are given in their order, so that the text is gone over once.
struct HelmTemplateBlocks {
    /// Up to where the masked text was looked at.
    private var seen = 0
    /// One past the last byte there that is no blank.
    private var textEnd = 0
    /// Lines before this one are known to have no text of a block after them.
    private var barrenUntil = 0

    /// How far after a line the text of its block is looked for.
    private static let maxLook = 4096

    /// Looks at the blank line in which `offset` stands.
    mutating func keep(_ out: inout [UInt8], at offset: Int, source: [UInt8]) {
        var start = offset
        while start > seen, out[start - 1] != 0x0A { start -= 1 }
        while seen < start {
            if !HelmTemplate.isBlank(out[seen]), out[seen] != 0x0A { textEnd = seen + 1 }
            seen += 1
        }
        guard isAfterBlockHead(out), start >= barrenUntil else { return }
        // The indentation of the first line that is neither blank nor begins with an action.
        var index = start
        var column = 0
        while index < min(source.count, start + Self.maxLook) {
            let byte = source[index]
            if byte == 0x0A {
                column = 0
            } else if byte == 0x20 {
                column += 1
            } else if byte == 0x7B || byte == 0x0D {
                while index + 1 < source.count, source[index + 1] != 0x0A { index += 1 }
            } else {
                break
            }
            index += 1
        }
        guard column > 0, index < min(source.count, start + Self.maxLook), source[index] != 0x0A
        else {
            barrenUntil = index
            return
        }
        let place = start + column
        guard place < out.count, !out[start...place].contains(0x0A), out[place] == 0x20 else {
            return
        }
        out[place] = 0x23
    }

    /// Whether the last text ends in `|` or `>`, or in the `+` or `-` that may follow them.
    private func isAfterBlockHead(_ out: [UInt8]) -> Bool {
        var index = textEnd
        if index > 0, out[index - 1] == 0x2B || out[index - 1] == 0x2D { index -= 1 }
        guard index > 1, out[index - 1] == 0x7C || out[index - 1] == 0x3E else { return false }
        return out[index - 2] == 0x20
    }
}
