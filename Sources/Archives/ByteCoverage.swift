/// Which stretches of a file have been accounted for, and which have not.
struct ByteCoverage {
    private var stretches: [Range<Int>] = []

    /// Takes a stretch into account.
    mutating func add(_ stretch: Range<Int>) { stretches.append(stretch) }

    /// What has not been taken into account, in order, and whether two stretches overlap.
    func gaps(in whole: Range<Int>) -> (gaps: [Range<Int>], overlaps: Bool) {
        var gaps: [Range<Int>] = []
        var overlaps = false
        var end = whole.lowerBound
        for stretch in stretches.sorted(by: {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        }) {
            if stretch.lowerBound > end { gaps.append(end..<stretch.lowerBound) }
            if stretch.lowerBound < end, !stretch.isEmpty { overlaps = true }
            end = max(end, stretch.upperBound)
        }
        if end < whole.upperBound { gaps.append(end..<whole.upperBound) }
        return (gaps, overlaps)
    }

    /// Whether a place has been taken into account.
    func contains(_ place: Int) -> Bool { stretches.contains { $0.contains(place) } }
}
