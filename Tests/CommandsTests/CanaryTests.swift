import Detection
import EmbeddedRules
import Foundation
import Rules
import ScanModel
import Scanning
import TestSupport
import Testing

/// No secret leaves: values are planted wherever a repository, a configuration or a command line
/// has room for them, and every output is searched for them in every form.
@Suite struct CanaryTests {
    private static let commands = [
        ["scan", "."], ["history", "--unreachable"], ["history", "--show-email"],
        ["diff", "main...topic"], ["staged"], ["log", "../all.log"],
    ]

    /// Values that are known by themselves, as templates of rule examples.
    private static let templates = [
        "github": "«ghp_⟦b62:30⟧⟦sum:github-crc32⟧»", "stripe": "«sk_live_9⟦b62:23⟧»",
        "slack": "«xoxb-⟦dig:12⟧-⟦dig:12⟧-⟦b62:24⟧»", "npm": "«npm_⟦b62:30⟧⟦sum:npm-crc32⟧»",
        "jwt": "«⟦jwt:HS256⟧»", "gitlab": "«glpat-⟦b62:20⟧»",
    ]

    private struct Planted {
        let search: LeakSearch
        var content: [(path: String, text: [UInt8])] = []
        /// Values of one line that name files, branches and tags.
        var names: [String] = []
    }

    /// Made once: nothing changes it any more.
    private nonisolated(unsafe) static let shared = Result { try makePlanted() }

    private static func planted() throws -> Planted { try shared.get() }

    private static func makePlanted() throws -> Planted {
        var planted = Planted(search: try LeakSearch())
        let placeholders = ExamplePlaceholders(checksum: ValidatorRegistry.checksum)
        let rules = try RuleSet(
            matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
            documentation: EmbeddedRules.documentation)
        var seed: UInt64 = 5000
        for (rule, words) in zip(rules.rules, try rules.allDocumentation())
        where rule.kind == .secret {
            for example in words.examples.prefix(1) {
                seed += 2
                let text = try placeholders.expand(example.text, seed: seed)
                let twin = try placeholders.expand(example.text, seed: seed + 1)
                for range in text.expectedRanges {
                    planted.search.add(Array(text.bytes[range]), twin: twin.bytes)
                }
                planted.content.append(
                    ("content/\(seed)/\(example.path ?? RuleCheck.path(for: rule))", text.bytes))
            }
        }
        for (_, template) in templates.sorted(by: { $0.key < $1.key }) {
            seed += 2
            let text = try placeholders.expand(template, seed: seed)
            let twin = try placeholders.expand(template, seed: seed + 1)
            planted.search.add(text.bytes, twin: twin.bytes)
            planted.names.append(String(decoding: text.bytes, as: UTF8.self))
        }
        try planted.search.seal()
        return planted
    }

    private func expectNoLeak(
        _ run: ProgramRun, _ scene: Scene?, _ search: LeakSearch, _ label: String
    ) throws {
        #expect(try search.forms(in: run.output) == [], "standard output of \(label)")
        #expect(try search.forms(in: run.errors) == [], "standard error of \(label)")
        for name in try scene?.names() ?? [] {
            #expect(
                try search.forms(in: try scene?.read(name) ?? Data()) == [], "\(name) of \(label)")
        }
    }

    @Test func searchFindsEveryForm() throws {
        let value = Array("Zx81-qL/4mNv+72Ka".utf8)
        let search = try LeakSearch()
        search.add(value, twin: [])
        try search.seal()
        let hex = value.map { String(format: "%02X", $0) }.joined()
        let forms: [(String, String)] = [
            ("plain", "a Zx81-qL/4mNv+72Ka b"), ("hexadecimal", hex),
            ("percent", "Zx81-qL%2F4mNv%2B72Ka"),
            ("base64", Data(value).base64EncodedString()),
            ("base64", Data([1] + value).base64EncodedString()),
            ("base64", Data([1, 2] + value).base64EncodedString()),
        ]
        for (form, text) in forms {
            #expect(try search.forms(in: Data(text.utf8)).contains(form))
        }
        #expect(try search.forms(in: Data("Zx81-qL/4m".utf8)).isEmpty)
    }

    @Test(arguments: commands)
    func plantedSecretsStayInside(command: [String]) throws {
        let planted = try CanaryTests.planted()
        try #require(planted.names.count == CanaryTests.templates.count)
        let content = try Scene()
        var log: [UInt8] = []
        for (path, text) in planted.content {
            try content.write(path, Data(text))
            log += text + [0x0A]
        }
        let built = try RecipeRepository(
            "planted",
            environment: [
                "CONTENT": content.path, "NAMES": planted.names.joined(separator: "\n"),
            ])
        try Data(log + planted.names.joined(separator: "\n").utf8)
            .write(to: built.folder.appendingPathComponent("all.log"))
        for verbosity in [[], ["--quiet"], ["--verbose"]] {
            let reports = try Scene()
            let run = try ProgramRun(
                command + verbosity
                    + ["text", "sarif", "json", "jsonl"].flatMap {
                        ["--report", "\($0)=\(reports.path)/a.\($0)"]
                    }, in: built.path())
            #expect(run.status == 1)
            #expect(try reports.names().count == 4)
            try expectNoLeak(run, reports, planted.search, "\(command) \(verbosity)")
        }
        let plain = try ProgramRun(command, in: built.path())
        try expectNoLeak(plain, nil, planted.search, "\(command)")
        let github = try ProgramRun(
            command + ["--report", "sarif", "--sarif-profile", "github"], in: built.path())
        try expectNoLeak(github, nil, planted.search, "\(command) for GitHub")
    }

    @Test func failingRunsSayNoSecret() throws {
        let planted = try CanaryTests.planted()
        // All at once, as far as a file's name may be long.
        for value in [planted.names.filter { $0.count < 64 }.joined(separator: ",")] {
            let scene = try Scene()
            try scene.write("plain.txt", "words")
            try scene.write("keys.yml", "\(value): 1")
            try scene.write("values.yml", "fail-on: \(value)")
            try scene.write("syntax.yml", "fail-on: [\(value)", "other: \(value)")
            try scene.write("glob.yml", "exclude: ['{\(value)']")
            try scene.write("names.yml", "select: ['\(value)']")
            try scene.write("folders.yml", "rules: ['\(value)']")
            try scene.write("rules/\(value).yml", "rules:", "  - id: \(value)", "    pattern: '('")
            try scene.write(
                "policy.yml", "policy:", "  name: a", "  title: t", "  extends: default",
                "  entries: [{id: '\(value)'}]")
            try scene.write(
                "parent.yml", "policy:", "  name: a", "  title: t", "  extends: '\(value)'",
                "  entries: []")
            try scene.write(
                "more/a.yml", "rules:",
                RuleFileFaultTests.rule(pattern: "(?<secret>\(value)[a-z"))
            try scene.write(
                "twice/a.yml", "rules:", RuleFileFaultTests.rule(), "  - \(value): 1")
            let runs: [[String]] = [
                ["scan", value], ["log", value], ["history", value], [value],
                ["scan", "--\(value)"],
                ["diff", "\(value)...HEAD"], ["diff", value], ["diff", "HEAD...\(value)"],
                ["history", "--range", "\(value)..HEAD"], ["history", "--ref", value],
                ["history", "--since", value], ["scan", ".", "--select", value],
                ["scan", ".", "--ignore", value], ["scan", ".", "--fail-on", value],
                ["scan", ".", "--jobs", value], ["scan", ".", "--as-of", value],
                ["scan", ".", "--max-file-size", value], ["scan", ".", "--config", value],
                ["scan", ".", "--report", value], ["scan", ".", "--report", "\(value)=a"],
                ["scan", ".", "--report", "sarif=\(value)/a"], ["scan", ".", "--rules", value],
                ["scan", ".", "--fingerprint-key", value],
                ["scan", ".", "--sarif-profile", value],
                ["rules", "show", value], ["rules", "list", value], ["rules", "check", value],
                ["scan", ".", "--rules", "rules"], ["rules", "check", "rules"],
                ["rules", "check", "more"], ["rules", "check", "twice"],
                ["scan", ".", "--config", "keys.yml"], ["scan", ".", "--config", "values.yml"],
                ["scan", ".", "--config", "syntax.yml"], ["scan", ".", "--config", "glob.yml"],
                ["scan", ".", "--config", "names.yml"], ["scan", ".", "--config", "folders.yml"],
                ["inventory", value], ["inventory", ".", "--policy", value],
                ["inventory", ".", "--format", value],
                ["inventory", ".", "--output", "\(value)/a"],
                ["inventory", ".", "--policy", "policy.yml"],
                ["inventory", ".", "--policy", "parent.yml"],
                ["policy", "show", value], ["policy", "explain", value],
            ]
            for arguments in runs {
                let run = try ProgramRun(arguments, in: scene.path)
                #expect(run.status == 2, "\(arguments.dropLast())")
                let label = arguments.filter { !$0.contains(value) }.joined(separator: " ")
                try expectNoLeak(run, nil, planted.search, label)
            }
        }
    }

    /// Every planted text among things that an inventory lists, and in the names of files.
    @Test func inventoriesSayNoSecret() throws {
        let planted = try CanaryTests.planted()
        let scene = try Scene()
        for (path, text) in planted.content { try scene.write(path, Data(text)) }
        for (number, name) in planted.names.enumerated() where name.utf8.count < 200 {
            try scene.write(
                "\(name).py", "import hashlib, ssl", "hashlib.md5(b'\(name)')",
                "hashlib.new('\(name)')", "c.set_ciphers('\(name):HIGH')")
            try scene.write("\(number)/nginx.conf", "server { ssl_protocols \(name); }")
            try scene.write("\(number)/sshd_config", "Ciphers none@\(name),aes128-ctr")
        }
        for format in ["table", "json", "cyclonedx"] {
            let run = try scene.run("inventory", ".", "--format", format, "--verbose")
            #expect([0, 3].contains(run.status) && !run.output.isEmpty)
            try expectNoLeak(run, nil, planted.search, "an inventory as \(format)")
        }
    }

    @Test func unreadablePlacesSayNoSecret() throws {
        let planted = try CanaryTests.planted()
        for value in planted.names where value.count < 200 {
            let scene = try Scene()
            try scene.write("top/\(value)/large \(value).txt", String(repeating: "w", count: 4000))
            mkfifo(scene.url("top/pipe-\(value)").path, 0o600)
            try FileManager.default.createSymbolicLink(
                atPath: scene.url("top/link-\(value)").path,
                withDestinationPath: "../\(value)")
            let reports = try Scene()
            let run = try scene.run(
                "scan", "top", "--verbose", "--max-file-size", "1K", "--report", "text",
                "--report", "sarif=\(reports.path)/a.sarif", "--report",
                "json=\(reports.path)/a.json")
            #expect(run.status == 3)
            try expectNoLeak(run, reports, planted.search, "a scan with gaps")
        }
    }
}
