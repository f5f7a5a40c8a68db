/// Takes the lines of a private key out of what stands around each: calls that print or append
/// them, items of lists, comments, line numbers, breaks of HTML.
struct KeyLines {
    let text: UnsafeRawBufferPointer

    /// Bytes of a head, such as `-----BEGIN RSA PRIVATE KEY-----`.
    private static let maxHeadByteCount = 64
    /// Most bytes between two lines of a key, and of all.
    private static let maxGap = 160
    private static let maxByteCount = 64 << 10
    /// Fewest characters of a line that is not the last.
    private static let minLineByteCount = 40

    /// Takes the key whose head begins at a place.
    func decode(_ start: Int, into layer: inout DecodedLayer) {
        guard let head = headEnd(start) else { return }
        let (lines, hasEnd) = lines(from: head)
        guard let first = lines.first, hasEnd || lines.count > 2, isBody(first) else { return }
        layer.copy(text, start..<head)
        for line in lines {
            layer.append(0x0A, from: line.lowerBound..<line.lowerBound, .joined)
            layer.copy(text, line)
        }
        let end = lines.last?.upperBound ?? head
        layer.append(0x0A, from: end..<end, .joined)
        if hasEnd {
            layer.append(Array("-----END ".utf8), from: end..<end, .joined)
            layer.copy(text, start + 11..<head)
            layer.append(0x0A, from: end..<end, .joined)
        }
        layer.endStretch(.joined)
    }

    /// Where the dashes of a head end.
    private func headEnd(_ start: Int) -> Int? {
        let limit = min(text.count, start + KeyLines.maxHeadByteCount)
        var place = start + 11
        guard place < limit else { return nil }
        while place < limit, text[place] != 0x2D { place += 1 }
        guard place + 5 <= limit, text[place..<place + 5].allSatisfy({ $0 == 0x2D }) else {
            return nil
        }
        return place + 5
    }

    /// Whether a line begins as the body of a key that nothing encrypts: DER or that of OpenSSH.
    private func isBody(_ line: Range<Int>) -> Bool {
        text[line].starts(with: "MI".utf8) || text[line].starts(with: "MH".utf8)
            || text[line].starts(with: "MC".utf8) || text[line].starts(with: "MG".utf8)
            || text[line].starts(with: "b3BlbnNzaC".utf8)
    }

    private func lines(from head: Int) -> (lines: [Range<Int>], hasEnd: Bool) {
        var lines: [Range<Int>] = []
        var place = head
        var last = head
        var column = -1
        var sign = 0..<0
        while place < text.count, place - last < KeyLines.maxGap,
            place - head < KeyLines.maxByteCount
        {
            guard ByteClass.sets[Int(text[place])] & ByteClass.base64 != 0 else {
                place += 1
                continue
            }
            let start = place
            while place < text.count, ByteClass.sets[Int(text[place])] & ByteClass.base64 != 0 {
                place += 1
            }
            if isEnd(start, place) { return (lines, true) }
            let isLong = place - start >= KeyLines.minLineByteCount
            // The last line is known by its column, or on one line by its nearness.
            let own = self.column(of: start)
            let isNear = text[head..<start].contains(0x0A) ? own == column : isWhole(start, place)
            let isRest = !lines.isEmpty && isNear && place - start >= 2 && isEndNear(place)
            guard isLong || isRest else { continue }
            while place < text.count, text[place] == 0x3D, place - start < 4096 { place += 1 }
            // Signs before the text, such as those of a comparison, are of its alphabet, too.
            var from = start
            if lines.isEmpty {
                while from < place, text[from] == 0x2F || text[from] == 0x2B || text[from] == 0x2D {
                    from += 1
                }
                sign = start..<from
                column = own
            } else if own == column, !sign.isEmpty, text[start...].starts(with: text[sign]) {
                from += sign.count
            }
            lines.append(from..<place)
            last = place
        }
        return (lines, false)
    }

    /// Whether a run on the line of the head may be the end of base64, and no word of a language.
    private func isWhole(_ start: Int, _ end: Int) -> Bool {
        (end - start) % 4 == 0 || end < text.count && text[end] == 0x3D
    }

    private func column(of place: Int) -> Int {
        var start = place
        while start > 0, place - start < KeyLines.maxGap, text[start - 1] != 0x0A { start -= 1 }
        return place - start
    }

    /// Whether a run is the dashes and the word of `-----END`.
    private func isEnd(_ start: Int, _ end: Int) -> Bool {
        // More dashes may stand before those of the frame.
        let word = text[start..<end].drop { $0 == 0x2D }
        return word.startIndex - start >= 5
            && (word.starts(with: "END".utf8) || word.starts(with: "BEGIN".utf8))
    }

    private func isEndNear(_ place: Int) -> Bool {
        let window = text[place..<min(text.count, place + KeyLines.maxGap)]
        var dashes = 0
        for (offset, byte) in window.enumerated() {
            dashes = byte == 0x2D ? dashes + 1 : 0
            let next = place + offset + 1
            if dashes >= 5, next + 3 <= text.count, text[next..<next + 3].elementsEqual("END".utf8)
            {
                return true
            }
        }
        return false
    }
}
