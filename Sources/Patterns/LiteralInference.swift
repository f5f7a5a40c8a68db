/// Finds literals of which every match of a pattern contains at least one.
package enum LiteralInference {
    /// Fewer bytes than this hit too often to be of use.
    package static let minimumBytes = 3
    /// Words that stand hundreds of times in a megabyte of source: never a literal on their own.
    package static let hotWords: Set<String> = [
        "api", "app", "auth", "azure", "bot", "client", "code", "com", "config", "curl", "data",
        "default", "get", "http", "https", "http://", "https://", "id=", "key", "key=", "name",
        "new", "null", "org", "self", "set", "string", "test", "test_", "the", "this", "true",
        "type", "url", "user", "value", "www", "www.",
    ]
    private static let maxAlternatives = 192
    private static let maxBytes = 48
    /// More literals than this are shortened until several fall together.
    private static let maxLiterals = 24

    /// The most useful set of required literals, or `nil` when the pattern has none.
    ///
    /// - Parameter hints: literals the author named; a set that is covered by them is preferred,
    ///   and narrowed to them.
    package static func infer(
        from pattern: String, hints: [Literal] = []
    ) -> [RequiredLiteral]? {
        guard let tree = RegexReader.read(pattern) else { return nil }
        var candidates = analyse(tree, hints).allCandidates
        if !hints.isEmpty {
            candidates = candidates.compactMap { narrow($0, to: hints) }
        }
        return candidates.filter(isUsable).max { score($0) < score($1) }
            .map { candidate in
                shortened(candidate).map {
                    RequiredLiteral(literal: literal($0.symbols), offset: $0.offset)
                }
            }
    }

    /// How many bytes a match of the pattern has; `nil` when that varies or cannot be told.
    package static func width(of pattern: String) -> Int? {
        RegexReader.read(pattern).flatMap { analyse($0, []).width }
    }

    /// Whether a literal hits so often that scanning would be slow.
    package static func isHot(_ literal: Literal) -> Bool {
        literal.byteCount < minimumBytes || hotWords.contains(literal.text.lowercased())
    }

    /// A byte, lowercase when it stands for both cases.
    private struct Symbol: Hashable {
        let byte: UInt8
        let isFolded: Bool
    }

    private struct Alternative: Hashable {
        var symbols: [Symbol]
        var offset: Int?
    }

    /// What is known of one part of a pattern.
    private struct Part {
        /// All texts that it can match, when they are few.
        var exact: [[Symbol]]?
        /// Its width in bytes, when fixed.
        var width: Int?
        /// Sets of which one member each must stand in a match.
        var candidates: [[Alternative]] = []

        /// The candidates and, where the part is exact, its texts.
        var allCandidates: [[Alternative]] {
            guard let exact else { return candidates }
            return candidates + [exact.map { Alternative(symbols: $0, offset: 0) }]
        }
    }

    private static func analyse(_ tree: RegexSyntax, _ hints: [Literal]) -> Part {
        switch tree {
        case .byte(let set, _):
            let symbols = symbols(of: set)
            // A literal lies within one line: then a line that did not change has its old hits.
            let isExact = symbols.count <= 6 && !set.contains(0x0A)
            return Part(exact: isExact ? symbols.map { [$0] } : nil, width: 1)
        case .zeroWidth: return Part(exact: [[]], width: 0)
        case .opaque: return Part(exact: nil, width: nil)
        case .sequence(let items): return sequence(flat(items).map { analyse($0, hints) })
        case .alternation(let branches):
            return alternation(branches.map { analyse($0, hints) }, hints)
        case .repetition(let item, let minimum, let maximum):
            return repetition(analyse(item, hints), minimum: minimum, maximum: maximum)
        }
    }

    /// Groups without a quantifier are part of the sequence around them.
    private static func flat(_ items: [RegexSyntax]) -> [RegexSyntax] {
        items.flatMap { item in
            if case .sequence(let inner) = item { flat(inner) } else { [item] }
        }
    }

    private static func sequence(_ parts: [Part]) -> Part {
        var candidates: [[Alternative]] = []
        var run: [[Symbol]] = [[]]
        var runOffset: Int? = 0
        var width: Int? = 0
        var isExact = true
        func flush() {
            candidates.append(run.map { Alternative(symbols: $0, offset: runOffset) })
        }
        for part in parts {
            if let exact = part.exact, run.count * exact.count <= maxAlternatives,
                (run.map(\.count).max() ?? 0) + (exact.map(\.count).max() ?? 0) <= maxBytes
            {
                run = run.flatMap { head in exact.map { head + $0 } }
            } else {
                isExact = false
                flush()
                if let exact = part.exact {
                    run = exact
                    runOffset = width
                } else {
                    candidates += part.candidates.map { set in
                        set.map { alternative in
                            Alternative(
                                symbols: alternative.symbols,
                                offset: sum(width, alternative.offset))
                        }
                    }
                    run = [[]]
                    runOffset = sum(width, part.width)
                }
            }
            width = sum(width, part.width)
        }
        if isExact { return Part(exact: run, width: width, candidates: []) }
        flush()
        return Part(exact: nil, width: width, candidates: candidates)
    }

    private static func alternation(_ parts: [Part], _ hints: [Literal]) -> Part {
        let widths = Set(parts.map(\.width))
        let width = widths.count == 1 ? widths.first ?? nil : nil
        let exacts = parts.compactMap(\.exact)
        if exacts.count == parts.count {
            var seen: Set<[Symbol]> = []
            let all = exacts.flatMap { $0 }.filter { seen.insert($0).inserted }
            if all.count <= maxAlternatives { return Part(exact: all, width: width) }
        }
        var union: [Alternative] = []
        for part in parts {
            let usable = part.allCandidates.filter(isUsable)
            let hinted =
                hints.isEmpty ? nil : usable.lazy.compactMap { narrow($0, to: hints) }.first
            guard let best = hinted ?? usable.max(by: { score($0) < score($1) }) else {
                return Part(exact: nil, width: width)
            }
            union += shortened(best)
        }
        return Part(exact: nil, width: width, candidates: [union])
    }

    private static func repetition(_ part: Part, minimum: Int, maximum: Int?) -> Part {
        let width = minimum == maximum ? product(part.width, minimum) : nil
        if let exact = part.exact {
            if minimum == 0, maximum == 1, exact.count <= 16 {
                let isEmptyToo = exact.contains([])
                return Part(exact: (isEmptyToo ? [] : [[]]) + exact, width: width)
            }
            if minimum == maximum, exact.count == 1, let text = exact.first, minimum <= 8,
                text.count * minimum <= maxBytes
            {
                return Part(
                    exact: [Array(repeatElement(text, count: minimum).joined())], width: width)
            }
        }
        guard minimum > 0 else { return Part(exact: nil, width: width) }
        return Part(exact: nil, width: width, candidates: part.allCandidates)
    }

    private static func symbols(of set: Set<UInt8>) -> [Symbol] {
        set.sorted().compactMap { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where set.contains(byte + 32): nil
            case UInt8(ascii: "a")...UInt8(ascii: "z") where set.contains(byte - 32):
                Symbol(byte: byte, isFolded: true)
            default: Symbol(byte: byte, isFolded: false)
            }
        }
    }

    private static func literal(_ symbols: [Symbol]) -> Literal {
        Literal(
            String(decoding: symbols.map(\.byte), as: UTF8.self),
            isCaseless: symbols.contains(where: \.isFolded))
    }

    private static func isUsable(_ candidate: [Alternative]) -> Bool {
        !candidate.isEmpty && candidate.count <= maxAlternatives
            && candidate.allSatisfy { alternative in
                // Bytes of a character cut apart would not survive the way through `String`.
                alternative.symbols.allSatisfy { $0.byte < 0x80 }
                    && alternative.symbols.count >= minimumBytes
            }
    }

    /// Longer is better; a fixed distance from the start, which allows anchoring, is worth more
    /// than any length; hot words count as nothing.
    private static func score(_ candidate: [Alternative]) -> Int {
        let shortest = candidate.map(\.symbols.count).min() ?? 0
        let isAnchorable = candidate.allSatisfy { $0.offset != nil }
        let isHot = candidate.contains { self.isHot(literal($0.symbols)) }
        return min(shortest, 10) + (isAnchorable ? 12 : 0) - (isHot ? 30 : 0) - candidate.count / 24
    }

    /// Replaces each text of a candidate by the hint that stands in it; `nil` when one has none.
    private static func narrow(
        _ candidate: [Alternative], to hints: [Literal]
    ) -> [Alternative]? {
        var narrowed: [Alternative] = []
        for alternative in candidate {
            let text = literal(alternative.symbols)
            let match = hints.compactMap { hint -> (Literal, Int)? in
                guard !text.isCaseless || hint.isCaseless else { return nil }
                let haystack = Array(
                    (hint.isCaseless ? text.text.lowercased() : text.text).utf8)
                let needle = Array(hint.text.utf8)
                guard !needle.isEmpty, haystack.count >= needle.count else { return nil }
                for start in 0...(haystack.count - needle.count)
                where haystack[start..<(start + needle.count)].elementsEqual(needle) {
                    return (hint, start)
                }
                return nil
            }.first
            guard let (hint, start) = match else { return nil }
            let symbols = hint.text.utf8.map { Symbol(byte: $0, isFolded: hint.isCaseless) }
            narrowed.append(
                Alternative(symbols: symbols, offset: sum(alternative.offset, start)))
        }
        return narrowed
    }

    /// Cuts the ends of the texts of a large set, so that several become one; a beginning of a
    /// required text is required as well, at the same place.
    private static func shortened(_ candidate: [Alternative]) -> [Alternative] {
        guard candidate.count > maxLiterals else { return candidate }
        var length = candidate.map(\.symbols.count).max() ?? 0
        while length > 4 {
            length -= 1
            var seen: Set<Alternative> = []
            let cut = candidate.map {
                Alternative(symbols: Array($0.symbols.prefix(length)), offset: $0.offset)
            }.filter { seen.insert($0).inserted }
            if cut.count <= maxLiterals { return cut }
        }
        return candidate
    }

    private static func product(_ width: Int?, _ count: Int) -> Int? {
        guard let (total, overflow) = width?.multipliedReportingOverflow(by: count) else {
            return nil
        }
        return overflow ? nil : total
    }

    private static func sum(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return nil }
        let (total, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : total
    }
}
