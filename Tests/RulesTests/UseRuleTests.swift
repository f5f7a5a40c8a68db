import Documents
import Rules
import Testing

@Suite struct UseRuleTests {
    private func rule(_ text: String) throws -> UseRule {
        try UseRule(try YAMLReader.read(Array(text.utf8)))
    }

    @Test(arguments: [
        "fails: [{argument: 0, is: x}]",
        "of: [f]\nkinds: [invocation]",
        "of: [f]\nfails: [{argument: 0}]",
        "of: [f]\nfails: [{argument: 0, matches: '['}]",
        "of: [f]\nwhen: [{body: returns-nothing}]",
        "of: [f]\nwhen: [{calls: g}]",
        "of: [f]\nwhen: [{}]",
    ])
    func malformedRulesAreRefused(_ text: String) {
        #expect(throws: DocumentError.self) { try rule(text) }
    }

    @Test(arguments: UseCondition.bodyWords + ["returns-0"])
    func bodiesAreToldApart(_ word: String) throws {
        let read = try rule("of: [f]\nwhen: [{body: \(word)}]")
        #expect(read.precondition == .all([.body(word)]))
    }
}
