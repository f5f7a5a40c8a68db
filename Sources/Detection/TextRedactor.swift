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
            // after the value: `TOKEN.txt`. So the text is read again with blanks there, with and
            // without the dots that stand within a value.
            guard let ranges = scanner.secretRanges(in: buffer),
                let apart = TextRedactor.blanked(buffer, keepsInnerDots: false)
                    .withUnsafeBytes(scanner.secretRanges),
                let whole = TextRedactor.blanked(buffer, keepsInnerDots: true)
                    .withUnsafeBytes(scanner.secretRanges)
            else {
                return .withheld
            }
            return MaskedText.redact(
                buffer, 0..<buffer.count,
                masking: MaskedRanges(ranges + apart + whole, byteCount: buffer.count),
                maxScalarCount: TextRedactor.maxCharacters)
        }
        if known.count >= TextRedactor.maxKnown { known.removeAll(keepingCapacity: true) }
        known[text] = redacted
        return redacted
    }

    /// The text with blanks for separators, byte for byte.
    ///
    /// - Parameter keepsInnerDots: leaves dots alone but those before a file's extension.
    private static func blanked(
        _ text: UnsafeRawBufferPointer, keepsInnerDots: Bool
    ) -> [UInt8] {
        text.indices.map { index in
            guard separators.contains(text[index]) else { return text[index] }
            guard keepsInnerDots, text[index] == UInt8(ascii: ".") else { return 0x20 }
            let end =
                text[(index + 1)...].firstIndex {
                    $0 == 0x20 || separators.contains($0)
                } ?? text.endIndex
            return end - index <= 9 ? 0x20 : text[index]
        }
    }
}
