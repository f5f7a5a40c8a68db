/// A stretch of one version of a text that was copied from another.
package struct CopiedRange: Hashable, Sendable {
    /// Where it starts in the newer, in bytes.
    package let targetStart: Int
    /// Where it starts in the older, in bytes.
    package let baseStart: Int
    package var byteCount: Int

    package init(targetStart: Int, baseStart: Int, byteCount: Int) {
        self.targetStart = targetStart
        self.baseStart = baseStart
        self.byteCount = byteCount
    }

    /// The end in the newer, exclusive.
    package var targetEnd: Int { targetStart + byteCount }
    /// The end in the older, exclusive.
    package var baseEnd: Int { baseStart + byteCount }
}
