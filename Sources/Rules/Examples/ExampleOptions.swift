internal import ScanModel

/// The options of a placeholder, `name=value` between commas; a bare word is the key.
struct ExampleOptions {
    private var values: [String: String] = [:]
    private let date: CalendarDate

    /// - Parameter date: what `+30d` counts from.
    init(_ text: String, known: [String], date: CalendarDate) throws(ExampleError) {
        self.date = date
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            let name = pair.count == 2 ? pair[0] : "key"
            guard let value = pair.last, known.contains(name) else {
                throw ExampleError(
                    .unknownPlaceholder,
                    "unknown option \(name); expected one of " + known.joined(separator: " "))
            }
            values[name] = value
        }
    }

    subscript(_ name: String) -> String? { values[name] }

    /// `a+b+c`.
    func list(_ name: String) -> [String]? {
        values[name].map { $0.split(separator: "+").map(String.init) }
    }

    /// A time as DER has it (RFC 5280 §4.1.2.5), from `2026-01-31`, `+30d` or `-5d`.
    func time(_ name: String, default standard: String) throws(ExampleError) -> [UInt8] {
        let text = values[name] ?? standard
        let day: CalendarDate
        if let known = CalendarDate(iso8601: text) {
            day = known
        } else if text.hasSuffix("d"), let days = Int64(text.dropLast()) {
            guard abs(days) < 1_000_000 else { throw badTime(text) }
            day = CalendarDate(secondsSince1970: date.secondsSince1970 + days * 86_400)
        } else {
            throw badTime(text)
        }
        let digits = "\(day)".filter { $0 != "-" } + "000000Z"
        let isShort = (1950..<2050).contains(day.year)
        return ExampleDER.element(
            isShort ? 0x17 : 0x18, Array((isShort ? String(digits.dropFirst(2)) : digits).utf8))
    }

    private func badTime(_ text: String) -> ExampleError {
        ExampleError(
            .badLength, "\(text) is no date; expected YYYY-MM-DD or days from today, such as +30d")
    }
}
