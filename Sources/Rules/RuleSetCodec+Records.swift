#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

extension RuleSetCodec {
    /// Where the records of embedded rules stand.
    struct Records: Sendable {
        private let text: StaticString
        /// Where each begins, and one more for the end and a separator.
        private let starts: [Int]

        init(_ text: StaticString) {
            self.text = text
            guard text.hasPointerRepresentation, text.utf8CodeUnitCount > 0 else {
                starts = [0]
                return
            }
            let base = UnsafeRawPointer(text.utf8Start)
            let count = text.utf8CodeUnitCount
            var starts = [0]
            var at = 0
            while at < count, let found = memchr(base + at, Int32(RuleSetCodec.record), count - at)
            {
                at = base.distance(to: found) + 1
                starts.append(at)
            }
            starts.append(count + 1)
            self.starts = starts
        }

        /// How many there are.
        var count: Int { starts.count - 1 }

        /// The bytes of one.
        func record(_ index: Int) -> Piece {
            let bytes = UnsafeBufferPointer(
                start: text.utf8Start, count: text.utf8CodeUnitCount)
            return bytes[starts[index]..<starts[index + 1] - 1]
        }

        /// The traits that one begins with.
        func traits(of index: Int) -> RuleTraits? {
            let record = record(index)
            guard record.count > 1, record[record.startIndex + 1] == RuleSetCodec.field else {
                return nil
            }
            return RuleTraits(mark: record[record.startIndex])
        }
    }
}
