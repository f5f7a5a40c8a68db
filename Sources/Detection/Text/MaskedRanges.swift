/// The byte ranges of one blob that no output may show, sorted and disjoint.
struct MaskedRanges: Sendable {
    /// Half-open byte ranges, in order; touching ones stay apart, overlapping ones are one.
    let ranges: [Range<Int>]

    /// Takes ranges in any order, overlapping or empty, and clamps them to `0..<byteCount`.
    init(_ ranges: [Range<Int>], byteCount: Int) {
        let bounds = 0..<max(0, byteCount)
        var merged: [Range<Int>] = []
        merged.reserveCapacity(ranges.count)
        let sorted =
            ranges
            .map { $0.clamped(to: bounds) }
            .filter { !$0.isEmpty }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        for range in sorted {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    /// Index of the first range that ends after `offset`; `ranges.count` when there is none.
    func firstIndex(endingAfter offset: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = low + (high - low) / 2
            if ranges[middle].upperBound > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The range that holds the byte at `offset`.
    func range(containing offset: Int) -> Range<Int>? {
        let index = firstIndex(endingAfter: offset)
        guard index < ranges.count, ranges[index].contains(offset) else { return nil }
        return ranges[index]
    }
}
