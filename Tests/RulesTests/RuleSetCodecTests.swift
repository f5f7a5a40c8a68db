import EmbeddedRules
import Foundation
import Patterns
import Rules
import ScanModel
import Testing

@Suite struct RuleSetCodecTests {
    private func embedded() throws -> RuleSet {
        try RuleSet(
            matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
            documentation: EmbeddedRules.documentation)
    }

    @Test func embeddedRulesSurviveTheWayThereAndBack() throws {
        let rules = try embedded()
        #expect(rules.rules.count > 200)
        // Not compared within the macro: a failure would print all rules.
        let words = try rules.allDocumentation()
        let isSame =
            RuleSetCodec.encode(rules.rules) == EmbeddedRules.matching.description
            && RuleSetCodec.encode(words) == EmbeddedRules.documentation.description
        #expect(isSame)
    }

    @Test func embeddedRulesAreThoseOfTheFiles() throws {
        let folder = URL(fileURLWithPath: #filePath)
            .appendingPathComponent("../../../rules").standardized
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var entries: [RuleFileReader.Entry] = []
        for case let file as URL in try #require(files) where file.pathExtension == "yml" {
            entries += try RuleFileReader.read(
                Array(try Data(contentsOf: file)), file: file.lastPathComponent)
        }
        let read = try RuleSet(entries)
        let isSame = RuleSetCodec.encode(read.rules) == EmbeddedRules.matching.description
        #expect(isSame)
    }

    @Test func rubbishIsRefused() {
        #expect(throws: RuleError(.invalidEncoding, "")) {
            try RuleSet(matching: "rubbish", literals: "", documentation: "")
        }
        #expect(throws: RuleError(.invalidEncoding, "")) {
            try RuleSet(matching: "", literals: "rubbish", documentation: "")
        }
        #expect(throws: RuleError(.invalidEncoding, "")) {
            try RuleSet(
                matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
                documentation: "rubbish"
            ).allDocumentation()
        }
    }

    @Test func traitsAreKnownWithoutDecoding() throws {
        let rules = try embedded().rules
        for (rule, traits) in zip(rules, rules.traits) {
            #expect(traits.contains(.secret) == (rule.kind == .secret))
            #expect(traits.contains(.looksBeyondLine) == rule.looksBeyondLine)
            #expect(traits.contains(.credential) == (rule.credential != nil))
            #expect(traits.contains(.structure) == (rule.structure != nil))
            #expect(traits.contains(.certificate) == (rule.structure?.kind == .certificate))
            #expect(traits.contains(.binary) == rule.matchesInBinary)
        }
        #expect(rules.indices(having: .credential).isEmpty == false)
    }

    @Test func rulesAreFoundByTheirID() throws {
        let rules = try embedded()
        for (index, rule) in rules.rules.enumerated() {
            #expect(rules.index(of: rule.id) == index)
        }
        #expect(rules.index(of: RuleID("no-such.rule")) == nil)
    }

    @Test func everyLiteralLeadsToItsRules() throws {
        let rules = try embedded()
        for (index, rule) in rules.rules.enumerated() {
            for required in rule.literals {
                let literal = try #require(rules.literals.firstIndex(of: required.literal))
                let uses = rules.uses[rules.usePlaces(ofLiteral: literal)]
                // Stems of names lead to the engine for assignments, marks of keys to another.
                let leadsToEngine =
                    rule.credential != nil && rule.credential != .pair
                    || rule.structure?.kind == .certificate
                #expect(uses.contains { $0.rule == index } != leadsToEngine)
            }
        }
        #expect(rules.literals[rules.suppressionLiteral].text == RuleSet.suppressionMarker)
    }
}
