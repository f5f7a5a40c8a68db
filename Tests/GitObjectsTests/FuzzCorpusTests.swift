import Foundation
import Testing

/// What the fuzzers found worth keeping, and every input that once broke something.
@Suite struct FuzzCorpusTests {
    private static let corpora = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "fixtures/fuzz")

    @Test(arguments: FuzzTarget.allCases)
    func corpusBreaksNothing(target: FuzzTarget) async throws {
        let folder = Self.corpora.appending(path: target.rawValue)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(!files.isEmpty)
        for file in files {
            let input = try Data(contentsOf: folder.appending(path: file))
            do {
                try await target.run([UInt8](input))
            } catch {
                Issue.record("\(target.rawValue)/\(file): \(error)")
            }
        }
    }

    @Test func everyTargetHasAnExecutable() throws {
        let sources = Self.corpora.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Tests/Fuzz/Sources")
        let names = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        #expect(
            Set(names).isSuperset(of: FuzzTarget.allCases.map { "fuzz-\($0.rawValue)" }))
    }
}
