internal import Rules
package import ScanModel

/// What sweeps found in blobs, by the blobs' ids: no text of theirs, and fingerprints for secrets.
package struct KnownBlobs: Sendable {
    /// Most blobs that are kept.
    package static let maxCount = 4_000_000

    private let idByteCount: Int
    /// The ids behind each other, ascending.
    private var ids: [UInt8]
    private var byteCounts: [UInt32]
    /// By number those with anything to tell.
    private var swept: [Int: SweptBlob]

    private init(idByteCount: Int) {
        self.idByteCount = idByteCount
        ids = []
        byteCounts = []
        swept = [:]
    }

    /// How many blobs are known.
    package var count: Int { byteCounts.count }

    /// Takes what a sweep found.
    ///
    /// - Parameter blobs: in any order; each says its size in bytes, and `nil` if it is silent.
    package init(
        _ blobs: [(id: ObjectID, byteCount: UInt32, blob: SweptBlob?)], idByteCount: Int
    ) {
        self.init(idByteCount: idByteCount)
        let isAscending = zip(blobs, blobs.dropFirst()).allSatisfy { $0.id < $1.id }
        var last: ObjectID?
        for entry in isAscending ? blobs : blobs.sorted(by: { $0.id < $1.id })
        where entry.id != last && entry.id.byteCount == idByteCount {
            guard count < KnownBlobs.maxCount else { return }
            last = entry.id
            if let blob = entry.blob, !blob.isSilent { swept[count] = blob }
            byteCounts.append(entry.byteCount)
            ids += entry.id.bytes
        }
    }

    /// The id of the blob with a number below `count`.
    package func id(_ number: Int) -> ObjectID? {
        ids.withUnsafeBytes { ids in
            ObjectID(rawBytes: UnsafeRawBufferPointer(rebasing: ids[range(number)]))
        }
    }

    /// The size in bytes of a blob.
    package func byteCount(_ number: Int) -> UInt32 { byteCounts[number] }

    /// What was found in a blob; `nil` when it is silent.
    package func blob(_ number: Int) -> SweptBlob? { swept[number] }

    /// These and others; when that is too many, these and as many of the others as there is room.
    package func merged(with older: KnownBlobs) -> KnownBlobs {
        guard older.idByteCount == idByteCount else { return self }
        var room = max(0, KnownBlobs.maxCount - count)
        var result = KnownBlobs(idByteCount: idByteCount)
        result.ids.reserveCapacity(ids.count + older.ids.count)
        result.byteCounts.reserveCapacity(count + older.count)
        var (own, other) = (0, 0)
        while own < count || other < older.count {
            let order =
                own == count ? 1 : other == older.count ? -1 : self.order(own, older, other)
            if order <= 0 {
                result.append(own, of: self)
                own += 1
                if order == 0 { other += 1 }
            } else {
                if room > 0 {
                    result.append(other, of: older)
                    room -= 1
                }
                other += 1
            }
        }
        return result
    }

    private mutating func append(_ number: Int, of other: KnownBlobs) {
        if let blob = other.swept[number] { swept[count] = blob }
        byteCounts.append(other.byteCounts[number])
        ids += other.ids[other.range(number)]
    }

    private func range(_ number: Int) -> Range<Int> {
        number * idByteCount..<(number + 1) * idByteCount
    }

    private func order(_ number: Int, _ other: KnownBlobs, _ otherNumber: Int) -> Int {
        let left = ids[range(number)]
        let right = other.ids[other.range(otherNumber)]
        if left.elementsEqual(right) { return 0 }
        return left.lexicographicallyPrecedes(right) ? -1 : 1
    }
}

extension KnownBlobs {
    /// The file that keeps the blobs.
    package func file(of detector: Detector, as key: CacheKey) -> [UInt8] {
        var encoder = CacheEncoder()
        let rules = detector.ruleSet.rules
        encoder.add(idByteCount)
        encoder.add(count)
        encoder.add(raw: ids)
        encoder.add(
            raw: byteCounts.flatMap { size in
                (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * UInt32($0))) }
            })
        encoder.add(list: swept.sorted { $0.key < $1.key }) { encoder, entry in
            encoder.add(entry.key)
            encoder.add(entry.value.needsOwnScan)
            encoder.add(list: entry.value.hits) { encoder, hit in
                encoder.add(hit.start)
                encoder.add(rules[hit.match.rule].id.rawValue)
                encoder.add(hit.match.byteCount)
                encoder.add(hit.match.confidence.rawValue)
                encoder.add(list: hit.match.evidence) { $0.add($1) }
                encoder.add(hit.match.fingerprint) { $0.add($1.hex) }
            }
        }
        return detector.sealed(encoder.bytes, as: key)
    }

    /// Reads a file; `nil` when it is not whole, or not one of that key.
    package init?(_ file: [UInt8], of detector: Detector, as key: CacheKey, idByteCount: Int) {
        guard let content = detector.unsealed(file, as: key) else { return nil }
        do throws(CacheFault) {
            self = try KnownBlobs.decoded(content, detector, idByteCount)
        } catch {
            return nil
        }
    }

    private static func decoded(
        _ content: ArraySlice<UInt8>, _ detector: Detector, _ idByteCount: Int
    ) throws(CacheFault) -> KnownBlobs {
        var decoder = try CacheDecoder(content)
        var known = KnownBlobs(idByteCount: idByteCount)
        guard try decoder.int() == idByteCount else { throw CacheFault() }
        let count = try decoder.count(ofAtLeast: idByteCount + 4)
        known.ids = Array(try decoder.raw(count * idByteCount))
        let sizes = Array(try decoder.raw(count * 4))
        known.byteCounts = (0..<count).map { number in
            (0..<4).reduce(0) { $0 | UInt32(sizes[number * 4 + $1]) << (8 * UInt32($1)) }
        }
        for number in 0..<max(0, count - 1) where known.order(number, known, number + 1) >= 0 {
            throw CacheFault()
        }
        for _ in 0..<(try decoder.count()) {
            let number = try decoder.int(upTo: count - 1)
            let needsOwnScan = try decoder.flag()
            let hits = try decoder.list { d throws(CacheFault) in try d.hit(detector) }
            known.swept[number] = SweptBlob(hits: hits, needsOwnScan: needsOwnScan)
        }
        try decoder.expectEnd()
        return known
    }
}

extension CacheDecoder {
    fileprivate mutating func hit(_ detector: Detector) throws(CacheFault) -> SweptHit {
        let start = try int(upTo: Int(UInt32.max))
        guard let rule = detector.ruleSet.index(of: RuleID(try text())) else {
            throw CacheFault()
        }
        let byteCount = try int(upTo: Int(UInt32.max))
        guard let confidence = Confidence(rawValue: try int()) else { throw CacheFault() }
        let evidence = try list { d throws(CacheFault) in try d.evidence() }
        let fingerprint = try optional { d throws(CacheFault) in Fingerprint(hex: try d.text()) }
        return SweptHit(
            start: start,
            match: SweptMatch(
                rule: rule, byteCount: byteCount, confidence: confidence, evidence: evidence,
                fingerprint: fingerprint))
    }
}
