internal import Detection
internal import Patterns
package import Rules
package import ScanModel

/// Measures rules on real files and on their own examples: `portcullis rules check --tree`.
///
/// Enters: a rule set, then texts. Leaves: rows in words, the largest first. Counts are the same in
/// every run; times are not.
package final class RuleSurvey {
    private let ruleSet: RuleSet
    private let scanner: BlobScanner
    private var profile: RuleProfile
    /// Overlaps among the rules' own examples.
    private var exampleProfile: RuleProfile

    /// Rows of each table.
    private static let maxRows = 30
    /// A literal with more hits a megabyte than this slows every scan.
    package static let hotHitsPerMegabyte = 5.0

    /// - Throws: `RuleError`, `PatternError`.
    package init(_ ruleSet: RuleSet, date: CalendarDate) throws {
        self.ruleSet = ruleSet
        scanner = try Detector(
            ruleSet: ruleSet, storedDatabase: nil, key: .builtIn, date: date, limits: ScanLimits()
        ).makeScanner()
        profile = RuleProfile(ruleSet)
        exampleProfile = profile
    }

    /// Counts what one file takes.
    package func add(_ bytes: UnsafeRawBufferPointer, path: String) {
        scanner.profile(
            bytes, context: BlobContext(paths: [path], includesMisuse: true), into: &profile)
    }

    /// Counts which rules meet in the examples of the set.
    ///
    /// - Throws: `RuleError` when the embedded words do not decode.
    package func addExamples() throws(RuleError) {
        let placeholders = ExamplePlaceholders(checksum: ValidatorRegistry.checksum)
        for (rule, words) in zip(ruleSet.rules, try ruleSet.allDocumentation()) {
            for example in words.examples {
                guard let text = try? placeholders.expand(example.text, seed: 1) else { continue }
                let path = example.path ?? RuleCheck.path(for: rule)
                text.bytes.withUnsafeBytes {
                    scanner.profile(
                        $0, context: BlobContext(paths: [path], includesMisuse: true),
                        into: &exampleProfile)
                }
            }
        }
    }

    /// Pairs of rules that are about the same places: `winner`, `loser`, places.
    package var overlaps: [(winner: RuleID, loser: RuleID, places: Int)] {
        var sum = profile.overlaps
        for (pair, count) in exampleProfile.overlaps { sum[pair, default: 0] += count }
        let rows = sum.map {
            (
                winner: ruleSet.rules[$0.key.winner].id, loser: ruleSet.rules[$0.key.loser].id,
                places: $0.value
            )
        }
        return Array(
            rows.sorted { ($1.places, $0.winner, $0.loser) < ($0.places, $1.winner, $1.loser) }
                .prefix(Self.maxRows))
    }

    /// Literals with more than `hotHitsPerMegabyte`, and the rules that they start.
    package var hotLiterals: [(literal: String, hitsPerMegabyte: Double, rules: [RuleID])] {
        let megabytes = max(Double(profile.byteCount) / 1_000_000, 0.000_001)
        let order = profile.literalHits.indices.sorted {
            (profile.literalHits[$1], $0) < (profile.literalHits[$0], $1)
        }
        return order.prefix(Self.maxRows).compactMap { index in
            let rate = Double(profile.literalHits[index]) / megabytes
            guard rate > Self.hotHitsPerMegabyte else { return nil }
            let rules = Set(
                ruleSet.usePlaces(ofLiteral: index).map {
                    ruleSet.rules[ruleSet.uses[$0].rule].id
                })
            return (ruleSet.literals[index].text, rate, rules.sorted())
        }
    }

    /// The costliest rules: how often they were tried and matched, and nanoseconds a kilobyte.
    package var costs: [(rule: RuleID, tries: Int, matches: Int, nanosecondsPerKilobyte: Double)] {
        let kilobytes = max(Double(profile.byteCount) / 1000, 0.001)
        let order = profile.nanoseconds.indices.sorted {
            (profile.nanoseconds[$1], $0) < (profile.nanoseconds[$0], $1)
        }
        return order.prefix(Self.maxRows).filter { profile.tries[$0] > 0 }.map {
            (
                ruleSet.rules[$0].id, profile.tries[$0], profile.candidates[$0],
                Double(profile.nanoseconds[$0]) / kilobytes
            )
        }
    }

    /// Bytes that were read.
    package var byteCount: Int { profile.byteCount }
}
