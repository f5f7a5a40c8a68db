internal import Documents

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
        if let pattern = try map.text("matches") { tests.append(.matches(pattern)) }
        let numbers = -1e15...1e15
        if let number = try map.number("below", in: numbers) { tests.append(.below(number)) }
        if let number = try map.number("above", in: numbers) { tests.append(.above(number)) }
        if let text = try map.text("version-below") {
            tests.append(.versionBelow(try version(text, at: map.position(of: "version-below"))))
        }
        if let days = try map.number("days-above", in: numbers) {
            tests.append(.daysAbove(days, unit: try unit(of: map)))
        }
        let grammar = try map.text("grammar") ?? ""
        if let version = try map.text("protocol-below") {
            tests.append(.protocolBelow(version, grammar: grammar))
        }
        if try map.flag("weak-ciphers") == true { tests.append(.weakCiphers(grammar: grammar)) }
        if map.node("algorithm") != nil { tests.append(.algorithm(try map.texts("algorithm"))) }
        guard !tests.isEmpty else {
            throw DocumentError(
                .syntax, at: map.position(of: "path"),
                "a test was expected: one of " + keys.joined(separator: ", "))
        }
        return tests
    }

    private static func unit(of map: MappingReader) throws(DocumentError) -> ValueTest.TimeUnit {
        guard let word = try map.text("unit") else { return .days }
        guard let unit = ValueTest.TimeUnit(rawValue: word) else {
            throw DocumentError(
                .syntax, at: map.position(of: "unit"),
                "`unit` must be one of "
                    + ValueTest.TimeUnit.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return unit
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
