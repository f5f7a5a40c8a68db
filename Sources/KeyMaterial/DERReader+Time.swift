internal import ScanModel

extension DERReader {
    /// The next UTCTime or GeneralizedTime in the one form that each may have (RFC 5280 §4.1.2.5).
    mutating func time() -> Timestamp? {
        guard let element = next() else { return nil }
        let digits: Int
        switch element.tag {
        case DERElement.Tag.utcTime: digits = 12
        case DERElement.Tag.generalizedTime: digits = 14
        default: return nil
        }
        let text = Array(element.content)
        guard text.count == digits + 1, text.last == UInt8(ascii: "Z"),
            text.dropLast().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        var rest = text.map { Int($0) - 48 }[...]
        func number(_ count: Int) -> Int {
            let value = rest.prefix(count).reduce(0) { $0 * 10 + $1 }
            rest = rest.dropFirst(count)
            return value
        }
        var year = number(digits - 10)
        if digits == 12 { year += year >= 50 ? 1900 : 2000 }
        let (month, day) = (number(2), number(2))
        let (hour, minute, second) = (number(2), number(2), number(2))
        guard let date = CalendarDate(year: year, month: month, day: day), hour < 24, minute < 60,
            second <= 60
        else { return nil }
        return Timestamp(
            secondsSince1970: date.secondsSince1970 + Int64(hour * 3600 + minute * 60 + second))
    }
}
