internal import CryptoNames
internal import Documents
internal import Patterns

/// Reads the tests of a value out of a rule file.
enum ValueTestReader {
    /// Keys of a mapping that are tests or belong to one.
    static let keys = [
        "present", "absent", "empty", "literal", "constant", "mentions", "is", "contains",
        "matches", "below", "above",
        "version-below", "days-above", "unit", "protocol-below", "weak-ciphers", "grammar",
        "algorithm",
    ]

    /// All tests of a mapping.
    /// - Throws: `.syntax` where a test is malformed or there is none.
    static func tests(of map: MappingReader) throws(DocumentError) -> [ValueTest] {
        var tests: [ValueTest] = []
        for (key, test) in [
            ("present", ValueTest.present), ("absent", .absent), ("empty", .empty),
            ("literal", .literal), ("constant", .constant),
        ] where map.node(key) != nil {
            guard try map.flag(key) == true else {
                throw DocumentError(
                    .syntax, at: map.position(of: key), "`\(key)` can only be true")
            }
            tests.append(test)
        }
        if map.node("is") != nil { tests.append(.equals(try map.texts("is"))) }
        if map.node("mentions") != nil {
            tests.append(.mentions(try map.texts("mentions").map { $0.lowercased() }))
        }
        if map.node("contains") != nil { tests.append(.contains(try map.texts("contains"))) }
        if let pattern = try map.text("matches") {
            try compile(pattern, at: map.position(of: "matches"))
            tests.append(.matches(pattern))
        }
        let numbers = -1e15...1e15
        if let number = try map.number("below", in: numbers) { tests.append(.below(number)) }
        if let number = try map.number("above", in: numbers) { tests.append(.above(number)) }
        if let text = try map.text("version-below") {
            tests.append(.versionBelow(try version(text, at: map.position(of: "version-below"))))
        }
        if let days = try map.number("days-above", in: numbers) {
            tests.append(.daysAbove(days, unit: try word("unit", of: map) ?? .days))
        }
        if let name = try map.text("protocol-below") {
            guard let version = ProtocolVersion(name: name) else {
                throw DocumentError(
                    .syntax, at: map.position(of: "protocol-below"),
                    "a version of a protocol was expected, such as TLS1.2")
            }
            tests.append(.protocolBelow(version, try word("grammar", of: map) ?? .list))
        }
        if try map.flag("weak-ciphers") == true {
            tests.append(.weakCiphers(try word("grammar", of: map) ?? .openssl))
        }
        if map.node("algorithm") != nil {
            tests.append(.algorithm(try strengths(of: map)))
        }
        guard !tests.isEmpty else {
            throw DocumentError(
                .syntax, at: map.position(of: "path"),
                "a test was expected: one of " + keys.joined(separator: ", "))
        }
        return tests
    }

    /// A word that has to be one of a list; `nil` where it is absent.
    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String, of map: MappingReader
    ) throws(DocumentError) -> Word? {
        guard let text = try map.text(key) else { return nil }
        guard let word = Word(rawValue: text) else {
            throw DocumentError(
                .syntax, at: map.position(of: key),
                "`\(key)` must be one of "
                    + Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    private static func strengths(
        of map: MappingReader
    ) throws(DocumentError) -> [AlgorithmStrength] {
        let known = AlgorithmStrength.allCases
        var strengths: [AlgorithmStrength] = []
        for text in try map.texts("algorithm") {
            guard let strength = known.first(where: { String(describing: $0) == text }) else {
                throw DocumentError(
                    .syntax, at: map.position(of: "algorithm"),
                    "`algorithm` must list some of "
                        + known.map { String(describing: $0) }.joined(separator: ", "))
            }
            strengths.append(strength)
        }
        return strengths
    }

    private static func compile(
        _ pattern: String, at position: SourcePosition
    ) throws(DocumentError) {
        do {
            _ = try Pattern(pattern, options: [.interpreted])
        } catch {
            throw DocumentError(.syntax, at: position, "`matches`: \(error.message)")
        }
    }

    private static func version(
        _ text: String, at position: SourcePosition
    ) throws(DocumentError) -> [Int] {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        let numbers = parts.compactMap { $0 }
        guard !numbers.isEmpty, numbers.count == parts.count else {
            throw DocumentError(.syntax, at: position, "a version was expected, such as 1.2")
        }
        return numbers
    }
}
