import ScanModel

/// Hand-made reports; no value in them was ever a secret.
enum SampleReport {
    static func rule(
        _ id: String, _ name: String, kind: Finding.Kind = .secret, severity: Severity = .critical,
        confidence: Confidence = .high, cwe: [Int] = [798], tags: [String] = [],
        references: [String] = ["https://docs.example.com/tokens"],
        why: String = "Whoever holds it acts as the user on everything that the token's scopes "
            + "reach, and forks and caches keep it.",
        remediation: String = "Revoke it under Settings → Developer settings, then remove it from "
            + "the history."
    ) -> RuleDescriptor {
        RuleDescriptor(
            id: RuleID(id), name: name, finds: "\(name) in a file.",
            why: why, remediation: remediation,
            severity: severity, confidence: confidence, kind: kind, tags: tags, cwe: cwe,
            references: references)
    }

    static let rules = [
        rule("generic.password", "Password in code", severity: .medium, confidence: .low),
        rule("github.personal-access-token", "GitHub personal access token", tags: ["code-host"]),
        rule("slack.bot-token", "Slack bot token", severity: .high, tags: ["messaging"]),
        rule(
            "tls.verification-disabled", "TLS verification switched off", kind: .misuse,
            severity: .high, cwe: [295, 327], references: [],
            why: "Anybody on the way can answer in the server's name, read and change everything.",
            remediation: "Leave verification on; give a private authority with verify=\"ca.pem\"."),
    ]

    static func id(_ digit: Character) -> ObjectID? {
        ObjectID(hex: String(repeating: digit, count: 40))
    }

    static func commit(_ digit: Character, _ author: String = "Ada Lovelace") -> CommitSummary? {
        id(digit).map {
            CommitSummary(
                id: $0, authorName: RedactedText(redacted: author), authorEmail: nil,
                authorDate: Timestamp(secondsSince1970: 1_772_323_200, offsetMinutes: 60))
        }
    }

    static func location(
        _ path: String, _ line: Int, _ text: String, _ highlight: Range<Int>,
        kind: Provenance.Kind = .file, objectID: ObjectID? = nil, commit: CommitSummary? = nil
    ) -> Location {
        Location(
            provenance: Provenance(
                kind: kind, path: RedactedText(redacted: path), objectID: objectID, commit: commit),
            region: Region(
                startLine: line, startColumn: highlight.lowerBound + 1, endLine: line,
                endColumn: highlight.upperBound + 1),
            snippet: Snippet(text: RedactedText(redacted: text), highlight: highlight),
            lineHash: "a1b2c3d4e5f60718:1")
    }

    static func finding(
        _ rule: String, at primary: Location, severity: Severity = .critical,
        confidence: Confidence = .high, kind: Finding.Kind = .secret,
        message: String = "A token stands in plain text.", preview: String = "ghp_…(40 characters)",
        evidence: [Evidence] = [], others: [Location] = [], omitted: Int = 0,
        related: [RelatedLocation] = [], history: FindingHistory? = nil,
        explanation: [String] = [], suppression: Suppression? = nil,
        fingerprint: String = "00112233445566778899aabbccddeeff"
    ) -> Finding {
        Finding(
            ruleID: RuleID(rule), kind: kind, severity: severity, confidence: confidence,
            message: message, fingerprint: Fingerprint(hex: fingerprint),
            preview: RedactedText(redacted: preview), evidence: evidence, primary: primary,
            others: others, omittedLocationCount: omitted, related: related,
            explanation: explanation, history: history,
            suppression: suppression)
    }

    static func report(
        _ findings: [Finding], command: String = "scan", rules: [RuleDescriptor] = rules,
        notifications: [ScanNotification] = [], statistics: ScanStatistics? = nil,
        origin: RepositoryOrigin? = nil, failOn: Severity = .medium, exitZero: Bool = false
    ) -> ScanReport {
        let blocking = findings.count {
            $0.suppression == nil && $0.severity >= failOn && $0.confidence > .low
        }
        var ledger = ScanStatistics()
        ledger.expectedBlobs = 1_234
        ledger.scannedBlobs = 1_234
        ledger.scannedBytes = 56_789_012
        ledger.commits = 89
        return ScanReport(
            command: command, toolVersion: "0.1.0", ruleSetDigest: "0123456789abcdef",
            asOf: Timestamp(secondsSince1970: 1_795_262_400), activeRuleCount: rules.count,
            rules: rules,
            findings: findings.sorted(by: Finding.reportOrder),
            notifications: notifications.sorted(), statistics: statistics ?? ledger,
            origin: origin,
            verdict: Verdict(
                blockingCount: blocking,
                isIncomplete: notifications.contains(where: \.isIncomplete),
                threshold: BlockingThreshold(severity: failOn), exitZero: exitZero))
    }

    /// What a refused developer sees at the end of the day.
    static let refused: ScanReport = report(
        [
            finding(
                "github.personal-access-token",
                at: location(
                    "deploy/production.env", 12,
                    "GITHUB_TOKEN=ghp_************************************", 13..<53,
                    kind: .gitBlob, objectID: id("c"), commit: commit("1")),
                message: "A GitHub personal access token stands in plain text.",
                evidence: [Evidence(.proven, "the token's own checksum fits")],
                others: [
                    location("deploy/staging.env", 3, "GITHUB_TOKEN=ghp_***", 13..<20),
                    location("old/ci.sh", 44, "export GITHUB_TOKEN=ghp_***", 20..<27),
                ], omitted: 4,
                history: FindingHistory(
                    introduced: commit("1"), removed: nil, isAtHead: true, blobCount: 7, paths: [],
                    omittedPathCount: 0,
                    refs: ["refs/heads/main", "refs/tags/v1.0", "refs/stash"]
                        .map(RedactedText.init(redacted:)))),
            finding(
                "slack.bot-token",
                at: location(
                    "src/notify.py", 7, "\tclient = Client(\"xoxb-****************\")", 18..<39,
                    kind: .gitBlob, objectID: id("d"), commit: commit("2", "Grace Hopper")),
                severity: .high, message: "A Slack bot token stands in plain text.",
                preview: "xoxb-…(57 characters)",
                evidence: [Evidence(.consistent, "the shape of all three parts fits")],
                history: FindingHistory(
                    introduced: commit("2", "Grace Hopper"), removed: commit("3"),
                    lastHeld: commit("4"), isAtHead: false, blobCount: 1, paths: [],
                    omittedPathCount: 0,
                    refs: ["fix", "main", "next", "old"].map {
                        RedactedText(redacted: "refs/heads/\($0)")
                    }, omittedRefCount: 1_204)),
            finding(
                "tls.verification-disabled",
                at: location(
                    "src/notify.py", 19, "    requests.post(url, json=body, verify=False)", 34..<46),
                severity: .high, kind: .misuse,
                message: "The server's certificate is not checked.", preview: ""),
        ], command: "diff")

    /// One of everything, for the goldens.
    static let everything: ScanReport = {
        var ledger = ScanStatistics()
        ledger.expectedBlobs = 1_234
        ledger.scannedBlobs = 1_231
        ledger.skippedBlobs = 3
        ledger.scannedBytes = 8_123_456_789
        ledger.commits = 61_234
        ledger.objects = ObjectCounts(
            expected: 163_705, commits: .init(objects: 61_236, bytes: 21_432_600),
            trees: .init(objects: 101_231, bytes: 612_345_678),
            blobs: .init(objects: 1_234, bytes: 8_102_024_189), tags: .init(objects: 1, bytes: 321),
            skipped: 3)
        let more = [
            finding(
                "generic.password",
                at: location("src/日本語/設定.py", 3, "パスワード\t= \"********\"  # 🔑", 9..<17),
                severity: .medium, confidence: .low, message: "A password stands in code",
                preview: "(8 characters)", evidence: [Evidence(.refuted, "it reads like a word")]),
            finding(
                "github.personal-access-token",
                at: location(
                    "tests/fixture.txt", 1, "ghp_****", 0..<8), evidence: [],
                suppression: Suppression(
                    kind: .inSource,
                    justification: RedactedText(redacted: "documented example of the vendor")),
                fingerprint: "ffeeddccbbaa99887766554433221100"),
            finding(
                "github.personal-access-token",
                at: location(
                    "1111111111111111111111111111111111111111", 3, "token was ghp_****", 10..<18,
                    kind: .commitMessage, objectID: id("1"), commit: commit("1")),
                related: [
                    RelatedLocation(
                        kind: .companion,
                        location: location("a b/user.txt", 2, "user = octocat", 7..<14),
                        message: RedactedText(redacted: "the user it belongs to"))
                ],
                explanation: [
                    "literal: one of `ghp_`", "pattern: it matches, and captures 40 bytes",
                ]),
            finding(
                "github.personal-access-token",
                at: location(
                    "v1.0", 1, "ghp_**** released", 0..<8, kind: .tagMessage, objectID: id("e")),
                history: FindingHistory(
                    introduced: commit("5"), removed: nil, lastHeld: commit("6"), isAtHead: false,
                    blobCount: 2, paths: [RedactedText(redacted: "a.txt")], omittedPathCount: 3,
                    isUnreachable: true)),
            finding(
                "slack.bot-token",
                at: location(
                    "refs/heads/xoxb-****", 1, "refs/heads/xoxb-****", 11..<20, kind: .metadata),
                severity: .high, preview: "xoxb-…(57 characters)"),
            finding(
                "slack.bot-token",
                at: location("-", 90_001, "::debug:: xoxb-****", 10..<19, kind: .log),
                severity: .info, preview: "xoxb-…(57 characters)"),
        ]
        let notifications = [
            ScanNotification(
                code: "input.unreadable", level: .error,
                message: RedactedText(redacted: "permission denied; make it readable"),
                path: RedactedText(redacted: "secrets/prod key.bin"), isIncomplete: true),
            ScanNotification(
                code: "input.too-large", level: .warning,
                message: RedactedText(
                    redacted: "larger than 256 MiB; raise --max-file-size to read it"),
                path: RedactedText(redacted: "dump.sql"), isIncomplete: true),
            ScanNotification(
                code: "suppression.unused", level: .note,
                message: RedactedText(redacted: "this comment suppresses nothing: remove it"),
                path: RedactedText(redacted: "src/old.py")),
            ScanNotification(
                code: "git.shallow", level: .error,
                message: RedactedText(
                    redacted: "the history is cut off here; fetch it all with git fetch --unshallow"
                ),
                isIncomplete: true),
        ]
        return report(
            refused.findings + more, command: "history", notifications: notifications,
            statistics: ledger,
            origin: RepositoryOrigin(
                remoteURL: RedactedText(redacted: "git.example.com:team/app.git"),
                revision: id("9"), branch: RedactedText(redacted: "main")))
    }()

    /// Texts that an attacker would choose.
    static let hostileTexts = [
        "quote \" backslash \\ slash / tick ' percent % %00 %2e",
        "line\nbreak\r\nand\u{2028}separators\u{2029}",
        "\u{1B}[31mred\u{1B}]0;title\u{07}\u{08}\u{7F}\u{9B}2J",
        "bidi \u{202E}gnp.exe\u{2066}x\u{2069}\u{200F}",
        "nul \u{0} and \u{1} and replacement \u{FFFD}",
        "日本語 ünïcode e\u{301} 👩‍👩‍👧 🔑 \u{10FFFF} \u{E0041}",
        "c:/windows:colon?query#fragment&amp;<script>[link](https://evil.example)",
        "{0} {{1}} %s $(id) `id` ../../etc/passwd",
    ]

    /// A finding in which every text is `text`.
    static func hostile(_ text: String) -> ScanReport {
        let place = Location(
            provenance: Provenance(
                kind: .gitBlob, path: RedactedText(redacted: text), objectID: id("a"),
                commit: commit("b", text)),
            region: Region(startLine: 0, startColumn: -1, endLine: 0, endColumn: 0),
            snippet: Snippet(text: RedactedText(redacted: text), highlight: 2..<10_000),
            lineHash: text)
        let hostile = finding(
            text, at: place, message: text, preview: text, evidence: [Evidence(.unverified, text)],
            others: [place],
            related: [
                RelatedLocation(
                    kind: .companion, location: place, message: RedactedText(redacted: text))
            ],
            history: FindingHistory(
                introduced: commit("1", text), removed: commit("2", text),
                lastHeld: commit("3", text), isAtHead: false, blobCount: 2,
                paths: [RedactedText(redacted: text)], omittedPathCount: 1,
                refs: [RedactedText(redacted: "refs/heads/" + text)], omittedRefCount: 1))
        let accepted = finding(
            text, at: place,
            suppression: Suppression(kind: .external, justification: RedactedText(redacted: text)))
        return report(
            [hostile, accepted], rules: [rule(text, text, tags: [text, text])],
            notifications: [
                ScanNotification(
                    code: text, level: .warning, message: RedactedText(redacted: text),
                    path: RedactedText(redacted: text), isIncomplete: true)
            ],
            origin: RepositoryOrigin(
                remoteURL: RedactedText(redacted: "https://example.com/" + text), revision: id("9"),
                branch: RedactedText(redacted: text)))
    }

    /// `count` findings in many files, graver ones last.
    static func large(_ count: Int, command: String = "scan") -> ScanReport {
        let severities: [Severity] = [.low, .medium, .high, .critical]
        let findings = (0..<count).map { index in
            finding(
                rules[index % rules.count].id.rawValue,
                at: location(
                    "src/" + Timestamp.padded(index, 8) + ".env", 1 + index % 500,
                    "TOKEN=ghp_************************************", 6..<46),
                severity: severities[index * 4 / max(count, 1)],
                confidence: index % 2 == 0 ? .high : .medium,
                evidence: [Evidence(.proven, "the token's own checksum fits")])
        }
        return report(findings, command: command)
    }
}
