import EmbeddedRules
import Rules
import Testing

@testable import Detection

/// The rules of the inventory: their schema and those shipped.
@Suite struct InventoryRuleTests {
    private func message(_ entry: String) -> String? {
        do {
            let text = "inventory:\n  - " + entry
            _ = try InventoryIndex(
                InventoryRule.read(Array(text.utf8), file: "a.yml"))
            return nil
        } catch {
            return (error as? RuleError)?.message
        }
    }

    @Test(arguments: [
        ("{id: a.b, uses: [abcde], kind: hash, part: 1, colour: red}", "a.yml:2:"),
        ("{id: a.b, uses: [abcde], part: 1}", "`kind` is required"),
        ("{id: a.b, kind: hash, part: 1}", "`uses` with names, or `settings`"),
        ("{id: a.b, uses: [abcde], kind: hash, kinds: [shout], part: 1}", "`kinds` must be"),
        ("{id: a.b, uses: [abcde], kind: noise, part: 1}", "`kind` must be one of"),
        ("{id: a.b, uses: [abcde], kind: hash, part: 9}", "`part` must be a whole number"),
        ("{id: a.b, uses: ['*'], kind: hash, part: 1}", "give `literals`"),
        ("{id: a.b, settings: [nginx/], kind: hash, literals: [abc]}", "`path` is required"),
        ("{id: a.b, uses: [abcde], kind: hash, part: 1, read: tea}", "`read` must be"),
        ("{id: a.b, uses: [abcde], kind: hash, part: 1, unknown: maybe}", "`unknown` must be"),
    ])
    func faultsAreNamed(_ entry: String, _ expected: String) throws {
        #expect(try #require(message(entry)).contains(expected))
    }

    @Test func idsAreUnique() throws {
        let entry = "{id: a.b, uses: [abcde], kind: hash, part: 1}"
        #expect(try #require(message(entry + "\n  - " + entry)).contains("the id is taken"))
    }

    @Test func shippedRulesAreRead() throws {
        let rules = try EmbeddedRules.inventory.flatMap { file, text in
            try InventoryRule.read(text.withUTF8Buffer { Array($0) }, file: file)
        }
        #expect(rules.count > 300)
        _ = try InventoryIndex(rules)
    }
}
