import ScanModel

extension TreeRopes {
    /// The whole entries of a base that a copied range holds from a position of the target on;
    /// `nil` when no entry of the base starts there or none is whole.
    static func wholeEntries(_ starts: [UInt32], in range: CopiedRange, from position: Int)
        -> (first: Int, count: Int)?
    {
        let basePosition = position - range.targetStart + range.baseStart
        let first = firstIndex(notBelow: basePosition, in: starts)
        guard first < starts.count, Int(starts[first]) == basePosition else { return nil }
        let limit = range.baseEnd
        var end = firstIndex(notBelow: limit, in: starts)
        if end == starts.count || Int(starts[end]) > limit { end -= 1 }
        return end > first ? (first, end - first) : nil
    }

    static func firstIndex(notBelow position: Int, in starts: [UInt32]) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = low + (high - low) / 2
            if Int(starts[middle]) < position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [UInt32] {
    /// Appends those of some ascending indexes that lie in a range, moved to begin at a place.
    mutating func append(contentsOf indexes: [UInt32], in range: Range<Int>, at place: Int) {
        if indexes.isEmpty { return }
        var next = TreeRopes.firstIndex(notBelow: range.lowerBound, in: indexes)
        while next < indexes.count, Int(indexes[next]) < range.upperBound {
            let moved = place + Int(indexes[next]) - range.lowerBound
            append(UInt32(truncatingIfNeeded: moved))
            next += 1
        }
    }

    /// Appends some numbers, each with a shift added.
    mutating func append(contentsOf numbers: ArraySlice<UInt32>, plus shift: UInt32) {
        numbers.withUnsafeBufferPointer { source in
            let old = count
            append(contentsOf: source)
            withUnsafeMutableBufferPointer { all in
                for index in old..<all.count { all[index] &+= shift }
            }
        }
    }
}
