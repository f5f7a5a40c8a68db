internal import ScanModel

/// Decodes base64 and hexadecimal runs into a layer.
struct RunDecoding {
    let text: UnsafeRawBufferPointer
    let inflation: Inflation

    /// Takes the text that pieces of one run hold.
    /// - Returns: whether they held any; else nothing was taken.
    func decode(
        _ pieces: [Range<Int>], into layer: inout DecodedLayer, _ effort: inout DecodingEffort
    ) -> Bool {
        guard let first = pieces.first, let last = pieces.last,
            let form = EncodedRun.form(of: text, first)
        else { return false }
        let source = first.lowerBound..<last.upperBound
        switch form {
        case .hex:
            guard pieces.count == 1 || pieces.allSatisfy({ $0.count & 1 == 0 }) else {
                return false
            }
            return hex(pieces, into: &layer)
        case .base64:
            let (bytes, cuts) = base64(pieces)
            guard EncodedRun.isText(bytes[...]) else { return false }
            take(bytes, cuts, into: &layer)
            return true
        case .base64OfUTF16:
            let (bytes, _) = base64(pieces)
            guard
                let transcoded = bytes.withUnsafeBytes({
                    TranscodedText($0, encoding: .utf16LittleEndian)
                })
            else { return false }
            let narrow = transcoded.bytes.withUnsafeBytes { Array($0) }
            guard EncodedRun.isText(narrow[...]) else { return false }
            if narrow.count * 2 == bytes.count, pieces.count == 1 {
                // Three characters for eight of base64.
                let whole = narrow.count / 3 * 3
                layer.append(
                    narrow[..<whole], from: first.lowerBound, unit: 3, sourceUnit: 8, .utf16)
                layer.append(
                    narrow[whole...], from: first.lowerBound + whole / 3 * 8..<last.upperBound,
                    .utf16)
            } else {
                layer.append(narrow, from: source, .utf16)
            }
            return true
        case .base64Compressed:
            let (bytes, _) = base64(pieces)
            guard let inflated = inflation.inflate(bytes, &effort) else { return false }
            layer.append(RunDecoding.textRuns(inflated), from: source, .compressed)
            return true
        case .base64Archive:
            let (bytes, _) = base64(pieces)
            guard let content = inflation.unpack(bytes, &effort), !content.isEmpty else {
                return false
            }
            layer.append(RunDecoding.textRuns(content), from: source, .compressed)
            return true
        case .hexDER:
            guard pieces.count == 1, !isFramed(first.lowerBound),
                let pem = PrivateKeyText.pem(ofDER: digits(first.lowerBound, first).bytes)
            else { return false }
            layer.append(pem, from: source, .der)
            return true
        case .base64DER:
            guard !isFramed(first.lowerBound) else { return false }
            let (bytes, _) = base64(pieces)
            guard let pem = PrivateKeyText.pem(ofDER: bytes) else { return false }
            layer.append(pem, from: source, .der)
            return true
        }
    }

    /// Whether the head of a PEM stands right before a body: rules know it as it is.
    private func isFramed(_ start: Int) -> Bool {
        var place = start
        while place > 0, start - place < 24,
            [0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27, 0x2C, 0x2B, 0x5C, 0x6E, 0x72].contains(
                text[place - 1])
        {
            place -= 1
        }
        return place >= 5 && text[place - 5..<place].elementsEqual("-----".utf8)
    }

    /// Takes the text of a run that is known to be base64, however short it is.
    func decodeText(_ run: Range<Int>, into layer: inout DecodedLayer) -> Bool {
        let (bytes, cuts) = base64([run])
        guard bytes.count >= 4, EncodedRun.isText(bytes[...]) else { return false }
        take(bytes, cuts, into: &layer)
        return true
    }

    private func take(_ bytes: [UInt8], _ cuts: [Cut], into layer: inout DecodedLayer) {
        for cut in cuts {
            layer.append(
                bytes[cut.start..<cut.end], from: cut.source, unit: cut.unit,
                sourceUnit: cut.sourceUnit, .base64)
        }
    }

    /// Bytes with a line feed for everything that is no text.
    static func textRuns(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { $0 >= 0x80 || ByteClass.sets[Int($0)] & ByteClass.text != 0 ? $0 : 0x0A }
    }

    private func hex(_ pieces: [Range<Int>], into layer: inout DecodedLayer) -> Bool {
        var parts: [(bytes: [UInt8], source: Int)] = []
        for (index, piece) in pieces.enumerated() {
            let start =
                index == 0 ? EncodedRun.hexStart(text, piece) ?? piece.lowerBound : piece.lowerBound
            let (bytes, end) = digits(start, piece)
            guard end == piece.upperBound, EncodedRun.isText(bytes[...]) else { return false }
            parts.append((bytes, start))
        }
        for part in parts {
            layer.append(part.bytes[...], from: part.source, unit: 1, sourceUnit: 2, .hex)
        }
        return true
    }

    /// The bytes of pairs of hexadecimal digits, and where these end.
    private func digits(_ start: Int, _ piece: Range<Int>) -> (bytes: [UInt8], end: Int) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(piece.count / 2)
        var place = start
        while place + 1 < piece.upperBound, let high = ByteClass.hexValue(text[place]),
            let low = ByteClass.hexValue(text[place + 1])
        {
            bytes.append(high << 4 | low)
            place += 2
        }
        return (bytes, place)
    }

    private struct Cut {
        let start: Int
        let end: Int
        let source: Int
        let unit: Int
        let sourceUnit: Int
    }

    /// The bytes of all pieces, and where each came from.
    private func base64(_ pieces: [Range<Int>]) -> ([UInt8], [Cut]) {
        var bytes: [UInt8] = []
        var cuts: [Cut] = []
        bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count } / 4 * 3 + 3)
        var group: UInt32 = 0
        var held = 0
        var heldSource = 0
        var end = 0
        for piece in pieces {
            var place = piece.lowerBound
            end = piece.upperBound
            // The rest of a group that began on the line before.
            while held > 0, place < piece.upperBound,
                let value = ByteClass.base64Value(text[place])
            {
                group = group << 6 | UInt32(value)
                held += 1
                place += 1
                if held == 4 {
                    RunDecoding.add(group, 3, to: &bytes)
                    cuts.append(
                        Cut(
                            start: bytes.count - 3, end: bytes.count, source: heldSource, unit: 3,
                            sourceUnit: place - heldSource))
                    held = 0
                }
            }
            let start = bytes.count
            let source = place
            while place + 4 <= piece.upperBound, let first = ByteClass.base64Value(text[place]),
                let second = ByteClass.base64Value(text[place + 1]),
                let third = ByteClass.base64Value(text[place + 2]),
                let fourth = ByteClass.base64Value(text[place + 3])
            {
                let group =
                    UInt32(first) << 18 | UInt32(second) << 12 | UInt32(third) << 6
                    | UInt32(fourth)
                RunDecoding.add(group, 3, to: &bytes)
                place += 4
            }
            if bytes.count > start {
                cuts.append(
                    Cut(start: start, end: bytes.count, source: source, unit: 3, sourceUnit: 4))
            }
            while place < piece.upperBound, let value = ByteClass.base64Value(text[place]) {
                if held == 0 { heldSource = place }
                group = group << 6 | UInt32(value)
                held += 1
                place += 1
            }
        }
        if held > 1 {
            let count = held - 1
            RunDecoding.add(group << (6 * UInt32(4 - held)), count, to: &bytes)
            cuts.append(
                Cut(
                    start: bytes.count - count, end: bytes.count, source: heldSource, unit: count,
                    sourceUnit: max(1, end - heldSource)))
        }
        return (bytes, cuts)
    }

    @inline(__always)
    private static func add(_ group: UInt32, _ count: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: group >> 16))
        if count > 1 { bytes.append(UInt8(truncatingIfNeeded: group >> 8)) }
        if count > 2 { bytes.append(UInt8(truncatingIfNeeded: group)) }
    }
}
