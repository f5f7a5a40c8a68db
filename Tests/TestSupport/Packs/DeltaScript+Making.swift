extension DeltaScript {
    /// A delta that keeps its base but for some ranges.
    /// - Parameter replacements: ranges of the base, ascending and apart, with what comes there;
    ///   an empty range inserts.
    package init(
        replacing replacements: [(range: Range<Int>, bytes: [UInt8])], in base: [UInt8]
    ) {
        self.init()
        var position = 0
        for (range, bytes) in replacements {
            appendCopy(position..<range.lowerBound)
            operations.append(.insert(bytes))
            position = range.upperBound
        }
        appendCopy(position..<base.count)
    }

    /// The delta from one content to another that keeps what both have at their ends.
    package init(from base: [UInt8], to target: [UInt8]) {
        let most = min(base.count, target.count)
        var head = 0
        while head < most, base[head] == target[head] { head += 1 }
        var tail = 0
        while tail < most - head,
            base[base.count - 1 - tail] == target[target.count - 1 - tail]
        { tail += 1 }
        self.init(
            replacing: [(head..<base.count - tail, Array(target[head..<target.count - tail]))],
            in: base)
    }

    /// Copies from anywhere, in any order, with inserts between some of them.
    /// - Parameters:
    ///   - places: offsets in the base at or next to which half of the copies begin and end, say
    ///     those of its lines.
    ///   - insert: makes the inserts.
    package static func random(
        sourceByteCount: Int, copies: Int, maxCopyByteCount: Int = 4_096, places: [Int] = [],
        using random: inout SeededRandom, insert: (inout SeededRandom) -> [UInt8]
    ) -> DeltaScript {
        func place() -> Int {
            guard random.oneIn(2), let near = random.element(of: places) else {
                return random.below(sourceByteCount + 1)
            }
            return min(max(0, near + random.below(3) - 1), sourceByteCount)
        }
        var script = DeltaScript()
        for _ in 0..<copies {
            let ends = [place(), place()].sorted()
            script.appendCopy(ends[0]..<min(ends[1], ends[0] + maxCopyByteCount))
            if random.oneIn(2) { script.operations.append(.insert(insert(&random))) }
        }
        return script
    }

    /// Appends a copy unless it is empty.
    mutating func appendCopy(_ range: Range<Int>) {
        if !range.isEmpty {
            operations.append(.copy(offset: range.lowerBound, count: range.count))
        }
    }
}
