/// How many bytes of its own values a document may put in the place of their names, so that no
/// file grows without bound by naming itself. What is beyond stays an expression.
struct FillingBudget {
    private var bytesLeft: Int

    init(_ limits: DocumentLimits) { bytesLeft = max(limits.maxBytes, 1 << 16) }

    /// Takes a text that was put together; false where too many were.
    mutating func take(_ byteCount: Int) -> Bool {
        guard byteCount <= bytesLeft else { return false }
        bytesLeft -= byteCount
        return true
    }
}
