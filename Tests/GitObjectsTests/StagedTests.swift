import Foundation
import GitObjects
import ScanModel
import TestSupport
import Testing

@Suite struct StagedTests {
    @Test(arguments: ["2", "4"])
    func everyKindOfChangeIsSeen(version: String) throws {
        let (built, opened) = try Made.repository("staged")
        _ = try built.git("update-index", "--index-version", version)
        let plan = try opened.stagedChanges()
        let oracle = try built.git("diff", "--cached", "--raw", "--no-renames", "--no-abbrev")
        let lines = oracle.split(separator: "\n").map { line in
            let fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            return "\(fields[5]) \(fields[2]) \(fields[3])"
        }
        let none = String(repeating: "0", count: 40)
        let own = plan.changedPaths.map {
            "\($0.path) \($0.base?.blob.hex ?? none) \($0.head?.blob.hex ?? none)"
        }
        #expect(own.sorted() == lines.sorted())
        let changed = try #require(plan.changedPaths.first { $0.path == "changed.txt" })
        #expect(try opened.holds(Made.secret, in: #require(changed.head?.blob)))
        #expect(plan.changedPaths.first { $0.path == "link" }?.head?.isSymbolicLink == true)
        #expect(plan.notices.isEmpty)
    }

    @Test(arguments: ["lifetime", "octopus", "worktree", "submodule", "alternates"])
    func agreesWithGit(recipe: String) throws {
        let (built, opened) = try Made.repository(recipe)
        let oracle = try built.git("diff", "--cached", "--name-only", "--no-renames")
        let own = try opened.stagedChanges().changedPaths.map(\.path)
        #expect(own == oracle.split(separator: "\n").map(String.init))
    }

    @Test func cachedTreesDoNotHideChanges() throws {
        let (built, opened) = try Made.repository("staged")
        // Fills the cached trees with what is staged, then with what HEAD has.
        _ = try built.git("write-tree")
        #expect(try opened.stagedChanges().changedPaths.contains { $0.path == "added/new.env" })
        _ = try built.git("read-tree", "HEAD")
        #expect(try opened.stagedChanges().changedPaths.isEmpty)
    }

    @Test func unbornHeadTakesTheWholeIndex() throws {
        let (_, opened) = try Made.repository("unborn")
        let plan = try opened.stagedChanges()
        #expect(plan.changedPaths.map(\.path) == ["app.env", "folder/plain.txt"])
        #expect(plan.changedPaths.allSatisfy { $0.base == nil })
    }

    @Test func missingIndexIsEmpty() throws {
        let (_, opened) = try Made.repository("empty")
        #expect(try opened.stagedChanges().changedPaths.isEmpty)
    }

    @Test func renameIsKnownByItsBlob() throws {
        let (_, opened) = try Made.repository("rename")
        let plan = try opened.stagedChanges()
        let added = try #require(plan.changedPaths.first { $0.path == "third.env" })
        #expect(added.renamedFrom == "second.env")
    }

    @Test func intentToAddIsNotStaged() throws {
        let (_, opened) = try Made.repository("intent-to-add")
        #expect(try opened.stagedChanges().changedPaths.map(\.path) == ["now.txt"])
    }

    @Test func conflictIsNamed() throws {
        let (_, opened) = try Made.repository("conflict")
        let plan = try opened.stagedChanges()
        #expect(plan.changedPaths.map(\.path) == ["app.env"])
        #expect(plan.notices.map(\.code) == [.indexConflict])
        #expect(plan.notices[0].path == "both.txt" && plan.notices[0].isIncomplete)
    }

    @Test func indexFileOfTheEnvironmentIsRead() throws {
        let (built, _) = try Made.repository("staged")
        let other = built.path("other-index")
        try FileManager.default.copyItem(
            atPath: built.path("repository/.git/index"), toPath: other)
        _ = try built.git("read-tree", "HEAD")
        for file in [other, "../other-index"] {
            let opened = try GitRepository.open(
                at: built.path(), environment: GitEnvironment(indexFile: file))
            #expect(try opened.stagedChanges().changedPaths.contains { $0.path == "changed.txt" })
        }
    }

    @Test func splitIndexIsRefusedInWords() throws {
        let (built, opened) = try Made.repository("staged")
        _ = try built.git("update-index", "--split-index")
        let error = #expect(throws: GitError.self) { try opened.stagedChanges() }
        #expect(error?.code == .unsupportedIndex)
        #expect(error?.message.contains("--no-split-index") == true)
    }

    @Test func sparseIndexIsRead() throws {
        let (built, opened) = try Made.repository("added-then-removed")
        _ = try built.git("checkout", "-q", "topic")
        _ = try built.git("sparse-checkout", "set", "--cone", "--sparse-index", "nothing")
        _ = try built.git("reset", "-q", "--soft", "topic~2")
        let paths = try opened.stagedChanges().changedPaths.map(\.path)
        let refreshed = try GitRepository.open(at: built.path(), environment: GitEnvironment())
        let own = try refreshed.stagedChanges().changedPaths.map(\.path)
        let oracle = try built.git("diff", "--cached", "--name-only", "--no-renames")
        #expect(own == oracle.split(separator: "\n").map(String.init))
        #expect(own.contains("src/app.env"))
        #expect(paths.isEmpty == false)
    }

    @Test func tornIndexIsAnErrorAndNeverATrap() throws {
        let (built, opened) = try Made.repository("staged")
        _ = try built.git("write-tree")
        let path = built.path("repository/.git/index")
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        var random = SystemRandomNumberGenerator()
        for count in stride(from: 0, to: whole.count, by: 7) {
            try whole.prefix(count).write(to: URL(fileURLWithPath: path))
            _ = try? opened.stagedChanges()
            var bent = whole
            bent[count] = UInt8.random(in: 0...255, using: &random)
            try bent.write(to: URL(fileURLWithPath: path))
            _ = try? opened.stagedChanges()
        }
        try whole.prefix(40).write(to: URL(fileURLWithPath: path))
        #expect(throws: GitError(.corruptIndex, "")) { try opened.stagedChanges() }
    }
}
