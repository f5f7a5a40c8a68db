/// What stands between two certificates of a file.
enum CertificateGap {
    /// Longer stretches part what belongs together.
    private static let maxBytes = 4096
    /// What tools write before each certificate.
    private static let lineStarts = [
        "#", "subject", "issuer", "Bag Attributes", "Key Attributes", "localKeyID",
        "friendlyName", "s:", "i:", "a:", "v:",
    ]

    /// Whether a stretch is empty but for what tools write there: the certificates are one list.
    static func isBlank(_ range: Range<Int>, in text: UnsafeRawBufferPointer) -> Bool {
        guard range.count <= maxBytes, range.upperBound <= text.count else { return false }
        return text[range].split(separator: 0x0A).allSatisfy { line in
            let words = line.drop { $0 <= 0x20 }
            return words.isEmpty || words.allSatisfy { $0 <= 0x20 || "\\nr".utf8.contains($0) }
                || lineStarts.contains { words.starts(with: $0.utf8) }
        }
    }
}
