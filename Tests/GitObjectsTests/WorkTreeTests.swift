import Foundation
import GitObjects
import ScanModel
import TestSupport
import Testing

@Suite struct WorkTreeTests {
    @Test func tracksAndUntrackedButNotIgnored() throws {
        let (_, opened) = try Made.repository("work-tree")
        let plan = try opened.workTreeFiles()
        #expect(
            plan.files.map(\.path) == [
                ".gitignore", "build/tracked.txt", "cache/kept.txt", "src/main.txt",
                "src/untracked.txt",
            ])
        #expect(
            plan.files.filter(\.isTracked).map(\.path) == [
                ".gitignore", "build/tracked.txt", "src/main.txt",
            ])
        #expect(plan.symbolicLinks == ["folder-link", "link"])
        #expect(plan.specialFiles == ["pipe"])
        // src/noise.log, build/output.txt, cache/dropped.txt, ignored-only/build
        #expect(plan.ignoredCount == 4)
        #expect(plan.notices.isEmpty)
    }

    @Test(arguments: ["lifetime", "work-tree", "worktree", "staged", "rename"])
    func agreesWithGit(recipe: String) throws {
        let (built, opened) = try Made.repository(recipe)
        let listing = try built.git("ls-files", "-co", "--exclude-standard")
        let plan = try opened.workTreeFiles()
        let own = Set(plan.files.map(\.path) + plan.symbolicLinks)
        let oracle = Set(listing.split(separator: "\n").map(String.init)).filter {
            (try? FileManager.default.attributesOfItem(atPath: built.path() + "/" + $0)) != nil
        }
        #expect(own == oracle)
    }

    @Test func startsBelowPathsEvenIgnoredOnes() throws {
        let (_, opened) = try Made.repository("work-tree")
        #expect(
            try opened.workTreeFiles(below: ["src"]).files.map(\.path) == [
                "src/main.txt", "src/untracked.txt",
            ])
        #expect(
            try opened.workTreeFiles(below: ["./build/", "src/noise.log"]).files.map(\.path) == [
                "build/output.txt", "build/tracked.txt", "src/noise.log",
            ])
        #expect(try opened.workTreeFiles(below: ["src", "src", "."]).files.count == 5)
        for path in ["nowhere", "../x", "src/../../x"] {
            #expect(throws: GitError(.io, "")) { try opened.workTreeFiles(below: [path]) }
        }
    }

    @Test func otherRepositoriesAreNamed() throws {
        let (_, opened) = try Made.repository("submodule")
        let plan = try opened.workTreeFiles()
        #expect(plan.files.map(\.path) == [".gitmodules", "README.md"])
        #expect(plan.notices.map(\.code) == [.nestedRepository, .submodule])
        #expect(plan.notices.map(\.path) == ["nested", "vendor/library"])
    }

    @Test func namesThatAreNotUnicodeKeepTheirBytes() throws {
        let (built, opened) = try Made.repository("lifetime")
        let name: [CChar] = Array((built.path() + "/").utf8CString.dropLast()) + [-1, -2, 0]
        let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
        try #require(descriptor >= 0)
        close(descriptor)
        let file = try #require(opened.workTreeFiles().files.last)
        #expect(file.pathBytes == [0xFF, 0xFE])
    }
}
