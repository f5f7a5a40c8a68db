import Foundation
import Testing

/// What the fuzzers of decoders found worth keeping, and every input that once broke something.
@Suite struct DetectionCorpusTests {
    @Test(arguments: DetectionFuzzTarget.allCases)
    func corpusBreaksNothing(target: DetectionFuzzTarget) throws {
        let folder = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "fixtures/fuzz").appending(path: target.rawValue)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(!files.isEmpty)
        let fuzzer = try DetectionFuzzer(target)
        for file in files {
            let input = [UInt8](try Data(contentsOf: folder.appending(path: file)))
            do {
                try input.withUnsafeBytes { try fuzzer.run($0) }
            } catch {
                Issue.record("\(target.rawValue)/\(file): \(error)")
            }
        }
    }
}
