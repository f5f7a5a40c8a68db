/// Where the comments of a source text are.
struct CommentMap: Sendable {
    /// Half-open byte ranges, sorted and disjoint.
    let ranges: [Range<Int>]

    /// Whether the byte at `offset` belongs to a comment.
    func isComment(_ offset: Int) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = low + (high - low) / 2
            if ranges[middle].upperBound > offset { high = middle } else { low = middle + 1 }
        }
        return low < ranges.count && ranges[low].contains(offset)
    }
}
