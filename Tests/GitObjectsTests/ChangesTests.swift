import GitObjects
import ScanModel
import TestSupport
import Testing

@Suite struct ChangesTests {
    @Test func everyCommitOfABranchIsSeen() throws {
        let (built, opened) = try Made.repository("added-then-removed")
        let plan = try opened.changes(base: "main", head: "topic")
        #expect(try plan.mergeBases == [built.id("main~1")])
        #expect(
            try plan.commits.map(\.id) == [
                built.id("topic~2"), built.id("topic~1"), built.id("topic"),
            ])
        let added = plan.commits.flatMap(\.added)
        #expect(
            added.contains { $0.path == "src/app.env" && opened.holds(Made.secret, in: $0.blob) })
        #expect(plan.changedPaths.map(\.path) == ["README.md", "old.txt", "src/app.txt"])
        let readme = plan.changedPaths[0]
        #expect(try readme.base?.blob == built.id("main:README.md"))
        #expect(try readme.head?.blob == built.id("topic:README.md"))
        #expect(plan.changedPaths[1].head == nil)
        #expect(plan.changedPaths[2].base == nil)
    }

    @Test func mergeOnlyContentIsTheMergesAlone() throws {
        let (_, opened) = try Made.repository("merge-only")
        let plan = try opened.changes(base: "HEAD^1", head: "HEAD")
        #expect(plan.commits.last?.added.map(\.path) == ["merged.env"])
        #expect(plan.changedPaths.map(\.path) == ["merged.env", "topic.txt"])
    }

    @Test func severalMergeBasesCountTogether() throws {
        let (built, opened) = try Made.repository("criss-cross")
        let plan = try opened.changes(base: "main", head: "topic")
        let oracle = try built.git("merge-base", "--all", "main", "topic").split(separator: "\n")
        #expect(Set(plan.mergeBases.map(\.hex)) == Set(oracle.map(String.init)))
        #expect(plan.mergeBases.count == 2)
        #expect(plan.changedPaths.map(\.path) == ["app.env"])
    }

    @Test(arguments: [("main", "topic"), ("topic", "main"), ("fork", "main"), ("main", "fork")])
    func datesThatLieDoNotMatter(base: String, head: String) throws {
        let (built, opened) = try Made.repository("skewed-dates")
        let plan = try opened.changes(base: base, head: head)
        let oracle = try built.git("rev-list", "\(base)..\(head)").split(separator: "\n")
        #expect(Set(plan.commits.map(\.id.hex)) == Set(oracle.map(String.init)))
        #expect(try plan.mergeBases == [built.id("fork")])
    }

    @Test func noCommonAncestorIsAnError() throws {
        let (_, opened) = try Made.repository("unrelated")
        #expect(throws: GitError(.noMergeBase, "")) {
            try opened.changes(base: "main", head: "other")
        }
    }

    @Test func unknownRevisionIsAnError() throws {
        let (_, opened) = try Made.repository("lifetime")
        #expect(throws: GitError(.badRevision, "")) {
            try opened.changes(base: "main", head: "nowhere")
        }
        #expect(throws: GitError(.badRevision, "")) {
            try opened.changes(base: "main:README.md", head: "main")
        }
    }

    @Test func annotatedTagsNameTheirCommit() throws {
        let (_, opened) = try Made.repository("tag-message")
        let plan = try opened.changes(base: "outer", head: "main")
        #expect(plan.commits.isEmpty && plan.changedPaths.isEmpty)
    }
}
