import TestSupport
import Testing

@Suite struct DetectionCorpusTests {
    @Test(arguments: DetectionFuzzTarget.allCases)
    func corpusBreaksNothing(target: DetectionFuzzTarget) throws {
        let fuzzer = try DetectionFuzzer(target)
        for input in try FuzzCorpus.inputs(of: target.rawValue) {
            #expect(throws: Never.self, "\(input.name)") {
                try input.bytes.withUnsafeBytes { try fuzzer.run($0) }
            }
        }
    }
}
