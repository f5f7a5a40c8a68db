internal import Patterns
internal import Rules

/// What almost is an example of a rule: one character too few or too many, one that belongs to no
/// token, or a letter joined to it. Made from the rule's own examples, so that no rule goes without.
struct NearMiss {
    /// What was done to the value.
    let change: String
    let bytes: [UInt8]
    /// Where the changed value stands.
    let range: Range<Int>

    /// The near misses of one value of an example.
    ///
    /// - Parameters:
    ///   - width: how long a match of the rule's pattern is, when all are of one length.
    ///   - isToken: whether the rule asks for the boundaries of a token.
    static func all(
        of text: ExampleText, at range: Range<Int>, width: Int?, isToken: Bool
    ) -> [NearMiss] {
        var misses: [NearMiss] = []
        func add(_ change: String, _ edit: (inout [UInt8]) -> Void) {
            var value = Array(text.bytes[range])
            edit(&value)
            misses.append(
                NearMiss(
                    change: change,
                    bytes: text.bytes[..<range.lowerBound] + value
                        + text.bytes[range.upperBound...],
                    range: range.lowerBound..<range.lowerBound + value.count))
        }
        if isToken, width == range.count, range.count > 8 {
            add("without its last character") { $0.removeLast() }
            add("with one character more") { $0.append(UInt8(ascii: "7")) }
            add("cut by a sign") { $0[$0.count - 4] = UInt8(ascii: "!") }
        }
        if isToken { add("joined to a letter") { $0.insert(UInt8(ascii: "x"), at: 0) } }
        return misses
    }
}
