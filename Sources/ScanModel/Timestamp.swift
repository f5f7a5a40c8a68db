/// A second in time with the offset it was recorded at.
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let secondsSince1970: Int64
    /// Minutes east of UTC, within ±24 hours.
    package let offsetMinutes: Int

    /// Offsets beyond a day, which hostile commits may claim, count as UTC.
    package init(secondsSince1970: Int64, offsetMinutes: Int = 0) {
        self.secondsSince1970 = min(max(secondsSince1970, -62_135_596_800), 253_402_214_400)
        self.offsetMinutes = abs(offsetMinutes) < 24 * 60 ? offsetMinutes : 0
    }

    /// ISO 8601 in UTC, `2026-11-21T12:00:00Z`.
    package var utc: String { Timestamp.format(secondsSince1970) + "Z" }

    /// ISO 8601 at the recorded offset, `2026-11-21T14:00:00+02:00`.
    package var description: String {
        let hours = abs(offsetMinutes) / 60
        let minutes = abs(offsetMinutes) % 60
        return Timestamp.format(secondsSince1970 + Int64(offsetMinutes) * 60)
            + (offsetMinutes < 0 ? "-" : "+") + Timestamp.padded(hours, 2) + ":"
            + Timestamp.padded(minutes, 2)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.secondsSince1970, left.offsetMinutes)
            < (right.secondsSince1970, right.offsetMinutes)
    }

    private static func format(_ seconds: Int64) -> String {
        let date = CalendarDate(secondsSince1970: seconds)
        let second = Int(seconds - date.secondsSince1970)
        return "\(date)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):"
            + padded(second % 60, 2)
    }

    /// Decimal digits with leading zeros up to `width`.
    package static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
