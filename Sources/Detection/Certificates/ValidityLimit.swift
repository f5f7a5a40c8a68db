internal import ScanModel

/// How long a certificate of a TLS server may be valid, by the day on which it begins.
struct ValidityLimit {
    /// The first day for which it holds.
    let from: CalendarDate
    let days: Int

    private init?(_ year: Int, _ month: Int, _ day: Int, days: Int) {
        guard let from = CalendarDate(year: year, month: month, day: day) else { return nil }
        self.from = from
        self.days = days
    }

    /// - Source: CA/Browser Forum, Baseline Requirements §6.3.2 with ballots 193, SC22 (as browsers
    ///   took it up on 2020-09-01) and SC-081v3.
    private static let all: [ValidityLimit] = [
        ValidityLimit(2018, 3, 1, days: 825), ValidityLimit(2020, 9, 1, days: 398),
        ValidityLimit(2026, 3, 15, days: 200), ValidityLimit(2027, 3, 15, days: 100),
        ValidityLimit(2029, 3, 15, days: 47),
    ].compactMap { $0 }

    /// The limit of a certificate that begins at this time; `nil` before there was one.
    static func at(_ time: Timestamp) -> ValidityLimit? {
        let day = CalendarDate(secondsSince1970: time.secondsSince1970)
        return all.last { $0.from <= day }
    }
}
