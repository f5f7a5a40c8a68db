/// Finds names that are spelled almost like another.
enum NearbyNames {
    /// Longest name that is compared, in bytes.
    private static let maxBytes = 64

    /// At most three names, the nearest first.
    static func near(_ name: String, among known: [String]) -> [String] {
        let wanted = folded(name)
        guard !wanted.isEmpty, wanted.count <= maxBytes else { return [] }
        let limit = max(1, min(3, wanted.count / 3))
        return known.map { (distance(wanted, folded($0)), $0) }
            .filter { $0.0 <= limit }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .prefix(3).map(\.1)
    }

    /// Letters and digits alone, in lower case: what else is between them is often wrong.
    private static func folded(_ name: String) -> [UInt8] {
        name.lowercased().utf8.filter {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
        }
    }

    /// Letters to change, add or drop (Levenshtein).
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
