/// Numbers for people: `1,234`.
package enum DecimalGrouping {
    /// The number with a comma between groups of three digits.
    package static func text(_ number: Int) -> String {
        var result = ""
        let digits = String(number.magnitude)
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.utf8.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return number < 0 ? "-" + result : result
    }

    /// `1 blob`, `2 blobs`; words that end in `y` are not expected.
    package static func counted(_ number: Int, _ noun: String) -> String {
        "\(text(number)) \(noun)\(number == 1 ? "" : "s")"
    }
}
