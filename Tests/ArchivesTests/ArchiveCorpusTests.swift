import Foundation
import Testing

/// What the fuzzers of archives found worth keeping, and every input that once broke something.
@Suite struct ArchiveCorpusTests {
    @Test(arguments: ArchiveFuzzTarget.allCases)
    func corpusBreaksNothing(target: ArchiveFuzzTarget) throws {
        let folder = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "fixtures/fuzz").appending(path: target.rawValue)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(!files.isEmpty)
        for file in files {
            let input = [UInt8](try Data(contentsOf: folder.appending(path: file)))
            do {
                try input.withUnsafeBytes { try target.run($0) }
            } catch {
                Issue.record("\(target.rawValue)/\(file): \(error)")
            }
        }
    }
}
