import EmbeddedRules
import Rules
import ScanModel
import Testing

@testable import Detection

/// Every kind of secret in every form, alone, in code and in configuration: found at its line.
@Suite struct WrappingMatrixTests {
    static let detector: Result<Detector, any Error> = Result {
        try Detector(
            ruleSet: RuleSet(
                matching: EmbeddedRules.matching, literals: EmbeddedRules.literals,
                documentation: EmbeddedRules.documentation),
            storedDatabase: nil, key: .builtIn,
            date: CalendarDate(secondsSince1970: 1_790_000_000), limits: ScanLimits())
    }

    @Test(arguments: Wrapping.all)
    func everyKindIsFound(wrapping: Wrapping) throws {
        let detector = try WrappingMatrixTests.detector.get()
        let scanner = try detector.makeScanner()
        var missed: [String] = []
        var count = 0
        for (number, kind) in TokenKind.all.enumerated() {
            if kind.isBlock, wrapping.noBlocks != nil { continue }
            let value = try kind.value(seed: UInt64(number + 1))
            let plain = findings(of: value, scanner, kind, detector)
            #expect(!plain.isEmpty, "\(kind) itself")
            for (context, text) in wrapping.texts(value) {
                count += 1
                let found = findings(of: text, scanner, kind, detector)
                let name = "\(kind), \(wrapping), \(context)"
                guard !found.isEmpty else {
                    missed.append(name)
                    continue
                }
                let lines = kind.startsLater ? 3...5 : 3...3
                if !found.contains(where: { lines.contains($0.region.startLine) }) {
                    missed.append("\(name): lines \(found.map(\.region.startLine))")
                }
                if found.count > 1 { missed.append("\(name): \(found.count) findings") }
                if !found.contains(where: { found in
                    plain.contains { $0.fingerprint == found.fingerprint }
                }) {
                    missed.append("\(name): another fingerprint")
                }
                if let leak = leak(of: value, at: plain.first?.range, in: found) {
                    missed.append("\(name): \(leak)")
                }
            }
        }
        #expect(missed.isEmpty, "\(missed.count) of \(count):\n\(missed.joined(separator: "\n"))")
    }

    private func findings(
        of text: [UInt8], _ scanner: BlobScanner, _ kind: TokenKind, _ detector: Detector
    ) -> [BlobFinding] {
        text.withUnsafeBytes {
            scanner.scan(
                $0, context: BlobContext(paths: ["deploy/shop.txt"], includesMisuse: false))
        }.findings.filter { detector.ruleSet.rules[$0.rule].id.rawValue.hasPrefix(kind.rule) }
    }

    /// What of the value a snippet still shows.
    private func leak(of value: [UInt8], at secret: Range<Int>?, in findings: [BlobFinding])
        -> String?
    {
        guard let secret, secret.count >= 16 else { return nil }
        let middle = secret.lowerBound + secret.count / 2
        let core = Array(value[middle - 6..<middle + 6])
        let start = middle / 3 * 3 - 6
        let forms = [
            ("the value", String(decoding: core, as: UTF8.self)),
            ("its base64", TestEncoding.base64(Array(value[start..<start + 12]))),
            ("its hexadecimal digits", TestEncoding.hex(core)),
            ("its URL encoding", TestEncoding.percentAll(core)),
        ]
        for finding in findings {
            for (form, text) in forms where finding.snippet.text.text.contains(text) {
                return form + " leaks"
            }
        }
        return nil
    }
}
