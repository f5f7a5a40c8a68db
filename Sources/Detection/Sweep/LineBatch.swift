internal import ScanModel

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Lines from several places of one text, put together so that one search covers them all: a call
/// of the search costs as much as some hundred bytes do.
struct LineBatch {
    private var bytes: [UInt8] = []
    /// Where each stretch starts in `bytes` and in the text.
    private var starts: [(batch: Int, text: Int)] = []
    /// The text itself, when it is searched as a whole.
    private var whole: UnsafeRawBufferPointer?

    /// Takes the lines of a text that are in none of the ranges, which are whole lines in order.
    mutating func gather(_ text: UnsafeRawBufferPointer, outside clean: [CopiedRange]) {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        whole = nil
        guard !clean.isEmpty else {
            whole = text
            return
        }
        var position = 0
        for range in clean {
            add(text, position..<range.targetStart)
            position = range.targetEnd
        }
        add(text, position..<text.count)
    }

    private mutating func add(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        starts.append((bytes.count, range.lowerBound))
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[range]))
    }

    /// Whether a NUL is among the lines.
    var holdsNUL: Bool {
        withBytes { text, _ in
            guard let base = text.baseAddress, text.count > 0 else { return false }
            return memchr(base, 0, text.count) != nil
        }
    }

    /// Lends the lines, and where in the text an offset of theirs lies.
    func withBytes<Result>(
        _ body: (UnsafeRawBufferPointer, (Int) -> Int) -> Result
    ) -> Result {
        if let whole { return body(whole) { $0 } }
        // Questions come in order, and most are about the stretch of the one before.
        var stretch = 0
        return bytes.withUnsafeBytes { bytes in
            body(bytes) { offset in
                if !holds(offset, stretch) { stretch = self.stretch(of: offset) }
                return starts[stretch].text + offset - starts[stretch].batch
            }
        }
    }

    private func holds(_ offset: Int, _ stretch: Int) -> Bool {
        starts[stretch].batch <= offset
            && (stretch + 1 == starts.count || offset < starts[stretch + 1].batch)
    }

    private func stretch(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if starts[middle].batch <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
