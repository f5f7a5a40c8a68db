package import Patterns
package import ScanModel

/// Makes attacker-written words (paths, names, messages) printable: every secret in them masked.
///
/// The one way for text from outside a blob into a report, a log or an error.
package final class TextRedactor {
    private let scanner: BlobScanner
    private var known: [String: RedactedText] = [:]
    private static let maxKnown = 100_000
    private static let separators = Set("./@:,;?&".utf8)
    /// Longest text that is shown, in characters.
    private static let maxCharacters = 4096

    /// - Throws: `PatternError` when there is no memory.
    package init(detector: Detector) throws(PatternError) {
        scanner = try detector.makeScanner()
    }

    /// The text with every secret replaced by `•••`; text that cannot be judged is not shown.
    package func redact(_ text: String) -> RedactedText {
        if let done = known[text] { return done }
        let bytes = Array(text.utf8)
        let redacted = bytes.withUnsafeBytes { buffer -> RedactedText in
            // A rule may ask for an end that a path or an address does not give, such as no dot
            // after the value: `TOKEN.txt`. So the text is read a second time with blanks there.
            let apart = buffer.map { TextRedactor.separators.contains($0) ? 0x20 : $0 }
            guard let ranges = scanner.secretRanges(in: buffer),
                let rangesApart = apart.withUnsafeBytes(scanner.secretRanges)
            else {
                return .withheld
            }
            return MaskedText.redact(
                buffer, 0..<buffer.count,
                masking: MaskedRanges(ranges + rangesApart, byteCount: buffer.count),
                maxScalarCount: TextRedactor.maxCharacters)
        }
        if known.count >= TextRedactor.maxKnown { known.removeAll(keepingCapacity: true) }
        known[text] = redacted
        return redacted
    }
}
