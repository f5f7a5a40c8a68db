/// The table of rooms in `docs/architecture.md`.
enum RoomTable {
    /// Room → modules it may import, read from rows such as
    /// `` | `Gate` | what it does | `ScanModel`, `Documents` | ``.
    static func read(_ markdown: String) -> [String: Set<String>] {
        var table: [String: Set<String>] = [:]
        for line in markdown.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { names(in: $0) }
            guard cells.count == 3, cells[0].count == 1, let room = cells[0].first else { continue }
            table[room] = Set(cells[2])
        }
        return table
    }

    /// The words between backticks.
    private static func names(in cell: Substring) -> [String] {
        cell.matches(of: /`([A-Za-z0-9]+)`/).map { String($0.1) }
    }
}
