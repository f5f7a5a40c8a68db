/// A stretch of a target that a delta copies from its base.
package struct CopiedRange: Hashable, Sendable {
    /// Where it starts in the target, in bytes.
    package let targetStart: Int
    /// Where it starts in the base, in bytes.
    package let baseStart: Int
    package var byteCount: Int

    package init(targetStart: Int, baseStart: Int, byteCount: Int) {
        self.targetStart = targetStart
        self.baseStart = baseStart
        self.byteCount = byteCount
    }

    /// The end in the target, exclusive.
    package var targetEnd: Int { targetStart + byteCount }
    /// The end in the base, exclusive.
    package var baseEnd: Int { baseStart + byteCount }
}
