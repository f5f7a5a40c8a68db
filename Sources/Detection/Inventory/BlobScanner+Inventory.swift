internal import CryptoPolicy
internal import Documents
internal import Patterns
internal import Rules
internal import ScanModel
internal import SourceCode

extension BlobScanner {
    /// Takes the inventory of one blob: what it uses of cryptography, whether good or bad.
    ///
    /// No finding is looked for. Archives are not opened: what stands in them is no source.
    package func inventory(
        _ bytes: UnsafeRawBufferPointer, context: BlobContext
    ) -> BlobInventory {
        let special = TextEncoding.detectWide(bytes)
        guard let encoding = special, encoding.isWide else {
            return inventory(text: bytes, isBinary: special == .binary, context)
        }
        guard let transcoded = TranscodedText(bytes, encoding: encoding) else {
            var result = BlobInventory()
            result.problems.append(
                .init(
                    code: "detection.encoding",
                    message: "text in \(encoding.rawValue) does not decode; not read"))
            return result
        }
        return transcoded.bytes.withUnsafeBytes {
            inventory(text: $0, isBinary: false, context)
        }
    }

    private func inventory(
        text: UnsafeRawBufferPointer, isBinary: Bool, _ context: BlobContext
    ) -> BlobInventory {
        var pass = Pass(text: text, isBinary: isBinary, context: context)
        guard let index = detector.inventory else { return BlobInventory() }
        let wanted: [Int]
        do {
            wanted = try lead(index, &pass)
        } catch {
            var result = BlobInventory()
            result.problems.append(
                .init(code: "detection.engine", message: "the literal scan failed; not read"))
            return result
        }
        var found: [FoundAsset] = []
        if !isBinary, !wanted.isEmpty {
            takeSettings(index, wanted, &pass, &found)
            takeUses(index, wanted, &pass, &found)
        }
        takeKeys(&pass, &found)
        return placed(found, pass)
    }

    /// The rules whose words stand in the text; notes where keys may begin.
    private func lead(_ index: InventoryIndex, _ pass: inout Pass) throws -> [Int] {
        if inventoryScratch == nil { inventoryScratch = try index.literals.makeScratch() }
        guard let scratch = inventoryScratch else { return [] }
        var isHit = [Bool](repeating: false, count: index.literals.literals.count)
        var markers: [Int] = []
        try index.literals.scan(pass.text, group: 0, scratch: scratch) { hit in
            isHit[hit.literal] = true
            if index.isKeyMarker(hit.literal), markers.count < KeyTraceReader.maxCount {
                markers.append(hit.start)
            }
        }
        pass.keyMarkers = markers
        var rules: Set<Int> = []
        for literal in isHit.indices where isHit[literal] {
            rules.formUnion(index.rules(ofLiteral: literal))
        }
        return rules.sorted()
    }

    private func takeSettings(
        _ index: InventoryIndex, _ wanted: [Int], _ pass: inout Pass,
        _ found: inout [FoundAsset]
    ) {
        let rules = wanted.filter {
            if case .settings = index.rules[$0].place { true } else { false }
        }
        guard !rules.isEmpty, let context = pass.context else { return }
        for path in context.paths {
            guard let format = DocumentFormat.detect(path: path, bytes: pass.text) else {
                continue
            }
            let document = format.read(pass.text)
            note(document.faults, format, &pass)
            var reader = DocumentAssetReader(
                subjects: document.subjects(path: path), values: ValueJudge(scratch: scratch))
            for rule in rules {
                found += reader.assets(
                    AssetReading(rule: index.rules[rule], kind: index.kinds[rule]))
            }
            if !reader.isComplete {
                pass.problems.insert(
                    .init(
                        code: "detection.document-limit",
                        message: "the document is too large to read all of its settings"))
            }
        }
    }

    private func takeUses(
        _ index: InventoryIndex, _ wanted: [Int], _ pass: inout Pass,
        _ found: inout [FoundAsset]
    ) {
        for language in Set(pass.languages()).sorted(by: { $0.rawValue < $1.rawValue }) {
            let rules = wanted.filter {
                guard case .code(let languages, _, _, _) = index.rules[$0].place else {
                    return false
                }
                return languages.contains(language.rawValue)
            }
            guard !rules.isEmpty else { continue }
            var reader = CodeAssetReader(
                pass.text, language: language, values: ValueJudge(scratch: scratch))
            for rule in rules {
                found += reader.assets(
                    AssetReading(rule: index.rules[rule], kind: index.kinds[rule]))
            }
            if !reader.isComplete {
                pass.problems.insert(
                    .init(
                        code: "detection.code-limit",
                        message: "the file is too large or too deep to read all of its code"))
            }
        }
    }

    private func takeKeys(_ pass: inout Pass, _ found: inout [FoundAsset]) {
        guard !pass.keyMarkers.isEmpty || KeyItemReader.mayBeWhole(pass.text) else { return }
        if pass.keyMarkers.count >= KeyTraceReader.maxCount {
            pass.problems.insert(
                .init(
                    code: "detection.certificate-limit",
                    message: "more than \(KeyTraceReader.maxCount) keys and certificates; those "
                        + "after them were not read"))
        }
        for item in KeyItemReader(pass.text).items(at: pass.keyMarkers)
        where !isComment(item.range.lowerBound, &pass) {
            found += KeyAssetReader.assets(of: item)
        }
    }

    /// Places in the order of the text; at one place each item counts once, and nothing is unknown
    /// where something is known.
    private func placed(_ found: [FoundAsset], _ pass: Pass) -> BlobInventory {
        var result = BlobInventory()
        result.problems = pass.problems.sorted { ($0.code, $0.message) < ($1.code, $1.message) }
        let sorted = found.map { asset in
            (asset, asset.range.clamped(to: 0..<pass.text.count))
        }.sorted { left, right in
            if left.1.lowerBound != right.1.lowerBound {
                return left.1.lowerBound < right.1.lowerBound
            }
            if left.1.upperBound != right.1.upperBound {
                return left.1.upperBound < right.1.upperBound
            }
            if left.0.item != right.0.item { return left.0.item < right.0.item }
            return left.0.recogniser < right.0.recogniser
        }
        let known = Set(sorted.filter { !$0.0.item.isUnknown }.map(\.1))
        // Where a hash is named for a MAC or a derivation, that is what it is used in.
        var digests: [Range<Int>: Set<String>] = [:]
        for (asset, range) in sorted where asset.item.kind != .hash {
            if let digest = asset.item.parameters.digest {
                digests[range, default: []].insert(digest)
            }
        }
        var lines = LineIndex(pass.text)
        var last: (CryptoItem, Range<Int>)?
        for (asset, range) in sorted {
            if asset.item.isUnknown, known.contains(range) { continue }
            if asset.item.kind == .hash, digests[range]?.contains(asset.item.name) == true {
                continue
            }
            if let last, last.0 == asset.item, last.1 == range { continue }
            last = (asset.item, range)
            result.assets.append(
                BlobAsset(
                    item: asset.item, region: lines.region(of: range), sign: asset.sign,
                    recogniser: asset.recogniser, isInTest: asset.isInTest))
        }
        guard result.assets.count > detector.limits.maxFindingsPerBlob else { return result }
        result.assets.removeLast(result.assets.count - detector.limits.maxFindingsPerBlob)
        result.problems.append(
            .init(
                code: "detection.too-many",
                message: "more than \(detector.limits.maxFindingsPerBlob) assets; the rest of "
                    + "the blob is not listed"))
        return result
    }
}
