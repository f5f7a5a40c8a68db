/// Walks the header lines of a raw commit or tag: `name SP value LF`, continued by lines that
/// start with a space, ended by an empty line.
struct ObjectHeaderLines: Sequence, IteratorProtocol {
    /// One header; a continued value is given with its inner line ends.
    struct Line {
        let name: UnsafeRawBufferPointer
        let value: UnsafeRawBufferPointer

        func isNamed(_ text: StaticString) -> Bool {
            guard text.utf8CodeUnitCount == name.count else { return false }
            let expected = UnsafeRawBufferPointer(
                start: text.utf8Start, count: text.utf8CodeUnitCount)
            return name.elementsEqual(expected)
        }
    }

    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// Where the message starts; the end of the bytes when there is none.
    private(set) var messageStart: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        messageStart = bytes.count
    }

    mutating func next() -> Line? {
        guard position < bytes.count else { return nil }
        if bytes[position] == UInt8(ascii: "\n") {
            messageStart = position + 1
            position = bytes.count
            return nil
        }
        let start = position
        var end = lineEnd(from: start)
        // Next lines that begin with a space belong to this value (gpgsig, mergetag).
        while end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: " ") {
            end = lineEnd(from: end + 1)
        }
        position = Swift.min(end + 1, bytes.count)
        let line = bytes[start..<end]
        let space = line.firstIndex(of: UInt8(ascii: " ")) ?? end
        let valueStart = Swift.min(space + 1, end)
        return Line(
            name: UnsafeRawBufferPointer(rebasing: line[start..<space]),
            value: UnsafeRawBufferPointer(rebasing: line[valueStart..<end]))
    }

    private func lineEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }
}
