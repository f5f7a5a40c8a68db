import TestSupport
import Testing

@Suite struct DocumentsCorpusTests {
    @Test func corpusBreaksNothing() throws {
        for input in try FuzzCorpus.inputs(of: DocumentsFuzz.name) {
            #expect(throws: Never.self, "\(input.name)") {
                try input.bytes.withUnsafeBytes { try DocumentsFuzz.run($0) }
            }
        }
    }
}
