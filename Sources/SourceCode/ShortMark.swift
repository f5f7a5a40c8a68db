/// A mark of at most four bytes, which costs nothing to copy.
struct ShortMark: Sendable, Equatable {
    let code: UInt32
    let count: Int

    init(_ text: String) {
        code = CodeOperator.code(text)
        count = min(text.utf8.count, 4)
    }

    /// The first byte, 0 when there is none.
    @inline(__always)
    var first: UInt8 { UInt8(code & 255) }
}
