internal import Detection
internal import GitObjects
internal import ScanModel

/// Blobs of a sweep that need no visit, since the cache knows what a visit would find.
struct SweepMemory: Sendable {
    /// By number.
    private var isKnown: [Bool]
    private var byteCounts: [UInt32]
    /// Those with anything to tell.
    let texts: [HistoryScan.SweptText]
    /// How many different blobs there are.
    private(set) var count = 0
    /// Their size in all.
    private(set) var byteCount = 0

    init(_ known: KnownBlobs, in sweep: ObjectSweep) {
        isKnown = [Bool](repeating: false, count: sweep.count)
        byteCounts = [UInt32](repeating: 0, count: sweep.count)
        var texts: [HistoryScan.SweptText] = []
        for index in 0..<known.count {
            guard let number = known.id(index).flatMap({ sweep.number(of: $0) }) else { continue }
            isKnown[number] = true
            byteCounts[number] = known.byteCount(index)
            count += 1
            byteCount += Int(known.byteCount(index))
            if let blob = known.blob(index) {
                texts.append(HistoryScan.SweptText(number: number, kind: .blob, blob: blob))
            }
        }
        self.texts = texts
    }

    func isKnown(_ number: Int) -> Bool { isKnown[number] }

    /// Takes out of the count what the sweep has met all the same: it is in another one.
    ///
    /// Others are made from it, and it could not be made, or only from another place.
    mutating func forget(met swept: SweepResult<HistoryScan.Output>) {
        let visited = swept.outputs.lazy.flatMap(\.visited).map { Int($0.number) }
        for number in Array(visited) + swept.failures.map(\.number) where isKnown[number] {
            isKnown[number] = false
            count -= 1
            byteCount -= Int(byteCounts[number])
        }
    }
}

extension ObjectSweep {
    /// What a sweep found in the blobs that it visited.
    func blobs(
        of outputs: [HistoryScan.Output], idByteCount: Int
    ) -> KnownBlobs {
        var swept: [Int: SweptBlob] = [:]
        for text in outputs.flatMap(\.texts) where text.kind == .blob {
            swept[text.number] = text.blob
        }
        let visited = outputs.flatMap(\.visited).sorted { $0.number < $1.number }
        return KnownBlobs(
            visited.map { blob in
                (id(of: Int(blob.number)), blob.byteCount, swept[Int(blob.number)])
            }, idByteCount: idByteCount)
    }
}
