/// What a sweep keeps of a blob for those that are made from it.
package struct BlobMemo {
    /// A place where a literal stands of a rule that looks beyond one line.
    struct WideHit {
        /// Index into the rule set's literal uses.
        let use: Int
        let start: Int
    }

    /// What rules that look at one line only found, by start.
    let lineHits: [SweptHit]
    /// By start.
    let wideHits: [WideHit]
    /// Places of which more than their line says what they hold in another form, by start.
    let wrappings: [WrappingMark]
    /// Whether the blob is no text of single bytes, or has so many hits that none are kept:
    /// what is made from it is scanned whole.
    let isOpaque: Bool

    /// Whether nothing was found that what is made from the blob could have too.
    var isEmpty: Bool { lineHits.isEmpty && wideHits.isEmpty && wrappings.isEmpty }

    static let opaque = BlobMemo(lineHits: [], wideHits: [], wrappings: [], isOpaque: true)
}
