internal import Patterns
internal import ScanModel

#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// Text form of rules for embedding: records, fields and list items between ASCII separators.
///
/// Read at every start of the program, so decoding is one pass over the bytes; YAML of the same
/// rules takes some twenty times as long. Both ends are built together, hence no versions.
package enum RuleSetCodec {
    static let record = UInt8(0x1D)
    static let field = UInt8(0x1E)
    private static let item = UInt8(0x1F)
    private static let pair = UInt8(0x1C)

    /// What decides matching, for embedding and for the rule-set digest.
    package static func encode(_ rules: some Sequence<Rule>) -> String {
        rules.map { rule in
            join(
                [
                    RuleTraits(rule).mark, rule.id.rawValue, rule.kind.rawValue, rule.severity.word,
                    rule.confidence.word, list(rule.tags), list(rule.cwe.map(String.init)),
                    rule.pattern, rule.groupName,
                    list(
                        rule.literals.map { required in
                            join(
                                [
                                    required.literal.text, required.literal.isCaseless ? "i" : "",
                                    required.offset.map(String.init) ?? "",
                                ], pair)
                        }),
                    encode(rule.reach), String(rule.entropyFloor), String(rule.randomnessFloor),
                    encode(rule.near), encode(rule.unlessNear), list(rule.allow.values),
                    list(rule.allow.stopwords), list(rule.allow.lines), list(rule.allow.paths),
                    rule.rejectsPlaceholders ? "1" : "", list(rule.validators),
                    list(rule.includedPaths), list(rule.excludedPaths), list(rule.languages),
                    rule.matchesInComments ? "1" : "", rule.matchesInBinary ? "1" : "",
                    String(rule.specificity),
                    list(
                        rule.severityChanges.map {
                            join([$0.from.description, $0.severity.word], pair)
                        }),
                    list(rule.lowPaths), list((rule.context?.words ?? []).map(\.text)),
                    rule.context?.pattern ?? "", rule.credential?.rawValue ?? "",
                    rule.structure?.kind.rawValue ?? "", rule.structure?.text ?? "",
                ], field)
        }.joined(separator: String(UnicodeScalar(record)))
    }

    /// Words and examples, in the same order.
    package static func encode(_ documentation: [RuleDocumentation]) -> String {
        documentation.map { words in
            join(
                [
                    words.name, words.finds, words.why, words.remediation, list(words.references),
                    list(words.aliases), list(words.examples.map(encode)),
                    list(words.counterexamples.map(encode)),
                ], field)
        }.joined(separator: String(UnicodeScalar(record)))
    }

    /// The rule of a record; `nil` for what `encode` does not write.
    static func decodeRule(_ record: Piece) -> Rule? {
        let fields = split(record, field).dropFirst().map { $0 }
        guard fields.count == 33, let kind = Finding.Kind(rawValue: string(fields[1])),
            let severity = Severity(word: string(fields[2])),
            let confidence = Confidence(word: string(fields[3])),
            let reach = reach(string(fields[9])), let entropy = Double(string(fields[10])),
            let randomness = Double(string(fields[11])),
            let specificity = Int(string(fields[25]))
        else { return nil }
        var rule = Rule(
            id: RuleID(string(fields[0])), kind: kind, severity: severity,
            confidence: confidence, pattern: string(fields[6]), groupName: string(fields[7]))
        rule.tags = strings(fields[4])
        rule.cwe = strings(fields[5]).compactMap { Int($0) }
        rule.literals = split(fields[8], item).map { entry in
            let parts = split(entry, pair)
            return RequiredLiteral(
                literal: Literal(normalized: string(parts[0]), isCaseless: !parts[1].isEmpty),
                offset: number(parts[2]))
        }
        rule.reach = reach
        rule.entropyFloor = entropy
        rule.randomnessFloor = randomness
        rule.near = nearbyWords(fields[12])
        rule.unlessNear = nearbyWords(fields[13])
        rule.allow.values = strings(fields[14])
        rule.allow.stopwords = strings(fields[15])
        rule.allow.lines = strings(fields[16])
        rule.allow.paths = strings(fields[17])
        rule.rejectsPlaceholders = !fields[18].isEmpty
        rule.validators = strings(fields[19])
        rule.includedPaths = strings(fields[20])
        rule.excludedPaths = strings(fields[21])
        rule.languages = strings(fields[22])
        rule.matchesInComments = !fields[23].isEmpty
        rule.matchesInBinary = !fields[24].isEmpty
        rule.specificity = specificity
        rule.severityChanges = split(fields[26], item).compactMap { entry in
            let parts = split(entry, pair)
            guard let date = CalendarDate(iso8601: string(parts[0])),
                let severity = Severity(word: string(parts[1]))
            else { return nil }
            return SeverityChange(from: date, severity: severity)
        }
        rule.lowPaths = strings(fields[27])
        if !fields[29].isEmpty {
            rule.context = ContextAssignment(
                words: strings(fields[28]).map { Literal(normalized: $0, isCaseless: true) },
                pattern: string(fields[29]))
        }
        rule.credential = CredentialClass(word: string(fields[30]))
        if let kind = RuleStructure.Kind(rawValue: string(fields[31])) {
            rule.structure = RuleStructure(kind: kind, text: string(fields[32]))
        }
        return rule
    }

    /// The literals with the rules that use them.
    static func encode(_ index: LiteralIndex) -> String {
        index.literals.indices.map { literal in
            let uses = index.uses[index.starts[literal]..<index.starts[literal + 1]]
            return join(
                [
                    index.literals[literal].text, index.literals[literal].isCaseless ? "i" : "",
                    literal == index.suppressionLiteral ? "1" : "",
                ] + uses.flatMap { [String($0.rule), encodePlace(of: $0)] }, field)
        }.joined(separator: String(UnicodeScalar(record)))
    }

    /// - Throws: `.invalidEncoding`.
    static func decodeIndex(
        _ text: StaticString, ruleCount: Int
    ) throws(RuleError) -> LiteralIndex {
        var literals: [Literal] = []
        var uses: [LiteralUse] = []
        var starts = [0]
        var marker: Int?
        for fields in records(of: text) {
            guard fields.count >= 3, fields.count % 2 == 1 else {
                throw RuleError(.invalidEncoding, "embedded literals do not decode")
            }
            if !fields[2].isEmpty { marker = literals.count }
            literals.append(
                Literal(normalized: string(fields[0]), isCaseless: !fields[1].isEmpty))
            for place in stride(from: 3, to: fields.count, by: 2) {
                guard let rule = number(fields[place]), rule < ruleCount else {
                    throw RuleError(.invalidEncoding, "embedded literals do not decode")
                }
                let offset = fields[place + 1]
                uses.append(
                    LiteralUse(
                        rule: rule, offset: number(offset), isContext: offset.first == contextMark))
            }
            starts.append(uses.count)
        }
        guard let marker else {
            throw RuleError(.invalidEncoding, "embedded literals lack the suppression marker")
        }
        return LiteralIndex(
            literals: literals, uses: uses, starts: starts, suppressionLiteral: marker)
    }

    /// - Throws: `.invalidEncoding`.
    static func decodeDocumentation(_ text: StaticString) throws(RuleError) -> [RuleDocumentation] {
        var all: [RuleDocumentation] = []
        for fields in records(of: text) {
            guard fields.count == 8 else {
                throw RuleError(
                    .invalidEncoding, "words of embedded rule \(all.count) do not decode")
            }
            var words = RuleDocumentation()
            words.name = string(fields[0])
            words.finds = string(fields[1])
            words.why = string(fields[2])
            words.remediation = string(fields[3])
            words.references = strings(fields[4])
            words.aliases = strings(fields[5])
            words.examples = split(fields[6], item).map(example)
            words.counterexamples = split(fields[7], item).map(example)
            all.append(words)
        }
        return all
    }

    /// Stands in place of an offset.
    private static let contextMark = UInt8(ascii: "c")

    private static func encodePlace(of use: LiteralUse) -> String {
        use.isContext
            ? String(UnicodeScalar(contextMark)) : use.offset.map(String.init) ?? ""
    }

    /// Some bytes of an embedded text.
    typealias Piece = Slice<UnsafeBufferPointer<UInt8>>

    private static func records(of text: StaticString) -> [[Piece]] {
        guard text.hasPointerRepresentation, text.utf8CodeUnitCount > 0 else { return [] }
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return split(bytes[...], record).map { split($0, field) }
    }

    private static func split(_ piece: Piece, _ separator: UInt8) -> [Piece] {
        guard !piece.isEmpty else { return [] }
        var parts: [Piece] = []
        var start = piece.startIndex
        if let base = piece.base.baseAddress {
            while let found = memchr(base + start, Int32(separator), piece.endIndex - start) {
                let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
                parts.append(piece[start..<index])
                start = index + 1
            }
        }
        parts.append(piece[start...])
        return parts
    }

    private static func string(_ piece: Piece) -> String { String(decoding: piece, as: UTF8.self) }

    /// Decimal digits, as the encoder writes them; `nil` for none.
    private static func number(_ piece: Piece) -> Int? {
        guard !piece.isEmpty, piece.count <= 9 else { return nil }
        var value = 0
        for byte in piece {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    private static func strings(_ piece: Piece) -> [String] { split(piece, item).map(string) }

    private static func join(_ parts: [String], _ separator: UInt8) -> String {
        parts.joined(separator: String(UnicodeScalar(separator)))
    }

    private static func list(_ items: [String]) -> String { join(items, item) }

    private static func encode(_ reach: RuleReach) -> String {
        switch reach {
        case .line: "line"
        case .lines(let count): "lines \(count)"
        case .bytes(let count): "bytes \(count)"
        }
    }

    private static func reach(_ text: String) -> RuleReach? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[1]) else {
            return text == "line" ? .line : nil
        }
        return parts[0] == "lines" ? .lines(count) : .bytes(count)
    }

    private static func encode(_ near: NearbyWords?) -> String {
        near.map { join([String($0.lines)] + $0.words, item) } ?? ""
    }

    private static func nearbyWords(_ piece: Piece) -> NearbyWords? {
        let parts = strings(piece)
        guard let first = parts.first, let lines = Int(first) else { return nil }
        return NearbyWords(words: Array(parts.dropFirst()), lines: lines)
    }

    private static func encode(_ example: RuleExample) -> String {
        join([example.path ?? "", example.text], pair)
    }

    private static func example(_ piece: Piece) -> RuleExample {
        let parts = split(piece, pair)
        let path = string(parts[0])
        return RuleExample(path: path.isEmpty ? nil : path, text: string(parts[1]))
    }
}
