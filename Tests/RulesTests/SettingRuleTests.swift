import Documents
import Rules
import ScanModel
import Testing

@Suite struct SettingRuleTests {
    private func rule(_ text: String) throws -> SettingRule {
        try SettingRule(try YAMLReader.read(Array(text.utf8)))
    }

    @Test(arguments: [
        ("a.b", [SettingPath.Step.key(Array("a".utf8)), .key(Array("b".utf8))]),
        ("Storage_Encrypted", [.key(Array("storageencrypted".utf8))]),
        ("a.*.c", [.key(Array("a".utf8)), .anyKey, .key(Array("c".utf8))]),
        ("**.tls", [.anyDepth, .key(Array("tls".utf8))]),
        ("**.*verify", [.anyDepth, .keyLike(NameGlob("*verify"))]),
        (
            #"metadata."a.b/c".d"#,
            [
                .key(Array("metadata".utf8)), .key(Array("a.b/c".utf8)),
                .key(Array("d".utf8)),
            ]
        ),
        ("", []),
    ])
    func pathsAreRead(_ text: String, _ steps: [SettingPath.Step]) {
        #expect(SettingPath(text)?.steps == steps)
    }

    @Test(arguments: ["a..b", ".a", "a.", #""a"#, #""a"b"#])
    func malformedPathsAreRefused(_ text: String) {
        #expect(SettingPath(text) == nil)
    }

    @Test func conditionsAreRead() throws {
        let rule = try rule(
            """
            of: [terraform/aws_x]
            when: {path: engine, is: [a, b]}
            fails:
              - {path: [p, q], below: 3, matches: '^\\d'}
              - not: {path: r, present: true}
              - {each: items, all: [{path: name, is: n}, {path: value, absent: true}]}
              - {joined: [terraform/aws_y], by: bucket, any: [{path: s, empty: true}]}
            """)
        let path = try #require(SettingPath("p"))
        #expect(rule.subjects.map(\.source) == ["terraform/aws_x"])
        #expect(rule.failures.count == 4)
        #expect(
            rule.failures.first
                == .test(
                    paths: [path, try #require(SettingPath("q"))],
                    tests: [.matches("^\\d"), .below(3)]))
    }

    @Test(arguments: [
        "of: [terraform]\nfails: [{path: a, absent: true}]",
        "of: [terraform/x]\nfails: []",
        "of: [terraform/x]\nfails: [{path: a}]",
        "of: [terraform/x]\nfails: [{absent: true}]",
        "of: [terraform/x]\nfails: [{path: a, absent: false}]",
        "of: [terraform/x]\nfails: [{path: a, nothing: 1}]",
        "of: [terraform/x]\nfails: [{path: a, version-below: 1.x}]",
        "of: [terraform/x]\nfails: [{path: a, days-above: 3, unit: years}]",
        "of: [terraform/x]\nfails: [{path: a, matches: '('}]",
        "of: [terraform/x]\nfails: [{path: a, protocol-below: TLS9}]",
        "of: [terraform/x]\nfails: [{path: a, protocol-below: TLS1.2, grammar: lst}]",
        "of: [terraform/x]\nfails: [{path: a, weak-ciphers: true, grammar: list}]",
        "of: [terraform/x]\nfails: [{path: a, algorithm: bad}]",
    ])
    func malformedRulesAreRefused(_ text: String) {
        #expect(throws: DocumentError.self) { try rule(text) }
    }

    @Test func textComesBackAsItWas() throws {
        let text = """
            of: [nginx/]
            fails: [{path: '"a.b"', matches: "tab\\t \\"quoted\\" \\\\ é"}]
            """
        let node = try YAMLReader.read(Array(text.utf8))
        let structure = try RuleStructure(kind: .settings, node)
        #expect(try structure.settingRule() == SettingRule(node))
    }
}
