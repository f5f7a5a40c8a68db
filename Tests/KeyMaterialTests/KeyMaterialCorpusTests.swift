import Foundation
import Testing

/// What the fuzzer of keys and certificates found worth keeping.
@Suite struct KeyMaterialCorpusTests {
    @Test func corpusBreaksNothing() throws {
        let folder = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "fixtures/fuzz/key-material")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(!files.isEmpty)
        for file in files {
            let input = try Data(contentsOf: folder.appending(path: file))
            [UInt8](input).withUnsafeBytes { KeyMaterialFuzz.run($0) }
        }
    }
}
