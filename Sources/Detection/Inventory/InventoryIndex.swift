internal import CryptoPolicy
internal import Patterns
package import Rules

/// What an inventory recognises, made ready: rules, and the words that lead to them.
///
/// Immutable and shared by all threads. Nothing of it exists in a scan that asks for no inventory.
package struct InventoryIndex: Sendable {
    let rules: [InventoryRule]
    /// The kind of asset of each rule.
    let kinds: [CryptoItem.Kind]
    let literals: LiteralSet
    /// For each literal the rules that it may lead to; none for those of keys.
    private let rulesOfLiteral: [[Int]]
    private let firstKeyMarker: Int

    /// - Throws: `RuleError` for a rule that names no kind or an id twice, `PatternError` when the
    ///   words cannot be compiled.
    package init(_ rules: [InventoryRule]) throws {
        var kinds: [CryptoItem.Kind] = []
        var ids: Set<String> = []
        var words: [String: [Int]] = [:]
        for (index, rule) in rules.enumerated() {
            guard let kind = CryptoItem.Kind(rawValue: rule.kind) else {
                throw RuleError(
                    .invalidFile,
                    "inventory rule \(rule.id): `kind` must be one of "
                        + CryptoItem.Kind.allCases.map(\.rawValue).joined(separator: ", "))
            }
            guard ids.insert(rule.id).inserted else {
                throw RuleError(.duplicateID, "inventory rule \(rule.id): the id is taken")
            }
            kinds.append(kind)
            for word in rule.literals { words[word.lowercased(), default: []].append(index) }
        }
        self.rules = rules
        self.kinds = kinds
        let sorted = words.sorted { $0.key < $1.key }
        firstKeyMarker = sorted.count
        rulesOfLiteral = sorted.map { Array(Set($0.value)).sorted() }
        literals = try LiteralSet(
            sorted.map { Literal($0.key, isCaseless: true) }
                + RuleSet.keyMarkers.map { Literal($0, isCaseless: false) })
    }

    /// Whether a literal is one of `RuleSet.keyMarkers`.
    func isKeyMarker(_ literal: Int) -> Bool { literal >= firstKeyMarker }

    /// The rules that a literal may lead to.
    func rules(ofLiteral literal: Int) -> [Int] {
        rulesOfLiteral.indices.contains(literal) ? rulesOfLiteral[literal] : []
    }
}
