import TestSupport
import Testing

@Suite struct KeyMaterialCorpusTests {
    @Test(arguments: KeyFuzzTarget.allCases)
    func corpusBreaksNothing(target: KeyFuzzTarget) throws {
        for input in try FuzzCorpus.inputs(of: target.rawValue) {
            input.bytes.withUnsafeBytes { target.run($0) }
        }
    }
}
