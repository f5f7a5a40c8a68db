import Detection
import EmbeddedRules
import Rules
import ScanModel
import Testing

/// What the embedded rules say of lines as people write them.
@Suite struct CredentialLineTests {
    private static let shares = 8

    @Test(arguments: 0..<shares)
    func findsWhatLinesHold(share: Int) throws {
        let rules = try RuleSet(
            matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
            documentation: EmbeddedRules.documentation)
        let detector = try Detector(
            ruleSet: rules, storedDatabase: nil, key: .builtIn,
            date: CalendarDate(secondsSince1970: 0), limits: ScanLimits())
        let scanner = try detector.makeScanner()
        let placeholders = ExamplePlaceholders(checksum: ValidatorRegistry.checksum)
        for (number, line) in CredentialLines.all.enumerated()
        where number % CredentialLineTests.shares == share {
            let parts = line.dropFirst(2).split(separator: " | ", maxSplits: 1)
            let path = String(try #require(parts.first))
            let template = parts.dropFirst().joined().replacing("↵", with: "\n")
            for seed in UInt64(1)...3 {
                let text = try placeholders.expand(template + "\n", seed: seed)
                let findings = text.bytes.withUnsafeBytes {
                    scanner.scan($0, context: BlobContext(paths: [path], includesMisuse: false))
                }.findings
                switch line.first {
                case "-": #expect(findings.isEmpty, "seed \(seed): \(line)")
                case "~":
                    #expect(
                        findings.map(\.range) == text.expectedRanges
                            && findings.allSatisfy { $0.confidence == .low },
                        "seed \(seed): \(line)")
                default:
                    #expect(
                        findings.map(\.range) == text.expectedRanges
                            && findings.allSatisfy { $0.confidence > .low },
                        "seed \(seed): \(line)")
                }
            }
        }
    }
}
