/// Tells positions of offsets that mostly ascend, without a search for each.
struct LineCursor {
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
        if offset < start || offset >= end {
            line = offset == end ? line + 1 : table.line(of: offset)
            start = table.start(ofLine: line)
            end = table.end(ofLine: line)
        }
        return SourcePosition(line: line, column: offset - start + 1)
    }
}
