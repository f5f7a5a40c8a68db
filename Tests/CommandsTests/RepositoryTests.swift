import Foundation
import TestSupport
import Testing

/// The commands that read repositories, on the repositories that `fixtures/git` builds.
@Suite struct RepositoryTests {
    private static let secret = Made.key(21)
    private static let other = Made.key(22)

    private func build(_ recipe: String, _ more: [String: String] = [:]) throws
        -> RecipeRepository
    {
        try RecipeRepository(
            recipe,
            environment: ["SECRET": RepositoryTests.secret, "SECRET_TWO": RepositoryTests.other]
                .merging(more) { $1 })
    }

    private func run(
        _ built: RecipeRepository, _ arguments: String..., environment: [String: String] = [:]
    ) throws -> (status: Int32, report: ParsedReport, complaint: String) {
        let run = try ProgramRun(
            arguments + ["--report", "json"], in: built.path(), environment: environment)
        for secret in [RepositoryTests.secret, RepositoryTests.other] {
            #expect(!run.text.contains(secret.dropFirst(8)))
            #expect(!run.complaint.contains(secret.dropFirst(8)))
        }
        let report =
            try run.output.isEmpty ? ParsedReport(Data("{}".utf8)) : ParsedReport(run.output)
        return (run.status, report, run.complaint)
    }

    @Test(arguments: [
        "no-such..HEAD", "HEAD..no-such", "HEAD..", "a b..c", "..", "HEAD~99..HEAD", "--..HEAD",
    ])
    func badRangeIsNeverClean(range: String) throws {
        let built = try build("lifetime")
        let result = try run(built, "history", "--range=" + range)
        if range == "HEAD.." || range == ".." {
            // Git reads an empty end as HEAD: no commit, and nothing wrong.
            #expect(result.status == 0 || result.status == 2)
        } else {
            #expect(result.status == 2, "\(range)")
            #expect(!result.complaint.isEmpty)
        }
    }

    @Test func badRefAndBadRevisionsAreNeverClean() throws {
        let built = try build("lifetime")
        #expect(try run(built, "history", "--ref", "no-such").status == 2)
        #expect(try run(built, "diff", "no-such...main").status == 2)
        #expect(try run(built, "diff", "main...no-such").status == 2)
        #expect(try run(built, "diff", "main").status == 2)
        #expect(try run(try build("unrelated"), "diff", "main...other").status == 2)
    }

    @Test func rangeTakesItsCommitsOnly() throws {
        let built = try build("lifetime")
        #expect(try run(built, "history", "--range", "HEAD~4..HEAD~3").status == 1)
        #expect(try run(built, "history", "--range", "HEAD~1..HEAD").status == 0)
    }

    @Test func historyTellsTheLifeOfASecret() throws {
        let built = try build("lifetime")
        let result = try run(built, "history")
        #expect(result.status == 1)
        #expect(result.report.rules == [Made.rule])
        #expect(result.report.paths == ["config/app.env"])
        let history = try #require(result.report.findings.first?["history"] as? [String: Any])
        let introduced = try #require(history["introduced"] as? [String: Any])
        let removed = try #require(history["removed"] as? [String: Any])
        #expect(introduced["id"] as? String == (try built.git("rev-parse", "HEAD~3")))
        #expect(removed["id"] as? String == (try built.git("rev-parse", "HEAD~1")))
        #expect(introduced["authorName"] as? String == "Ada Example")
        #expect(introduced["authorEmail"] == nil)
        #expect(history["atHead"] as? Bool == false)
        #expect(history["blobCount"] as? Int == 2)
        let lastHeld = try #require(history["lastHeld"] as? [String: Any])
        #expect(lastHeld["id"] as? String == (try built.git("rev-parse", "HEAD~2")))
        #expect(history["refs"] as? [String] == ["refs/heads/main"])
        #expect(history["unreachable"] as? Bool == false)
    }

    @Test func unreachableIsToldOnlyOnRequest() throws {
        let built = try build("lifetime")
        _ = try built.git("checkout", "-q", "--orphan", "other")
        _ = try built.git(
            "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "-q",
            "--allow-empty", "-m", "Begin anew")
        _ = try built.git("branch", "-q", "-D", "main")
        _ = try built.git("reflog", "expire", "--expire=now", "--all")
        let usual = try run(built, "history")
        #expect(usual.status == 0)
        #expect(usual.report.objects?["read"] == usual.report.objects?["expected"])
        let all = try run(built, "history", "--unreachable")
        #expect(all.status == 1)
        let history = try #require(all.report.findings.first?["history"] as? [String: Any])
        #expect(history["unreachable"] as? Bool == true)
        #expect(history["refs"] as? [String] == [])
    }

    @Test(arguments: ["lifetime", "octopus", "tag-message", "sha256", "alternates", "unborn"])
    func objectsAreThoseOfGit(recipe: String) throws {
        let built = try build(recipe)
        let lines = try built.git(
            "cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectsize)"
        ).split(separator: "\n").map { $0.split(separator: " ") }
        let objects = try #require(try run(built, "history", "--verify-delta").report.objects)
        #expect(objects["expected"] == lines.count)
        #expect(objects["read"] == lines.count)
        #expect(objects["skipped"] == 0)
        #expect(objects["bytes"] == lines.compactMap { Int($0[1]) }.reduce(0, +))
    }

    @Test func manyVersionsAreOneFinding() throws {
        let result = try run(try build("repeated"), "history")
        #expect(result.status == 1)
        #expect(result.report.findings.count == 1)
        let history = try #require(result.report.findings.first?["history"] as? [String: Any])
        #expect(history["blobCount"] as? Int == 9)
        #expect(history["atHead"] as? Bool == true)
        #expect(history["paths"] as? [String] == ["app.env", "copy.env"])
    }

    @Test(arguments: [
        "merge-only", "bare", "alternates", "stash", "reflog-only", "octopus", "worktree",
        "detached", "rename", "added-then-removed",
    ])
    func historySeesTheSecret(recipe: String) throws {
        let result = try run(try build(recipe), "history")
        #expect(result.status == 1)
        #expect(Set(result.report.rules) == [Made.rule])
        #expect(result.report.isComplete)
    }

    @Test func mergeOnlySecretHasTheMergeAsItsOrigin() throws {
        let built = try build("merge-only")
        let history = try run(built, "history").report.findings.first?["history"]
        let introduced = (history as? [String: Any])?["introduced"] as? [String: Any]
        #expect(introduced?["id"] as? String == (try built.git("rev-parse", "HEAD")))
    }

    @Test func tagMessageIsRead() throws {
        let result = try run(try build("tag-message"), "history")
        #expect(result.status == 1)
        #expect(result.report.rules == [Made.rule])
        #expect(result.report.sources == ["tag-message"])
    }

    @Test func commitMessageIsRead() throws {
        let result = try run(try build("commit-message"), "history")
        #expect(result.status == 1)
        #expect(result.report.sources == ["commit-message"])
    }

    @Test func wideTextIsRead() throws {
        let built = try build("utf16")
        for command in ["history", "scan"] {
            let result = try run(built, command)
            #expect(result.status == 1)
            #expect(result.report.rules == [Made.rule])
            #expect(result.report.locations.first?["startLine"] as? Int == 1)
            #expect(result.report.locations.first?["startColumn"] as? Int == 7)
        }
    }

    @Test func attributesHideNothing() throws {
        let built = try build("attributes")
        for arguments in [["history"], ["diff", "HEAD~1...HEAD"]] {
            let run = try ProgramRun(arguments + ["--report", "json"], in: built.path())
            #expect(run.status == 1)
            let report = try ParsedReport(run.output)
            #expect(Set(report.findings.compactMap { $0["fingerprint"] as? String }).count == 2)
            #expect(report.isComplete)
        }
        _ = try built.git("reset", "-q", "--soft", "HEAD~1")
        let staged = try run(built, "staged")
        #expect(staged.status == 1)
        // The secret of a.env stands in c.bin as well: one finding.
        #expect(staged.report.paths == ["a.env", "b.conf"])
    }

    @Test func shallowCloneIsIncompleteUnlessAllowed() throws {
        let built = try build("shallow")
        let result = try run(built, "history", "--exit-zero")
        #expect(result.status == 3)
        #expect(!result.report.isComplete)
        #expect(result.report.messages.contains("shallow"))
        #expect(try run(built, "history", "--allow-shallow", "--exit-zero").status == 0)
    }

    @Test(arguments: ["blob", "tree", "commit"])
    func corruptObjectIsNamed(kind: String) throws {
        let built = try build("corrupt-object", ["KIND": kind])
        let result = try run(built, "history", "--exit-zero")
        #expect(result.status == 3)
        #expect(!result.report.isComplete)
        let id = try damagedObject(kind)
        #expect(result.report.messages.contains(id), "\(result.report.messages)\(result.complaint)")
    }

    @Test(arguments: ["blob", "tree", "commit"])
    func missingObjectIsNamed(kind: String) throws {
        let built = try build("missing-object", ["KIND": kind])
        let result = try run(built, "history", "--exit-zero")
        #expect(result.status == 3)
        #expect(result.report.messages.contains(try damagedObject(kind)))
    }

    /// The id that the recipes with damage choose; the same commands give the same ids.
    private func damagedObject(_ kind: String) throws -> String {
        let sound = try build("sound")
        switch kind {
        case "blob": return try sound.git("rev-parse", "HEAD:folder/secret.env")
        case "tree": return try sound.git("rev-parse", "HEAD:folder")
        default: return try sound.git("rev-parse", "HEAD~1")
        }
    }

    @Test func findingsAndDamageTogetherBlock() throws {
        let built = try build("corrupt-object", ["KIND": "tree"])
        _ = try built.git(
            "-c", "user.name=Ada", "-c", "user.email=ada@example.com", "tag", "-a", "-m",
            "with \(RepositoryTests.other)", "v1", "HEAD~2")
        let result = try run(built, "history")
        #expect(result.status == 1)
        #expect(!result.report.isComplete)
    }

    @Test func sha256IsReadAsAllOthersAre() throws {
        let built = try build("sha256")
        let history = try run(built, "history")
        #expect(history.status == 1 && history.report.isComplete)
        #expect(history.report.paths == ["config/app.env"])
        let staged = try run(built, "staged")
        #expect(staged.status == 1 && staged.report.paths == ["staged.env"])
        let change = try run(built, "diff", "main...topic~1")
        #expect(change.status == 1 && change.report.paths == ["config/app.env"])
    }

    @Test func emptyRepositoryIsClean() throws {
        let built = try build("empty")
        #expect(try run(built, "history").status == 0)
        #expect(try run(built, "staged").status == 0)
        #expect(try run(built, "scan").status == 0)
    }

    @Test func unbornHeadHasItsIndex() throws {
        let result = try run(try build("unborn"), "staged")
        #expect(result.status == 1)
        #expect(result.report.paths == ["app.env"])
        #expect(result.report.sources == ["index-entry"])
    }

    @Test func submoduleIsNamed() throws {
        let built = try build("submodule")
        let result = try run(built, "history", "--exit-zero")
        #expect(result.report.messages.contains("submodule"))
    }

    @Test func partialCloneIsIncomplete() throws {
        let result = try run(try build("partial"), "history", "--exit-zero")
        #expect(result.status == 3)
        #expect(!result.report.isComplete)
    }

    // MARK: - diff

    @Test func diffSeesWhatWasAddedAndRemovedAgain() throws {
        let built = try build("added-then-removed")
        let result = try run(built, "diff", "main...topic")
        #expect(result.status == 1)
        #expect(result.report.rules == [Made.rule])
        #expect(result.report.paths == ["src/app.env"])
        #expect(try run(built, "diff", "topic...main").status == 0)
    }

    @Test func diffJudgesMisuseAtHeadOnly() throws {
        let result = try run(try build("passing-misuse"), "diff", "main...topic")
        #expect(result.status == 1)
        #expect(Set(result.report.paths) == ["stays.py"])
    }

    @Test func movedLinesAreNotNew() throws {
        let built = try build("moved-lines")
        let result = try run(built, "diff", "main...topic")
        #expect(result.status == 0)
        #expect(result.report.findings.isEmpty)
        _ = try built.git("reset", "-q", "--soft", "main")
        #expect(try run(built, "staged").status == 0)
    }

    @Test func allowanceInTheChangeDoesNotCount() throws {
        let built = try build("self-allowed")
        #expect(try run(built, "diff", "main...HEAD").status == 1)
        #expect(try run(built, "staged").status == 1)
        // Once it stands at the base it does.
        #expect(try run(built, "scan").status == 0)
    }

    @Test func configurationInTheChangeDoesNotCount() throws {
        let built = try build("self-configured")
        let diff = try run(built, "diff", "main...topic")
        #expect(diff.status == 1)
        #expect(diff.report.codes.contains("gate.configuration-changed"))
        let staged = try run(built, "staged")
        #expect(staged.status == 1)
        #expect(staged.report.paths == ["more.py"])
    }

    // MARK: - staged

    @Test func stagedReadsTheIndexAndNotTheWorkTree() throws {
        let built = try build("staged")
        let result = try run(built, "staged")
        #expect(result.status == 1)
        #expect(Set(result.report.rules) == [Made.rule])
        let places =
            result.report.paths
            + result.report.findings.flatMap { $0["otherLocations"] as? [[String: Any]] ?? [] }
            .compactMap { $0["path"] as? String }
        #expect(Set(places) == ["added/new.env", "changed.txt"])
        #expect(try run(built, "scan").status == 0)
    }

    @Test func otherIndexIsHonoured() throws {
        let built = try build("staged")
        let path = built.path() + "/.git/other-index"
        let empty = try ProgramRun(
            ["staged"], in: built.path(), environment: ["GIT_INDEX_FILE": path])
        #expect(empty.status == 0)
        try FileManager.default.moveItem(atPath: built.path() + "/.git/index", toPath: path)
        #expect(try run(built, "staged").status == 0)
        let other = try run(built, "staged", environment: ["GIT_INDEX_FILE": path])
        #expect(other.status == 1)
    }

    @Test func conflictIsNotClean() throws {
        let result = try run(try build("conflict"), "staged", "--exit-zero")
        #expect(result.status == 3 || result.status == 0)
    }
}
