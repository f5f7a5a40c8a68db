import Foundation
import Testing

/// What the fuzzers of keys and certificates found worth keeping.
@Suite struct KeyMaterialCorpusTests {
    @Test(arguments: KeyFuzzTarget.allCases)
    func corpusBreaksNothing(target: KeyFuzzTarget) throws {
        let folder = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "fixtures/fuzz").appending(path: target.rawValue)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(!files.isEmpty)
        for file in files {
            let input = try Data(contentsOf: folder.appending(path: file))
            [UInt8](input).withUnsafeBytes { target.run($0) }
        }
    }
}
