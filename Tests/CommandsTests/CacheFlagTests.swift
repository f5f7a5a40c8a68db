import Foundation
import TestSupport
import Testing

/// `--cache`, `--no-cache` and the user's own cache folder.
@Suite struct CacheFlagTests {
    private func build() throws -> RecipeRepository {
        try RecipeRepository(
            "lifetime", environment: ["SECRET": Made.key(31), "SECRET_TWO": Made.key(32)])
    }

    private func run(
        _ built: RecipeRepository, _ arguments: String..., environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try ProgramRun(
            ["history", "--report", "json", "--as-of", "2026-11-21"] + arguments, in: built.path(),
            environment: environment)
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func reportsAreTheSameByteForByte() throws {
        let built = try build()
        let kept = try Scene()
        let without = try run(built, "--no-cache")
        #expect(without.status == 1)
        for _ in 0..<3 {
            let run = try run(built, "--cache", kept.path + "/a/b")
            #expect(run.status == 1)
            #expect(run.output == without.output)
        }
        #expect(try names(kept.url("a/b")).count == 2)
    }

    @Test func thresholdsAreAppliedAfterwards() throws {
        let built = try build()
        let kept = try Scene()
        #expect(try run(built, "--cache", kept.path).status == 1)
        #expect(try run(built, "--cache", kept.path, "--exit-zero").status == 0)
        #expect(try run(built, "--cache", kept.path, "--report", "sarif").status == 1)
        #expect(try names(kept.url("")).count == 2)
        let other = try run(built, "--cache", kept.path, "--ignore", Made.rule)
        #expect(other.status == 0)
        #expect(try names(kept.url("")).count == 3)
    }

    @Test func userFolderIsTheDefault() throws {
        let built = try build()
        let home = try Scene()
        let other = try Scene()
        _ = try run(built, environment: ["HOME": home.path, "XDG_CACHE_HOME": ""])
        #expect(try names(home.url(".cache/portcullis")).count == 2)
        _ = try run(built, environment: ["HOME": home.path, "XDG_CACHE_HOME": other.path])
        #expect(try names(other.url("portcullis")).count == 2)
        _ = try run(
            built, "--no-cache", environment: ["HOME": other.path, "XDG_CACHE_HOME": ""])
        #expect(try names(other.url("")) == ["portcullis"])
    }

    @Test func withoutAHomeThereIsNoCache() throws {
        let built = try build()
        let none = try Scene()
        let home = none.path + "/none"
        let without = try run(built, "--no-cache")
        let run = try run(built, environment: ["HOME": home, "XDG_CACHE_HOME": "relative"])
        #expect(run.output == without.output)
        #expect(try none.names().isEmpty)
    }

    @Test func contradictionsAreUsageErrors() throws {
        let built = try build()
        #expect(try run(built, "--cache", "x", "--no-cache").status == 2)
        #expect(try run(built, "--cache=").status == 2)
        #expect(try ProgramRun(["diff", "--cache", "x", "a...b"], in: built.path()).status == 2)
    }

    @Test func noFormOfASecretIsKept() throws {
        let search = try LeakSearch()
        search.add(Array(Made.key(31).utf8), twin: Array(Made.key(33).utf8))
        try search.seal()
        let built = try build()
        let kept = try Scene()
        #expect(try run(built, "--cache", kept.path).status == 1)
        #expect(try kept.names().count == 2)
        for name in try kept.names() {
            #expect(try search.forms(in: try kept.read(name)) == [])
        }
    }
}
