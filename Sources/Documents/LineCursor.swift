/// Tells positions of offsets that mostly ascend, without a search for each.
struct LineCursor {
    private static let maxSteps = 4

    private let table: LineTable
    private var line = 1
    private var start = 0
    private var end: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        table = LineTable(bytes)
        end = table.end(ofLine: 1)
    }

    /// Line from 1, column from 1 in bytes.
    mutating func position(of offset: Int) -> SourcePosition {
        // Most are on this line or on one of the next.
        var steps = 0
        while offset >= end, steps < LineCursor.maxSteps {
            line += 1
            start = end
            end = table.end(ofLine: line)
            steps += 1
        }
        if offset < start || offset >= end {
            line = table.line(of: offset)
            start = table.start(ofLine: line)
            end = table.end(ofLine: line)
        }
        return SourcePosition(line: line, column: offset - start + 1)
    }
}
