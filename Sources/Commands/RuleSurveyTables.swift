internal import Inputs
internal import Reporting
internal import Rules
internal import ScanModel
internal import Scanning

/// The tables of `portcullis rules check --tree`.
enum RuleSurveyTables {
    /// Reads the files below a folder and prints what the rules cost on them.
    static func print(of ruleSet: RuleSet, tree: String) throws {
        let survey = try RuleSurvey(ruleSet, date: CalendarDate(secondsSince1970: 0))
        try survey.addExamples()
        let listing = try FileTreeSource.list([tree], honoursGitignore: true, limits: ScanLimits())
        var unread = listing.notices.count(where: \.isIncomplete)
        for file in listing.files {
            do throws(InputError) {
                let bytes = try FileReader.read(
                    file.pathBytes, maxBytes: ScanLimits().maxBlobBytes, followsLink: file.isNamed)
                bytes.withUnsafeBytes { survey.add($0, path: file.displayPath) }
            } catch {
                unread += 1
            }
        }
        Swift.print(
            "\nMeasured on \(DecimalGrouping.counted(listing.files.count, "file")), "
                + ByteSize.text(survey.byteCount) + (unread > 0 ? "; \(unread) not read" : ""))
        table(
            "Overlaps: the first rule is reported where both match", ["places", "rule", "before"],
            survey.overlaps.map {
                [DecimalGrouping.text($0.places), $0.winner.rawValue, $0.loser.rawValue]
            })
        table(
            "Hot literals: more than \(Int(RuleSurvey.hotHitsPerMegabyte)) hits a megabyte",
            ["hits/MB", "literal", "rules"],
            survey.hotLiterals.map {
                let named = $0.rules.prefix(3).map(\.rawValue).joined(separator: ", ")
                let more = $0.rules.count - 3
                return [
                    DecimalGrouping.text(Int($0.hitsPerMegabyte.rounded())),
                    TerminalText.escaped($0.literal),
                    named + (more > 0 ? " and \(more) more" : ""),
                ]
            })
        table(
            "Costs", ["ns/KB", "tries", "matches", "rule"],
            survey.costs.map {
                [
                    tenths($0.nanosecondsPerKilobyte), DecimalGrouping.text($0.tries),
                    DecimalGrouping.text($0.matches), $0.rule.rawValue,
                ]
            })
    }

    private static func table(_ title: String, _ head: [String], _ rows: [[String]]) {
        Swift.print("\n\(title)")
        guard !rows.isEmpty else {
            Swift.print("  none")
            return
        }
        let all = [head] + rows
        let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        for row in all {
            let cells = row.indices.map { column in
                column == row.count - 1
                    ? row[column]
                    : row[column]
                        + String(repeating: " ", count: widths[column] - row[column].count)
            }
            Swift.print("  " + cells.joined(separator: "  "))
        }
    }

    private static func tenths(_ number: Double) -> String {
        let tenths = Int((min(max(number, 0), 1e12) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
