import TestSupport
import Testing

@Suite struct ArchiveCorpusTests {
    @Test(arguments: ArchiveFuzzTarget.allCases)
    func corpusBreaksNothing(target: ArchiveFuzzTarget) throws {
        for input in try FuzzCorpus.inputs(of: target.rawValue) {
            #expect(throws: Never.self, "\(input.name)") {
                try input.bytes.withUnsafeBytes { try target.run($0) }
            }
        }
    }
}
