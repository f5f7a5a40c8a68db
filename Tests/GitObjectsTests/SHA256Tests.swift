import GitObjects
import ScanModel
import TestSupport
import Testing

/// Repositories whose ids are SHA-256 are read as all others are.
@Suite struct SHA256Tests {
    private static func repository() throws -> (built: RecipeRepository, opened: GitRepository) {
        try Made.repository("sha256")
    }

    @Test func historyIsRead() throws {
        let (built, opened) = try SHA256Tests.repository()
        #expect(opened.info.objectFormat == .sha256)
        #expect(try opened.info.head == .branch(name: "main", commit: built.id("HEAD")))
        let plan = try opened.history(HistoryRequest())
        #expect(plan.notices.isEmpty)
        #expect(plan.commitCount == 5)
        let blob = try #require(opened.blobs(holding: Made.secret, in: plan).first)
        #expect(blob.paths == ["config/app.env"] && blob.isAtHead == false)
        let attribution = try opened.attribute(groups: [[blob.id]], request: HistoryRequest())
        #expect(try attribution[0].introduced == built.id("topic~1"))
        #expect(try attribution[0].removed == built.id("topic"))
    }

    @Test func changesAreRead() throws {
        let (built, opened) = try SHA256Tests.repository()
        let plan = try opened.changes(base: "main", head: "topic~1")
        #expect(try plan.mergeBases == [built.id("main~2")])
        #expect(plan.changedPaths.map(\.path) == ["config/app.env"])
        #expect(plan.notices.isEmpty)
        let range = try opened.history(HistoryRequest(range: "main..topic"))
        #expect(opened.holds(Made.secret, in: range))
    }

    @Test func indexAndWorkTreeAreRead() throws {
        let (_, opened) = try SHA256Tests.repository()
        let staged = try opened.stagedChanges()
        #expect(staged.changedPaths.map(\.path) == ["staged.env"])
        #expect(staged.notices.isEmpty)
        let tree = try opened.workTreeFiles()
        #expect(tree.files.map(\.path).contains("staged.env"))
        #expect(!tree.files.map(\.path).contains("ignored.log"))
    }

    @Test(arguments: [
        "HEAD", "@", "main", "topic", "heads/topic", "refs/heads/topic", "v1", "v1^{}",
        "v1^{commit}", "v1^{tree}", "tags/v1", "HEAD~1", "HEAD^", "HEAD^1", "HEAD^0", "HEAD~0",
        "topic~2^{tree}", "topic^^", "topic~1~1", "v1~1", "@~1", "HEAD^{tree}", "HEAD^{object}",
    ])
    func revisionsNameWhatGitSays(revision: String) throws {
        let (built, opened) = try SHA256Tests.repository()
        #expect(try opened.resolve(revision) == built.id(revision))
    }

    @Test func idsMayBeShortened() throws {
        let (built, opened) = try SHA256Tests.repository()
        let id = try built.id("topic")
        for count in [10, 11, 40, 64] {
            #expect(try opened.resolve(String(id.hex.prefix(count))) == id)
        }
        #expect(
            try opened.resolve(id.hex.prefix(12).uppercased() + "^{tree}")
                == built.id("topic^{tree}"))
    }

    @Test func shortIDsOfSeveralObjectsAreRefused() throws {
        // Among so many objects some share four digits.
        var writer = PackWriter(.sha256)
        for number in 0..<1500 { writer.append(.whole(.blob, Array("\(number)".utf8))) }
        let files = writer.files()
        let made = try PackedRepository(.sha256, packs: [files])
        let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
        let groups = Dictionary(grouping: files.objects) { String($0.id.hex.prefix(4)) }
        for (prefix, objects) in groups.sorted(by: { $0.key < $1.key }).prefix(200) {
            if objects.count == 1 {
                #expect(try opened.resolve(prefix) == objects[0].id)
            } else {
                #expect(throws: GitError(.badRevision, "")) { try opened.resolve(prefix) }
            }
        }
        #expect(groups.contains { $0.value.count > 1 })
    }

    @Test(arguments: [
        "", "nowhere", "main~99", "main^3", "HEAD^{", "HEAD^{blob}", "HEAD^{/word}", "@{1}",
        "abc", "../HEAD", "config", "HEAD~99999999999999999999", "HEAD:README.md", "main..topic",
        "0000000000000000000000000000000000000000000000000000000000000000",
    ])
    func badRevisionsAreRefused(revision: String) throws {
        let (_, opened) = try SHA256Tests.repository()
        #expect(throws: GitError(.badRevision, "")) { try opened.resolve(revision) }
    }
}
