/// Follows what rules saw the beginning of and no match: tokens and keys of which the rest is
/// written elsewhere.
struct LeadDecoding {
    let text: UnsafeRawBufferPointer

    /// Takes what the marks lead to; `marks` are in order.
    ///
    /// - Parameter flush: called when the layer has grown large.
    func decode(
        _ marks: [WrappingMark], into layer: inout DecodedLayer, _ effort: inout DecodingEffort,
        flush: (inout DecodedLayer, inout DecodingEffort) -> Void
    ) {
        var split = SplitToken(text)
        let keys = KeyLines(text: text)
        var last = (cut: -1, key: -1)
        let cuts = marks.filter { $0.kind == .cut }.map(\.start)
        var next = 0
        for mark in marks where !effort.isSpent {
            let before = layer.bytes.count
            switch mark.kind {
            case .cut where mark.start > last.cut:
                last.cut = mark.start
                while next < cuts.count, cuts[next] <= mark.start { next += 1 }
                split.decode(
                    mark.start, before: next < cuts.count ? cuts[next] : text.count, into: &layer,
                    &effort)
            case .keyHead where mark.start > last.key:
                last.key = mark.start
                keys.decode(mark.start, into: &layer)
            default: break
            }
            effort.byteCount += layer.bytes.count - before
            if layer.bytes.count > DecodingEffort.portionBytes { flush(&layer, &effort) }
        }
    }
}
