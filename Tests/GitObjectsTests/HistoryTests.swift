import GitObjects
import ScanModel
import TestSupport
import Testing

@Suite struct HistoryTests {
    @Test(arguments: [
        "lifetime", "added-then-removed", "merge-only", "tag-message", "replace", "worktree",
        "bare", "detached", "stash", "reflog-only", "alternates", "octopus", "criss-cross",
        "rename", "utf16", "attributes", "submodule", "unrelated",
    ])
    func namesTheBlobsAndCommitsThatGitNames(recipe: String) throws {
        let (built, opened) = try Made.repository(recipe)
        let plan = try opened.history(HistoryRequest())
        let listing = try built.git("rev-list", "--objects", "--all", "--reflog")
        var blobs: Set<String> = []
        var commits: Set<String> = []
        for line in listing.split(separator: "\n") {
            let id = String(line.prefix(40))
            switch try built.git("cat-file", "-t", id) {
            case "blob": blobs.insert(id)
            case "commit": commits.insert(id)
            default: continue
            }
        }
        #expect(Set(plan.blobs.map(\.id.hex)) == blobs)
        #expect(plan.blobs.count == blobs.count)
        // The graft of `replace` hides a commit from git's own walk, and must not from ours.
        let own = Set(plan.messages.filter { $0.kind == .commit }.map(\.id.hex))
        #expect(recipe == "replace" ? own.isSuperset(of: commits) : own == commits)
        #expect(plan.notices.allSatisfy { !$0.isIncomplete })
    }

    @Test func twoRunsGiveTheSamePlan() throws {
        let (_, opened) = try Made.repository("octopus")
        let first = try opened.history(HistoryRequest())
        let second = try opened.history(HistoryRequest())
        #expect(first.blobs == second.blobs)
        #expect(first.messages == second.messages)
    }

    @Test func knowsWhatIsAtHead() throws {
        let (_, opened) = try Made.repository("lifetime")
        let plan = try opened.history(HistoryRequest())
        let secrets = opened.blobs(holding: Made.secret, in: plan)
        #expect(secrets.count == 2)
        #expect(secrets.allSatisfy { !$0.isAtHead && $0.paths == ["config/app.env"] })
        #expect(plan.blobs.filter(\.isAtHead).count == 1)
    }

    @Test(arguments: [
        "attributes", "merge-only", "replace", "detached", "stash", "reflog-only", "alternates",
        "octopus", "worktree", "bare",
    ])
    func findsTheSecret(recipe: String) throws {
        let (_, opened) = try Made.repository(recipe)
        let plan = try opened.history(HistoryRequest())
        #expect(opened.holds(Made.secret, in: plan))
    }

    @Test func stashHoldsUntrackedFilesToo() throws {
        let (_, opened) = try Made.repository("stash")
        let plan = try opened.history(HistoryRequest())
        #expect(opened.holds(Made.secretTwo, in: plan))
    }

    @Test func unreachableObjectsComeOnlyWhenAskedFor() throws {
        let (_, opened) = try Made.repository("reflog-only")
        #expect(try !opened.holds(Made.secretTwo, in: opened.history(HistoryRequest())))
        let plan = try opened.history(HistoryRequest(includesUnreachable: true))
        let found = opened.blobs(holding: Made.secretTwo, in: plan)
        #expect(found.count == 1 && found[0].paths.isEmpty)
        let blobs = try opened.reader.allObjectIDs().filter {
            try opened.reader.header($0).kind == .blob
        }
        #expect(Set(plan.blobs.map(\.id)) == Set(blobs))
    }

    @Test func tagMessagesAreNamed() throws {
        let (_, opened) = try Made.repository("tag-message")
        let plan = try opened.history(HistoryRequest())
        let tags = plan.messages.filter { $0.kind == .tag }
        #expect(tags.count == 2)
        let texts = try tags.map { try opened.tagDetails($0.id) }
        #expect(texts.contains { GitRepository.text($0.bytes).contains(Made.secret.value) })
        #expect(Set(texts.map(\.name)) == ["v1.0", "outer"])
        #expect(texts.allSatisfy { $0.tagger?.name == "Cyn Example" })
    }

    @Test func replacedBlobsAreReadAsTheyAre() throws {
        let (built, opened) = try Made.repository("replace")
        let blob = try #require(
            ObjectID(hex: built.git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/replace"))
        )
        #expect(opened.holds(Made.secret, in: blob))
    }

    @Test func utf16ComesUnchanged() throws {
        let (_, opened) = try Made.repository("utf16")
        let plan = try opened.history(HistoryRequest())
        let bytes = try opened.readBlob(#require(plan.blobs.first).id)
        #expect(bytes.withUnsafeBytes { $0.prefix(2).sorted() } == [0xFE, 0xFF])
    }

    @Test(arguments: ["nowhere..HEAD", "HEAD..nowhere", "HEAD", "..", "HEAD...HEAD", ""])
    func badRangeIsAnError(range: String) throws {
        let (_, opened) = try Made.repository("lifetime")
        #expect(throws: GitError(.badRevision, "")) {
            try opened.history(HistoryRequest(range: range))
        }
    }

    @Test func badRefIsAnError() throws {
        let (_, opened) = try Made.repository("lifetime")
        #expect(throws: GitError(.badRevision, "")) {
            try opened.history(HistoryRequest(refs: ["refs/heads/nowhere"]))
        }
    }

    @Test func rangeTakesWhatItsCommitsAdd() throws {
        let (_, opened) = try Made.repository("lifetime")
        let plan = try opened.history(HistoryRequest(range: "HEAD~4..HEAD~2"))
        #expect(plan.commitCount == 2)
        #expect(plan.blobs.count == 2)
        #expect(plan.blobs.allSatisfy { $0.paths == ["config/app.env"] && !$0.isAtHead })
        let later = try opened.history(HistoryRequest(range: "HEAD~2.."))
        #expect(later.commitCount == 2)
        #expect(later.blobs.map(\.paths) == [["README.md"]])
        #expect(later.blobs.allSatisfy { $0.isAtHead })
        #expect(try opened.history(HistoryRequest(range: "HEAD..HEAD")).commitCount == 0)
    }

    @Test func sinceTakesLaterCommits() throws {
        let (built, opened) = try Made.repository("lifetime")
        let seconds = try #require(Int64(built.git("log", "-1", "--format=%ct", "HEAD~2")))
        let plan = try opened.history(
            HistoryRequest(since: Timestamp(secondsSince1970: seconds)))
        #expect(plan.commitCount == 3)
        #expect(plan.blobs.count == 2)
    }

    @Test func refsLimitTheWalk() throws {
        let (_, opened) = try Made.repository("unrelated")
        let plan = try opened.history(HistoryRequest(refs: ["other"]))
        #expect(plan.commitCount == 1)
        #expect(Set(plan.blobs.flatMap(\.paths)) == ["README.md", "other.txt"])
    }

    @Test func submodulesAreNamed() throws {
        let (_, opened) = try Made.repository("submodule")
        let plan = try opened.history(HistoryRequest())
        let notices = plan.notices.filter { $0.code == .submodule }
        #expect(notices.map(\.path) == ["vendor/library"])
        #expect(!opened.holds(Made.secret, in: plan))
    }

    @Test func emptyRepositoryGivesAnEmptyPlan() throws {
        let (_, opened) = try Made.repository("empty")
        let plan = try opened.history(HistoryRequest())
        #expect(plan.blobs.isEmpty && plan.messages.isEmpty && plan.notices.isEmpty)
    }
}
