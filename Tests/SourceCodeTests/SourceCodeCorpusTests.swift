import TestSupport
import Testing

@Suite struct SourceCodeCorpusTests {
    @Test func corpusBreaksNothing() throws {
        for input in try FuzzCorpus.inputs(of: SourceCodeFuzz.name) {
            #expect(throws: Never.self, "\(input.name)") {
                try input.bytes.withUnsafeBytes { try SourceCodeFuzz.run($0) }
            }
        }
    }
}
