import ScanModel

@testable import Detection

/// Runs the inputs of one target one after the other, with a scanner that keeps what is compiled.
package final class DetectionFuzzer {
    /// What no input may bring about.
    package struct Failure: Error, CustomStringConvertible {
        /// What was found.
        package let description: String
    }

    private let target: DetectionFuzzTarget
    private let scanner: BlobScanner

    /// - Throws: when the rules do not compile.
    package init(_ target: DetectionFuzzTarget) throws {
        self.target = target
        scanner = try FuzzDetector.detector.get().makeScanner()
    }

    /// Runs one input. That of `containers` begins with a byte that says which magic is put first.
    package func run(_ bytes: UnsafeRawBufferPointer) throws {
        switch target {
        case .decoding: try scan(Array(bytes))
        case .containers:
            let options = Int(bytes.first ?? 0)
            let magic = DetectionFuzzer.magics[options % DetectionFuzzer.magics.count]
            try scan(magic + Array(bytes.dropFirst()))
        case .credentials: try readCredentials(Array(bytes))
        }
    }

    private static let magics: [[UInt8]] = [
        Array("SQLite format 3\0".utf8), [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 0x34],
        [0x55, 0x0D, 0x0D, 0x0A], Array("%PDF-".utf8), Array("00000000".utf8), [0x30, 0x82],
    ]

    private func scan(_ input: [UInt8]) throws {
        let context = BlobContext(paths: ["a.txt"], includesMisuse: true)
        let result = input.withUnsafeBytes { scanner.scanContent($0, context: context) }
        for finding in result.findings
        where finding.range.isEmpty || finding.range.upperBound > 4 * input.count + 16 {
            throw Failure(description: "a finding at \(finding.range) of \(input.count) bytes")
        }
        // A scanner keeps nothing of the text before.
        let again = input.withUnsafeBytes { scanner.scanContent($0, context: context) }
        guard again.findings.map(\.fingerprint) == result.findings.map(\.fingerprint),
            again.problems == result.problems
        else { throw Failure(description: "the second time something else was found") }
    }

    private func readCredentials(_ input: [UInt8]) throws {
        try input.withUnsafeBytes { text in
            let finder = CredentialFinder(text)
            let pairs = CredentialPairs(text)
            for place in text.indices {
                for byteCount in [2, 4, 6, 13] where place + byteCount <= text.count {
                    var readUntil = 0
                    let hits = [
                        finder.hit(at: place, byteCount: byteCount, readUntil: &readUntil),
                        pairs.hit(at: place, byteCount: byteCount),
                    ]
                    for hit in hits.compactMap({ $0 })
                    where hit.range.isEmpty || hit.range.lowerBound < 0
                        || hit.range.upperBound > text.count
                    {
                        throw Failure(description: "a value at \(hit.range) of \(text.count)")
                    }
                }
            }
            _ = WholeValue.range(in: text)
        }
    }
}
