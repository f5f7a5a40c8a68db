import ScanModel

extension PackWriter {
    /// What every entry stands for: from the entries stored whole along the deltas, in whatever
    /// order they stand. What is left over (cycles, missing bases, deltas that do not apply) gets a
    /// made-up id.
    func resolvedObjects() -> [PackedObject] {
        var found: [PackedObject?] = Array(repeating: nil, count: entries.count)
        var overEntry: [Int: [Int]] = [:]
        var overObject: [ObjectID: [Int]] = [:]
        var ready: [(number: Int, kind: PackedKind, bytes: [UInt8])] = []
        for (number, entry) in entries.enumerated() {
            switch entry {
            case .whole(let kind, let bytes): ready.append((number, kind, bytes))
            case .offsetDelta(let base, _), .referenceDelta(.entry(let base), _):
                overEntry[base, default: []].append(number)
            case .referenceDelta(.object(let id), _): overObject[id, default: []].append(number)
            }
        }
        func applied(_ number: Int, over kind: PackedKind, _ base: [UInt8]) {
            guard let bytes = delta(of: number).flatMap({ DeltaScript.apply($0, to: base) })
            else { return }
            ready.append((number, kind, bytes))
        }
        for (id, object) in outside {
            for number in overObject[id] ?? [] { applied(number, over: object.kind, object.bytes) }
        }
        while let (number, kind, bytes) = ready.popLast() {
            guard found[number] == nil else { continue }
            let id = hash.id(kind, bytes)
            found[number] = PackedObject(id: id, kind: kind, bytes: bytes)
            for child in (overEntry[number] ?? []) + (overObject[id] ?? []) {
                applied(child, over: kind, bytes)
            }
        }
        return found.enumerated().map { number, object in
            object
                ?? PackedObject(
                    id: hash.id(.blob, Array("unknown entry \(number)".utf8)), kind: nil,
                    bytes: nil)
        }
    }

    private func delta(of number: Int) -> [UInt8]? {
        switch entries[number] {
        case .whole: nil
        case .offsetDelta(_, let delta), .referenceDelta(_, let delta): delta
        }
    }
}
