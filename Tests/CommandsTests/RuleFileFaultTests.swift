import Foundation
import Testing

/// Rule files that `--rules` and `rules check` refuse.
@Suite struct RuleFileFaultTests {
    /// A rule that is right but for what a test changes.
    static func rule(id: String = "acme.token", pattern: String = "(?<secret>acme_[a-z0-9]{20})")
        -> String
    {
        """
          - id: \(id)
            name: Acme token
            kind: secret
            finds: A token of Acme.
            why: It opens Acme.
            severity: high
            confidence: high
            cwe: [798]
            pattern: '\(pattern)'
            remediation: Revoke it.
            examples:
              - 'token = "«acme_⟦b36:20⟧»"'
              - 'ACME=«acme_⟦b36:20⟧»'
            counterexamples:
              - 'acme_⟦b36:7⟧'
              - 'acme_token_of_the_day'

        """
    }

    @Test func ruleFileInOrder() throws {
        let scene = try Scene()
        try scene.write("rules/acme.yml", "rules:", RuleFileFaultTests.rule())
        let check = try scene.run("rules", "check", "rules")
        #expect(check.status == 0, "\(check.complaint)")
        try scene.write("a.txt", "x acme_" + "k3j9x2m7q4z8w5v1b6n0")
        #expect(try scene.run("scan", "a.txt", "--rules", "rules").status == 1)
    }

    @Test(arguments: [
        ("rules:\n\t- id: x\n", "bad.yml:2:1: "),
        ("rules: nothing\n", "bad.yml:1:8: "),
        ("rules:\n" + rule(pattern: "(?<secret>acme_[a-z"), "bad.yml:10:14: "),
        ("rules:\n" + rule(pattern: "(?<secret>[a-z0-9]{20})"), "bad.yml:10:14: "),
        ("rules:\n" + rule(pattern: "acme_[a-z0-9]{20}"), "bad.yml:10:14: "),
        ("rules:\n" + rule(id: "Acme"), "bad.yml:2:9: "),
    ])
    func fault(text: String, place: String) throws {
        let scene = try Scene()
        try scene.write("rules/bad.yml", Data(text.utf8))
        for arguments in [["scan", ".", "--rules", "rules"], ["rules", "check", "rules"]] {
            let run = try ProgramRun(arguments, in: scene.path)
            #expect(run.status == 2)
            #expect(run.complaint.contains(place), "\(run.complaint)")
        }
    }

    @Test func duplicateIDsAreNamedWithBothPlaces() throws {
        let scene = try Scene()
        try scene.write("rules/a.yml", "rules:", RuleFileFaultTests.rule())
        try scene.write("rules/b.yml", "rules:", RuleFileFaultTests.rule())
        let run = try scene.run("rules", "check", "rules")
        #expect(run.status == 2)
        #expect(run.complaint.contains("a.yml:2:9"), "\(run.complaint)")
        #expect(run.complaint.contains("b.yml:2:9"), "\(run.complaint)")
        try scene.write("one/c.yml", "rules:", RuleFileFaultTests.rule(id: Made.rule))
        #expect(try scene.run("scan", ".", "--rules", "one").complaint.contains(Made.rule))
    }

    @Test func missingAndEmptyFolder() throws {
        let scene = try Scene()
        #expect(try scene.run("scan", ".", "--rules", "nowhere").status == 2)
        try scene.write("empty/notes.txt", "words")
        #expect(try scene.run("scan", ".", "--rules", "empty").status == 2)
        #expect(try scene.run("rules", "check", "nowhere").status == 2)
    }

    @Test func listShowAndDocs() throws {
        let scene = try Scene()
        #expect(try scene.run("rules", "list").text.contains(Made.rule))
        #expect(try scene.run("rules", "show", Made.rule).text.contains("### How to fix"))
        #expect(try scene.run("rules", "show", "no-such.rule").status == 2)
        #expect(try scene.run("rules", "list", "no-such.rule").status == 2)
        #expect(try scene.run("--version").status == 0)
        #expect(try scene.run("--help").status == 0)
    }
}
