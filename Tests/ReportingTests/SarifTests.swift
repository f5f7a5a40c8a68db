import Foundation
import ScanModel
import Testing

@testable import Reporting

/// What services and the specification demand beyond the schema.
@Suite struct SarifTests {
    private func run(
        _ report: ScanReport, profile: SarifProfile = .standard
    ) throws -> [String: Any] {
        let text = try Rendering.text(report, format: "sarif", profile: profile)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let document = try #require(object as? [String: Any])
        #expect(document["version"] as? String == "2.1.0")
        let runs = try #require(document["runs"] as? [[String: Any]])
        #expect(runs.count == 1)
        return try #require(runs.first)
    }

    private func results(
        _ report: ScanReport, profile: SarifProfile = .standard
    ) throws -> [[String: Any]] {
        try #require(run(report, profile: profile)["results"] as? [[String: Any]])
    }

    private func notices(
        _ report: ScanReport, profile: SarifProfile
    ) throws -> [(code: String, text: String)] {
        let invocations = try #require(
            run(report, profile: profile)["invocations"] as? [[String: Any]])
        let list = try #require(
            invocations.first?["toolExecutionNotifications"] as? [[String: Any]])
        return list.map {
            (
                ($0["descriptor"] as? [String: Any])?["id"] as? String ?? "",
                ($0["message"] as? [String: Any])?["text"] as? String ?? ""
            )
        }
    }

    @Test func everyResultHasAPhysicalLocationWithAllFourRegionFieldsFromOne() throws {
        for text in SampleReport.hostileTexts {
            for result in try results(SampleReport.hostile(text)) {
                let locations = try #require(result["locations"] as? [[String: Any]])
                let physical = try #require(
                    locations.first?["physicalLocation"] as? [String: Any])
                let region = try #require(physical["region"] as? [String: Any])
                for name in ["startLine", "startColumn", "endLine", "endColumn"] {
                    #expect(try #require(region[name] as? Int) >= 1)
                }
                let artifact = try #require(physical["artifactLocation"] as? [String: Any])
                let uri = try #require(artifact["uri"] as? String)
                #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A })
                #expect(uri.removingPercentEncoding == text)
            }
        }
    }

    @Test func messagesHoldNoLinkOfTheScannedMaterial() throws {
        let report = SampleReport.hostile("see [here](https://evil.example)")
        let text = try Rendering.text(report, format: "sarif")
        let run = try run(report)
        let results = try #require(run["results"] as? [[String: Any]])
        let message = try #require(results.first?["message"] as? [String: Any])
        #expect((message["text"] as? String)?.contains("](") == false)
        #expect(text.contains("] (https"))
    }

    @Test func ruleIndicesNameTheirRules() throws {
        let run = try run(SampleReport.everything)
        let driver = try #require(
            (run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        for result in try #require(run["results"] as? [[String: Any]]) {
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
        }
    }

    @Test func findingOfAnUnlistedRuleHasNoIndex() throws {
        let finding = SampleReport.finding(
            "gate.weakened", at: SampleReport.location(".portcullis.yml", 1, "x", 0..<1))
        let result = try #require(try results(SampleReport.report([finding])).first)
        #expect(result["ruleIndex"] == nil)
        #expect(result["ruleId"] as? String == "gate.weakened")
    }

    @Test func incompleteScanIsNoSuccess() throws {
        let invocations = try #require(
            run(SampleReport.everything)["invocations"] as? [[String: Any]])
        #expect(invocations.first?["executionSuccessful"] as? Bool == false)
        #expect(invocations.first?["exitCode"] as? Int == 1)
        let clean = try #require(
            run(SampleReport.report([]))["invocations"] as? [[String: Any]])
        #expect(clean.first?["executionSuccessful"] as? Bool == true)
        #expect(clean.first?["exitCode"] as? Int == 0)
    }

    @Test func suppressionsAreInEveryResultOrInNone() throws {
        #expect(
            try results(SampleReport.everything).allSatisfy { $0["suppressions"] is [Any] })
        #expect(try results(SampleReport.refused).allSatisfy { $0["suppressions"] == nil })
    }

    @Test func gitHubGetsTheGravestFiveThousandAndWordOfTheRest() throws {
        let report = SampleReport.large(5_003)
        for profile in [SarifProfile.github, .gitlab] {
            let results = try results(report, profile: profile)
            #expect(results.count == 5_000)
            let ranks = results.compactMap { $0["rank"] as? Int }
            #expect(ranks == ranks.sorted(by: >))
            let notices = try notices(report, profile: profile)
            #expect(notices.map(\.code) == ["sarif.results-cut"])
            #expect(notices.first?.text.contains("5,000 of 5,003") == true)
        }
        #expect(try results(report).count == 5_003)
    }

    @Test func exactlyFiveThousandAreNotCut() throws {
        #expect(try notices(SampleReport.large(5_000), profile: .github).isEmpty)
    }

    @Test func suppressedFindingsOpenNoAlerts() throws {
        let notices = try notices(SampleReport.everything, profile: .github)
        #expect(notices.contains { $0.code == "sarif.suppressed-left-out" })
        #expect(try results(SampleReport.everything, profile: .github).count == 8)
        #expect(try results(SampleReport.everything).count == 9)
    }

    @Test func tagsAndFurtherLocationsAreCapped() throws {
        let rule = SampleReport.rule("a.b", "B", tags: (0..<30).map { "tag-\($0)" })
        let places = (1...50).map { SampleReport.location("f\($0)", 1, "x", 0..<1) }
        let report = SampleReport.report(
            [SampleReport.finding("a.b", at: places[0], others: places)], rules: [rule])
        let run = try run(report, profile: .github)
        let driver = try #require(
            (run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let properties = try #require(
            (driver["rules"] as? [[String: Any]])?.first?["properties"] as? [String: Any])
        #expect((properties["tags"] as? [String])?.count == 20)
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect((result["locations"] as? [Any])?.count == 11)
        #expect(
            try notices(report, profile: .github).map(\.code)
                == ["sarif.tags-cut", "sarif.related-locations-cut"])
    }

    @Test func cutNotificationsKeepWhatWasNotRead() throws {
        let remarks = (0..<1_200).map {
            ScanNotification(
                code: "a.note", level: .note, message: RedactedText(redacted: "n\($0)"))
        }
        let unread = ScanNotification(
            code: "z.unread", level: .error, message: RedactedText(redacted: "x"),
            path: RedactedText(redacted: "zz"), isIncomplete: true)
        let notices = try notices(
            SampleReport.report([], notifications: remarks + [unread]), profile: .github)
        #expect(notices.count == 1_001)
        #expect(notices.first?.code == "z.unread")
        #expect(notices.last?.code == "sarif.notifications-cut")
    }

    @Test(arguments: [
        ("c:/a b.txt", "c%3A/a%20b.txt"), ("ünï.txt", "%C3%BCn%C3%AF.txt"),
        ("50%.txt", "50%25.txt"), ("-_.~", "-_.~"), ("a?b#c", "a%3Fb%23c"),
        ("/var/log/build 1.log", "file:///var/log/build%201.log"), ("", "unnamed"),
    ])
    func pathsBecomeReferences(path: String, uri: String) {
        #expect(SarifURI.reference(path: path) == uri)
    }

    @Test(arguments: [
        ("https://example.com/a.git", "https://example.com/a.git"),
        ("https://user:word@example.com/a b", "https://example.com/a%20b"),
        ("git@example.com:team/app.git", "ssh://example.com/team/app.git"),
        ("example.com:/srv/app.git", "ssh://example.com/srv/app.git"),
        ("ssh://[::1]:22/x%2F%zz", "ssh://[::1]:22/x%2F%25zz"),
        ("/srv/git/app.git", nil), ("../app", nil), ("file:///srv/app", nil), ("", nil),
        ("://x", nil), ("C:", nil),
    ])
    func remotesBecomeURIsWithoutUser(address: String, uri: String?) {
        #expect(SarifURI.remote(address) == uri)
    }

    @Test func localRemoteGivesNoProvenance() throws {
        let origin = RepositoryOrigin(
            remoteURL: RedactedText(redacted: "/srv/git"), revision: nil, branch: nil)
        #expect(
            try run(SampleReport.report([], origin: origin))["versionControlProvenance"] == nil)
    }

    @Test func ruleNamesArePascalCase() {
        #expect(
            SarifRule.pascalCaseName(RuleID("github.personal-access-token"))
                == "GithubPersonalAccessToken")
    }

    @Test func longDescriptionsAreCutAtGitHubsLimit() {
        let text = String(repeating: "🔑", count: 600)
        #expect(SarifRule.clipped(text).utf16.count <= 1_024)
        #expect(SarifRule.clipped(String(repeating: "a", count: 1_024)).count == 1_024)
    }

    /// Writes documents for `scripts/validate-sarif.py` when asked to by
    /// `PORTCULLIS_SARIF_SAMPLES=FOLDER`.
    @Test func samplesForTheSchemaCheck() throws {
        guard let folder = ProcessInfo.processInfo.environment["PORTCULLIS_SARIF_SAMPLES"] else {
            return
        }
        var samples: [(String, ScanReport)] = [
            ("empty", SampleReport.report([], rules: [])), ("refused", SampleReport.refused),
            ("everything", SampleReport.everything), ("large", SampleReport.large(100_000)),
        ]
        for (index, text) in SampleReport.hostileTexts.enumerated() {
            samples.append(("hostile-\(index)", SampleReport.hostile(text)))
        }
        for (name, report) in samples {
            for profile in SarifProfile.allCases {
                let options = ReporterOptions(sarifProfile: profile)
                let path = "\(folder)/\(name)-\(profile.rawValue).sarif.json"
                let file = try ReportFile.prepare(path: path)
                try SarifReporter(options: options).write(report, to: file)
                try file.finish()
            }
        }
    }
}
