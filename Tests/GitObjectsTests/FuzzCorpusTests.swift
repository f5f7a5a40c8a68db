import Foundation
import TestSupport
import Testing

@Suite struct FuzzCorpusTests {
    @Test(arguments: FuzzTarget.allCases)
    func corpusBreaksNothing(target: FuzzTarget) async throws {
        for input in try FuzzCorpus.inputs(of: target.rawValue) {
            do {
                try await target.run(input.bytes)
            } catch {
                Issue.record("\(input.name): \(error)")
            }
        }
    }

    @Test func everyTargetHasAnExecutable() throws {
        let sources = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fuzz/Sources")
        let names = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        #expect(
            Set(names).isSuperset(of: FuzzTarget.allCases.map { "fuzz-\($0.rawValue)" }))
    }
}
