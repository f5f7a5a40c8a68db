import Foundation
import TestSupport
import Testing

/// What a command line, a configuration or a place in the file system can have wrong.
@Suite struct BadInputTests {
    /// Expects a status, a message on standard error that holds the words, and no report.
    private func expectRefusal(
        _ run: ProgramRun, status: Int32 = 2, _ words: String...,
        location: SourceLocation = #_sourceLocation
    ) {
        #expect(run.status == status, sourceLocation: location)
        for word in words {
            #expect(run.complaint.contains(word), "\(run.complaint)", sourceLocation: location)
        }
        #expect(run.output.isEmpty, sourceLocation: location)
    }

    @Test func missingPath() throws {
        let scene = try Scene()
        expectRefusal(try scene.run("scan", "nowhere.txt"), "nowhere.txt", "no such file")
        try scene.write("there.txt", "words")
        expectRefusal(try scene.run("scan", "there.txt", "nowhere.txt"), "nowhere.txt")
    }

    @Test func missingLog() throws {
        expectRefusal(try Scene().run("log", "nowhere.log"), "nowhere.log", "no such file")
    }

    @Test func folderInsteadOfALog() throws {
        expectRefusal(try Scene().run("log", "."), "a folder")
    }

    @Test func fileLargerThanTheLimitIsNamedAndNotClean() throws {
        let scene = try Scene()
        try scene.write("large.txt", String(repeating: "words ", count: 1000))
        let run = try scene.run("scan", ".", "--max-file-size", "1K", "--report", "json")
        #expect(run.status == 3)
        let report = try ParsedReport(run.output)
        #expect(!report.isComplete)
        #expect(report.gaps.count == 1)
        #expect(report.messages.contains("large.txt"))
    }

    @Test func unreadableFileIsNamedAndNotClean() throws {
        let scene = try Scene()
        try scene.write("closed.txt", "words")
        if geteuid() == 0 {
            // Root reads every file whatever its mode, but not the first page of a process.
            let run = try scene.run("scan", "/proc/self/mem", "--report", "json")
            #expect(run.status == 3)
            #expect(try ParsedReport(run.output).messages.contains("mem"))
        } else {
            chmod(scene.url("closed.txt").path, 0)
            let run = try scene.run("scan", ".", "--report", "json")
            #expect(run.status == 3)
            #expect(try ParsedReport(run.output).messages.contains("closed.txt"))
        }
    }

    @Test func fifoIsSkippedAndNamed() throws {
        let scene = try Scene()
        try scene.write("plain.txt", "words")
        try #require(mkfifo(scene.url("pipe").path, 0o600) == 0)
        let run = try HangGuard.run { try scene.run("scan", ".", "--report", "json") }
        #expect(run.status == 0)
        #expect(try ParsedReport(run.output).messages.contains("pipe"))
    }

    @Test func linkOutOfTheTreeIsNotFollowed() throws {
        let scene = try Scene()
        let secret = Made.key(1)
        try scene.write("outside.txt", "key = \(secret)")
        try scene.write("inside/plain.txt", "words")
        try FileManager.default.createSymbolicLink(
            atPath: scene.url("inside/link.txt").path, withDestinationPath: "../outside.txt")
        #expect(try scene.run("scan", "inside").status == 0)
    }

    @Test(arguments: [["history"], ["diff", "a...b"], ["staged"]])
    func noRepository(command: [String]) throws {
        let scene = try Scene()
        expectRefusal(try ProgramRun(command, in: scene.path), "repository")
    }

    @Test func missingRepository() throws {
        expectRefusal(try Scene().run("history", "nowhere"), "nowhere")
    }

    @Test(arguments: [
        ("fail-on: high\nfail-on: low\n", "2:1"),
        ("select: [a\n", "2:1"),
        ("colour: red\n", "1:1"),
        ("fail-on: severe\n", "1:10"),
        ("exclude:\n  - 'src/{a'\n", "2:3"),
        ("max-file-size: huge\n", "1:16"),
        ("- a list\n", "1:1"),
        ("inline-suppressions: never\n", "1:22"),
        ("select: &a [x]\nignore: *a\n", "2:9"),
    ])
    func configurationFault(text: String, place: String) throws {
        let scene = try Scene()
        try scene.write("conf.yml", Data(text.utf8))
        try scene.write("plain.txt", "words")
        expectRefusal(
            try scene.run("scan", "plain.txt", "--config", "conf.yml"), "conf.yml:\(place): ")
        try scene.write(".portcullis.yml", Data(text.utf8))
        expectRefusal(try scene.run("scan", "."), ".portcullis.yml:\(place): ")
        #expect(try scene.run("scan", "plain.txt", "--no-config").status == 0)
    }

    @Test func missingConfiguration() throws {
        expectRefusal(
            try Scene().run("scan", ".", "--config", "nowhere.yml"), "--config nowhere.yml")
    }

    @Test func unknownRuleInTheConfiguration() throws {
        let scene = try Scene()
        try scene.write(".portcullis.yml", "select: [no-such.rule]")
        expectRefusal(try scene.run("scan", "."), "no-such.rule")
    }

    @Test(arguments: ["--select", "--ignore"])
    func unknownRule(option: String) throws {
        expectRefusal(try Scene().run("scan", ".", option, "no-such.rule"), "no-such.rule")
    }

    @Test(arguments: [
        ["--report", "xml"], ["--report", "sarif="], ["--fail-on", "severe"], ["--jobs", "0"],
        ["--jobs", "many"], ["--as-of", "2026-02-30"], ["--max-file-size", "0"],
        ["--no-such-flag"], ["--config", "a.yml", "--no-config"], ["--sarif-profile", "other"],
        ["--report", "text", "--report", "json"],
    ])
    func wrongOption(options: [String]) throws {
        let scene = try Scene()
        expectRefusal(try ProgramRun(["scan", "."] + options, in: scene.path))
    }

    @Test func noSuchCommand() throws {
        expectRefusal(try Scene().run("explode"))
    }

    @Test(arguments: ["nowhere/a.sarif", "folder", "plain.txt/a.sarif"])
    func reportThatCannotBeWrittenIsFoundBeforeTheScan(path: String) throws {
        let scene = try Scene()
        try scene.write("folder/inner.txt", "words")
        try scene.write("plain.txt", "key = \(Made.key(2))")
        let run = try scene.run("scan", ".", "--report", "sarif=\(path)", "--report", "json=a.json")
        expectRefusal(run, path)
        #expect(try scene.names() == ["folder", "plain.txt"])
    }

    @Test func fullDiskIsAnErrorAndLeavesNoReport() throws {
        let scene = try Scene()
        try scene.write("plain.txt", "key = \(Made.key(3))")
        let run = try scene.run("scan", ".", "--report", "json", shell: #""$@" >/dev/full"#)
        // The verdict stands although its report could not be delivered.
        #expect(run.status == 1)
        #expect(run.complaint.contains("No space left") || run.complaint.contains("space"))
        let device = try scene.run("scan", ".", "--report", "json=/dev/full")
        #expect(device.status == 1)
        #expect(!device.complaint.isEmpty)
        try scene.write("plain.txt", "words")
        let clean = try scene.run("scan", ".", "--report", "json=/dev/full")
        #expect(clean.status == 3)
    }

    @Test func closedPipeIsAnErrorAndNoCrash() throws {
        let scene = try Scene()
        for number in 0..<200 {
            try scene.write("\(number).txt", "key = \(Made.key(1000 + UInt64(number)))")
        }
        let run = try scene.run(
            "scan", ".", "--report", "json",
            shell: #"{ sleep 0.2; "$@"; echo $? >status; } | true"#)
        let status = String(decoding: try scene.read("status"), as: UTF8.self)
        #expect(status == "1\n")
        #expect(run.complaint.contains("pipe") || run.complaint.contains("reader"))
    }

    @Test func brokenReportKeepsTheOneBefore() throws {
        let scene = try Scene()
        try scene.write("plain.txt", "words")
        try scene.write("old.sarif", "before")
        let run = try scene.run("scan", "nowhere", "--report", "sarif=old.sarif")
        #expect(run.status == 2)
        #expect(try scene.read("old.sarif") == Data("before\n".utf8))
        #expect(try scene.names() == ["old.sarif", "plain.txt"])
    }
}
