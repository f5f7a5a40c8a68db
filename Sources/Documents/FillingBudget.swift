/// How many bytes of its own values a document may put in the place of their names, so that no
/// file grows without bound by naming itself. What is beyond stays an expression, and is told.
struct FillingBudget {
    private var bytesLeft: Int
    /// Whether something was not put in.
    private(set) var isSpent = false

    /// What is told of a document whose budget is spent.
    static let message = "its names stand for more text than is put in their places"

    init(_ limits: DocumentLimits) { bytesLeft = max(limits.maxBytes, 1 << 16) }

    /// Takes a text that was put together; false where too many were.
    mutating func take(_ byteCount: Int) -> Bool {
        guard byteCount <= bytesLeft else {
            isSpent = true
            return false
        }
        bytesLeft -= byteCount
        return true
    }
}
