extension BlobScanner {
    /// Looks into what lines hold in another form where the line alone tells of it.
    ///
    /// - Returns: the other places, in the text of the pass.
    func collectWrapped(
        in lines: UnsafeRawBufferPointer, into pass: inout Pass, place: (Int) -> Int
    ) -> [WrappingMark] {
        let (marks, isCutOff) = WrappingScout.marks(in: lines)
        guard !marks.isEmpty else { return [] }
        return withoutActuallyEscaping(place) { place in
            var search = LayerSearch(of: pass)
            if isCutOff { search.effort.fallShort("more places than are kept track of") }
            descend(
                lines, marks.filter { !$0.kind.looksBeyondLine },
                LayerChain(layers: [], place: place), &search)
            search.add(to: &pass)
            return marks.filter(\.kind.looksBeyondLine).map { mark in
                let start = place(mark.start)
                return WrappingMark(
                    kind: mark.kind, start: start, end: start + mark.end - mark.start)
            }
        }
    }

    /// Looks into what is written over lines in the text of the pass.
    ///
    /// - Returns: false when not all of it was looked at.
    func collectWrapped(at marks: inout [WrappingMark], into pass: inout Pass) -> Bool {
        guard !marks.isEmpty else { return true }
        marks.sort { ($0.start, $0.kind.rawValue) < ($1.start, $1.kind.rawValue) }
        var search = LayerSearch(of: pass)
        descend(pass.text, marks, LayerChain(layers: [], place: { $0 }), &search)
        search.add(to: &pass)
        return pass.problems.isEmpty
    }
}
