#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Where the lines of a source start, for positions that people are told.
package struct LineTable: Sendable {
    private let starts: [Int]

    /// Reads the line feeds of a text once.
    package init(_ bytes: UnsafeRawBufferPointer) {
        var starts = [0]
        if let base = bytes.baseAddress {
            var at = 0
            while at < bytes.count, let found = memchr(base + at, 0x0A, bytes.count - at) {
                at = base.distance(to: found) + 1
                starts.append(at)
            }
        }
        self.starts = starts
    }

    /// Line from 1, column from 1 in bytes.
    package func position(of offset: Int) -> SourcePosition {
        let line = self.line(of: offset)
        return SourcePosition(line: line, column: offset - starts[line - 1] + 1)
    }

    /// The first byte of a line counted from 1; of the last line, where there are fewer.
    package func start(ofLine line: Int) -> Int { starts[max(0, min(line, starts.count) - 1)] }

    /// The byte after the line feed of a line counted from 1; beyond any offset for the last one.
    func end(ofLine line: Int) -> Int { line < starts.count ? starts[max(0, line)] : Int.max }

    /// The line, from 1, in which a byte stands.
    package func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}
