internal import Patterns
internal import Rules

/// Finds the literals of one rule in a text, without a database.
enum LiteralSearch {
    /// Where a literal stands.
    struct Hit {
        let literal: String
        let start: Int
        /// Whether it is a word beside which an assignment with a bare name is looked for.
        let isContext: Bool
        /// Its distance from the start of the match, where that is fixed.
        let offset: Int?
    }

    /// Most hits that are looked at.
    private static let maxHits = 10_000

    /// The hits in order of place.
    static func hits(
        of rule: Rule, in text: UnsafeRawBufferPointer
    ) -> [Hit] {
        let wanted =
            rule.literals.map { ($0.literal, $0.offset, false) }
            + (rule.context?.words ?? []).map { ($0, nil, true) }
        var hits: [Hit] = []
        for (literal, offset, isContext) in wanted {
            let needle = Array(literal.text.utf8)
            guard let first = needle.first, text.count >= needle.count else { continue }
            let isCaseless = literal.isCaseless
            for start in 0...(text.count - needle.count)
            where lowered(text[start], isCaseless) == first && hits.count < maxHits {
                let matches = needle.indices.allSatisfy {
                    lowered(text[start + $0], isCaseless) == needle[$0]
                }
                guard matches else { continue }
                hits.append(
                    Hit(
                        literal: literal.text, start: start, isContext: isContext, offset: offset))
            }
        }
        return hits.sorted {
            ($0.start, $0.isContext ? 1 : 0, $0.literal) < (
                $1.start, $1.isContext ? 1 : 0, $1.literal
            )
        }
    }

    private static func lowered(_ byte: UInt8, _ isCaseless: Bool) -> UInt8 {
        isCaseless && (65...90).contains(byte) ? byte + 32 : byte
    }
}
