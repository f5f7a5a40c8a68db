internal import Patterns
internal import Rules

/// Says whether a value passes the tests of a rule.
struct ValueJudge {
    /// Patterns of rules, compiled when they are first asked; one thread keeps them for all texts.
    final class Patterns {
        private var known: [String: Pattern] = [:]

        /// The pattern, which compiled when the rule file was read; `nil` without memory.
        func pattern(_ source: String) -> Pattern? {
            if let pattern = known[source] { return pattern }
            let pattern = try? Pattern(source, options: [.interpreted])
            known[source] = pattern
            return pattern
        }
    }

    let scratch: MatchScratch
    private let patterns: Patterns
    /// Whether a pattern ran into its limits, so that what it asked is not known.
    private(set) var isCut = false

    init(scratch: MatchScratch, patterns: Patterns = Patterns()) {
        self.scratch = scratch
        self.patterns = patterns
    }

    /// Whether one value passes all tests; `nil` where that cannot be known.
    ///
    /// A list passes where one of its members does.
    mutating func passes(_ value: JudgedValue, _ tests: [ValueTest]) -> Bool? {
        if case .list(let members) = value.form, !tests.contains(where: ValueJudge.isOfWhole) {
            var isUnknown = false
            for member in members {
                switch passes(member, tests) {
                case true: return true
                case nil: isUnknown = true
                case false: break
                }
            }
            return isUnknown ? nil : false
        }
        var isUnknown = false
        for test in tests {
            switch passes(value, test) {
            case false: return false
            case nil: isUnknown = true
            case true: break
            }
        }
        return isUnknown ? nil : true
    }

    /// Whether a test asks of a list as one.
    static func isOfWhole(_ test: ValueTest) -> Bool {
        switch test {
        case .present, .absent, .empty, .mentions: true
        default: false
        }
    }

    private mutating func passes(_ value: JudgedValue, _ test: ValueTest) -> Bool? {
        switch test {
        case .present: return true
        case .absent: return false
        case .empty: return isEmpty(value)
        case .mentions(let words): return value.source.map { NameWords($0).hasAny(of: words) }
        default: break
        }
        guard case .text(let text) = value.form else {
            guard case .unknown = value.form else { return false }
            // What of a template is written out may be enough to tell.
            if case .matches(let pattern) = test, let pieces = value.pieces,
                matches(pattern, pieces) == true
            {
                return true
            }
            return nil
        }
        switch test {
        case .present, .absent, .empty, .mentions: return nil
        case .constant: return value.isLiteral
        case .literal: return value.isLiteral && ValueJudge.standsForAll(text)
        case .equals(let texts): return texts.contains { ValueJudge.isSame($0, text) }
        case .contains(let words):
            let parts = ValueJudge.words(of: text)
            return words.contains { word in
                parts.contains { ValueJudge.isSame(word, String($0)) }
            }
        case .matches(let source): return matches(source, text)
        case .below(let limit): return ValueJudge.number(text).map { $0 < limit }
        case .above(let limit): return ValueJudge.number(text).map { $0 > limit }
        case .versionBelow(let limit):
            return ValueJudge.version(text).map {
                $0.lexicographicallyPrecedes(limit)
            }
        case .daysAbove(let limit, let unit):
            return ValueJudge.days(text, unit: unit).map { $0 > limit }
        case .protocolBelow(let version, let grammar):
            return CryptoJudge.allows(before: version, text, grammar: grammar)
        case .weakCiphers(let grammar): return CryptoJudge.allowsWeakCiphers(text, grammar: grammar)
        case .algorithm(let strengths): return CryptoJudge.strength(of: text, isOneOf: strengths)
        }
    }

    private func isEmpty(_ value: JudgedValue) -> Bool? {
        switch value.form {
        case .text(let text): text.allSatisfy(\.isWhitespace) || text == "null" || text == "~"
        case .list(let members): members.isEmpty
        case .group(let count): count == 0
        case .unknown: nil
        }
    }

    private mutating func matches(_ source: String, _ text: String) -> Bool? {
        guard let pattern = patterns.pattern(source) else {
            isCut = true
            return nil
        }
        var text = text
        let outcome = text.withUTF8 {
            pattern.match(in: UnsafeRawBufferPointer($0), from: 0, scratch: scratch)
        }
        switch outcome {
        case .match: return true
        case .none: return false
        case .limitReached:
            isCut = true
            return nil
        }
    }

    /// Whether a text is no reference to something that stands elsewhere, and no placeholder.
    private static func standsForAll(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { !PlaceholderFilter.isPlaceholder(SecretBytes(.init($0))) }
    }

    private static let spellings = [
        ["false", "no", "off"], ["true", "yes", "on"],
    ]

    /// Equal without case; numbers by their value, flags however they are spelt.
    static func isSame(_ expected: String, _ text: String) -> Bool {
        if expected == text { return true }
        let expected = expected.lowercased()
        let text = text.lowercased()
        if expected == text { return true }
        if let left = Double(expected), let right = Double(text) { return left == right }
        return spellings.contains { $0.contains(expected) && $0.contains(text) }
    }

    /// The parts between blanks, commas, semicolons, colons and bars.
    static func words(of text: String) -> [Substring] {
        text.split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == ":" || $0 == "|" }
    }

    /// The number at the start of a text, which may have a unit; `_` and `,` part its digits.
    static func number(_ text: String) -> Double? {
        var digits = ""
        for character in text.drop(while: \.isWhitespace) {
            if character.isASCII,
                character.isNumber || character == "." || digits.isEmpty && character == "-"
            {
                digits.append(character)
            } else if character != "_" {
                break
            }
        }
        return Double(digits)
    }

    /// The numbers of a version: `v1.2.3`, `~> 4.0`, `TLSv1.2`.
    static func version(_ text: String) -> [Int]? {
        let start = text.drop { !$0.isNumber }
        let parts = start.prefix { $0.isNumber || $0 == "." }.split(separator: ".").map { Int($0) }
        let numbers = parts.compactMap { $0 }
        return numbers.isEmpty || numbers.count != parts.count ? nil : numbers
    }

    /// Days of a period: `90d`, `2160h`, `P1Y`, `+365d`, `1 year`; bare numbers are of the unit.
    static func days(_ text: String, unit: ValueTest.TimeUnit) -> Double? {
        let trimmed = text.lowercased().drop { $0.isWhitespace || $0 == "+" || $0 == "p" }
        guard let number = number(String(trimmed)) else { return nil }
        let rest = trimmed.drop { $0.isNumber || $0 == "." || $0 == "_" }.drop(
            while: \.isWhitespace)
        let perDay: Double
        switch rest.prefix(2) {
        case "": perDay = unit.perDay
        case "mo": return number * 30
        case let word where word.hasPrefix("y"): return number * 365
        case let word where word.hasPrefix("w"): return number * 7
        case let word where word.hasPrefix("d"): perDay = 1
        case let word where word.hasPrefix("h"): perDay = 24
        case let word where word.hasPrefix("m"): perDay = 1_440
        case let word where word.hasPrefix("s"): perDay = 86_400
        default: return nil
        }
        return number / perDay
    }
}
