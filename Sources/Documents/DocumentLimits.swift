/// Bounds on one document.
package struct DocumentLimits: Sendable {
    package var maxBytes = 8 << 20
    package var maxDepth = 64
    package var maxNodes = 500_000

    package init() {}

    /// What there is to say of a file that is not read for its size; `nil` where it is read.
    func fault(ofByteCount byteCount: Int) -> DocumentError? {
        guard byteCount > maxBytes else { return nil }
        return DocumentError(
            .limit, at: .start, "\(byteCount) bytes: at most \(maxBytes) are read")
    }
}
