/// What of the places that the pass meets are marks.
extension WrappingScout {
    /// The sets of `ByteClass` that hold the byte at a place; none outside the text.
    @inline(__always)
    func sets(_ place: Int) -> UInt8 {
        place >= 0 && place < text.count ? ByteClass.sets[Int(text[place])] : 0
    }

    @inline(__always)
    func byte(_ place: Int) -> UInt8 { place >= 0 && place < text.count ? text[place] : 0x0A }

    @inline(__always)
    func isLineEnd(_ place: Int) -> Bool {
        place >= text.count || text[place] == 0x0A
            || text[place] == 0x0D && byte(place + 1) == 0x0A
    }

    private func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

    private func afterBlanks(_ place: Int) -> Int {
        var place = place
        while place < text.count, text[place] == 0x20 || text[place] == 0x09 { place += 1 }
        return place
    }

    /// How many characters of a token stand from `place` on, and whether they are no mere word.
    private func tokenRun(from place: Int) -> (count: Int, isMixed: Bool) {
        TokenRun.from(place, in: text)
    }

    private func tokenRun(before place: Int) -> (count: Int, isMixed: Bool) {
        TokenRun.before(place, in: text)
    }

    /// A run of base64 characters around a place.
    mutating func run(around place: Int) {
        var start = place
        while start > runFloor, sets(start - 1) & ByteClass.base64 != 0 { start -= 1 }
        var end = place + 16
        while sets(end) & ByteClass.base64 != 0 { end += 1 }
        runFloor = end
        // The letter of an escape such as `\n` is no part of it.
        if byte(start - 1) == 0x5C, [0x6E, 0x72, 0x74].contains(byte(start)) { start += 1 }
        guard end - start >= WrappingScout.minRun, EncodedRun.holdsText(text, start..<end) else {
            return
        }
        let isOpen = end - start >= 40 && isLineEnd(end)
        add(isOpen ? .openRun : .run, start, end)
    }

    mutating func backslash(_ place: Int) {
        guard let (value, count) = Escapes.backslash(text, at: place), Escapes.isPlain(value) else {
            return
        }
        add(.backslash, place, place + count)
    }

    mutating func percent(_ place: Int) {
        guard let value = Escapes.percent(text, at: place),
            value > 0x20 && value < 0x7F
                || value == 0x0A || value == 0x0D
        else { return }
        // `%2d` and the like are what printf takes.
        if byte(place + 2) > 0x60,
            sets(place - 1) & sets(place + 3) & ByteClass.token == 0
        {
            return
        }
        add(.percent, place, place + 3)
    }

    mutating func entity(_ place: Int) {
        guard let (value, count) = Escapes.entity(text, at: place), Escapes.isPlain(value) else {
            return
        }
        add(.entity, place, place + count)
    }

    /// A quote that may close a literal or open one.
    mutating func quote(_ place: Int) {
        if byte(place + 1) == text[place] {
            if isNearJoin(place) { add(.join, place, place + 2) }
            return
        }
        closingQuote(place)
        openingQuote(place)
    }

    /// A quote that may close a literal to which another is joined.
    private mutating func closingQuote(_ place: Int) {
        guard sets(place - 1) & ByteClass.token != 0, mayGoOn(afterBlanks(place + 1)) else {
            return
        }
        guard let seam = LiteralSeam(text, closing: place, crossesLines: false) else {
            // Only blanks and an operator follow on this line.
            guard LiteralSeam.isOpen(text, closing: place) else { return }
            let count = TokenRun.count(before: place, in: text)
            if count >= 4 { add(.openSeam, place - count, place + 1) }
            return
        }
        let left = tokenRun(before: place)
        let right = tokenRun(from: seam.contentStart)
        guard right.count > 0, left.count + right.count >= 12, left.isMixed || right.isMixed else {
            return
        }
        add(.seam, place - left.count, seam.contentStart + right.count)
    }

    /// Whether an operator, a literal or the end of the line stands at a place.
    private func mayGoOn(_ place: Int) -> Bool {
        switch byte(place) {
        case 0x0A, 0x0D, 0x22, 0x24, 0x26, 0x27, 0x2B, 0x2E, 0x3C, 0x3E, 0x40, 0x5C, 0x60, 0x7C:
            true
        case 0x46, 0x66, 0x52, 0x72, 0x42, 0x62, 0x55, 0x75, 0x4C:
            isQuote(byte(place + 1)) || isQuote(byte(place + 2))
        default: false
        }
    }

    /// Whether a call that joins a list stands near an empty literal of the same line.
    private mutating func isNearJoin(_ place: Int) -> Bool {
        // The answer for one place serves for those close behind it.
        if place < joinSearch.end, place < joinSearch.place + 256 { return joinSearch.answer }
        var start = place
        while start > 0, place - start < 512, byte(start - 1) != 0x0A { start -= 1 }
        var end = place
        while end < text.count, end - place < 512, byte(end) != 0x0A { end += 1 }
        let line = UnsafeRawBufferPointer(rebasing: text[start..<end])
        let answer =
            NearbySearch.contains("join", in: line) || NearbySearch.contains("implode", in: line)
        joinSearch = (place, end, answer)
        return answer
    }

    /// A quote that may open a literal behind a name and an operator.
    private mutating func openingQuote(_ place: Int) {
        var before = place - 1
        while byte(before) == 0x20 { before -= 1 }
        let sign = byte(before)
        guard sign == 0x2B || sign == 0x2E || sign == 0x26, place - before <= 3 else { return }
        before -= 1
        while byte(before) == 0x20 || byte(before) == 0x2E { before -= 1 }
        let nameEnd = before + 1
        while nameEnd - before <= 40, sets(before) & ByteClass.word != 0 { before -= 1 }
        let nameStart = before + 1
        guard nameEnd - nameStart >= 2, sets(nameStart) & ByteClass.digit == 0 else { return }
        let run = tokenRun(from: place + 1)
        guard run.count >= 10, run.isMixed else { return }
        add(.constant, nameStart, place + 1 + run.count)
    }

    /// A brace that may close a name whose value is put in.
    mutating func brace(_ place: Int) {
        var before = place - 1
        while place - before <= 40, sets(before) & ByteClass.word != 0 { before -= 1 }
        // `{$name}` of PHP, `${object.name}`.
        if byte(before) == 0x2E, place - before > 1 {
            while place - before <= 40, sets(before - 1) & ByteClass.word != 0 { before -= 1 }
            before -= 1
        } else if byte(before) == 0x24 {
            before -= 1
        }
        guard byte(before) == 0x7B, place - before >= 2 else { return }
        let run = tokenRun(from: place + 1)
        guard run.count >= 10, run.isMixed else { return }
        if byte(before - 1) == 0x24 || byte(before - 1) == 0x23 { before -= 1 }
        add(.constant, before, place + 1 + run.count)
    }

    /// A line feed whose line ends with a sign, or after which a digit stands.
    mutating func lineEnd(_ feed: Int) {
        if byte(feed + 1) == 0x30, Hexdump.isLine(text, at: feed + 1) {
            add(.hexdump, feed + 1, feed + 2)
        }
        let end = byte(feed - 1) == 0x0D ? feed - 1 : feed
        guard end > 0 else { return }
        switch byte(end - 1) {
        case 0x74:
            if SecretManifest.isKind(text, endingAt: end) { add(.manifest, end - 6, end) }
        case 0x5C, 0x5E: continuation(end)
        case 0x60:
            // Two of them on a line are code in Markdown.
            let line = lineStart(end - 1, reach: 512)
            if text[line..<end - 1].contains(0x60) { return }
            continuation(end)
        case 0x3D:
            let length = end - lineStart(end, reach: 128)
            guard (60...78).contains(length),
                sets(end - 2) & ByteClass.token != 0 || byte(end - 2) == 0x20,
                byte(end - 2) != 0x3D
            else { return }
            add(.softBreak, end - 1, end)
        case 0x7C, 0x3E: block(end - 1, end)
        case 0x2B, 0x2D:
            if byte(end - 2) == 0x7C || byte(end - 2) == 0x3E { block(end - 2, end) }
        default: break
        }
    }

    private mutating func block(_ sign: Int, _ end: Int) {
        guard byte(sign - 1) == 0x20, byte(sign - 2) == 0x3A else { return }
        add(.block, sign, end)
    }

    private mutating func continuation(_ end: Int) {
        let sets = sets(end - 2)
        if sets & ByteClass.token != 0 {
            // A word of two letters is no half of a token.
            if TokenRun.count(before: end - 1, in: text) >= 4 { add(.continuation, end - 1, end) }
        } else if byte(end - 2) == 0x20 {
            var start = end - 2
            while end - start < 48, self.sets(start - 1) & ByteClass.token != 0 { start -= 1 }
            if byte(start) == 0x2D { add(.continuation, end - 1, end) }
        }
    }

    func lineStart(_ place: Int, reach: Int) -> Int {
        var start = place
        while start > 0, place - start < reach, byte(start - 1) != 0x0A { start -= 1 }
        return start
    }

    /// Lists of short items around the commas of a block that has many.
    mutating func lists(_ commas: UInt64, _ offset: Int) {
        var commas = commas
        while commas != 0 {
            let place = offset + commas.trailingZeroBitCount
            commas &= commas &- 1
            if place >= listFloor { chain(place) }
        }
    }

    /// The commas of one line that stand close to each other, around one of them.
    private mutating func chain(_ comma: Int) {
        var first = comma
        while let before = nextComma(first, -1) { first = before }
        var last = comma
        var count = 1
        while let after = nextComma(last, 1) { last = after }
        listFloor = max(listFloor, last + 1)
        for place in first..<last where text[place] == 0x2C { count += 1 }
        guard count >= ItemList.minCommas, ItemList.holdsText(text, firstComma: first) else {
            return
        }
        var lineFirst = lineStart(first, reach: 1024)
        while lineFirst < first, text[lineFirst] <= 0x20 { lineFirst += 1 }
        let isFirstOfLine = first - lineFirst <= ItemList.maxGap
        let isOpen = isFirstOfLine || isLineEnd(afterBlanks(last + 1))
        add(isOpen ? .openList : .list, first, last + 1)
    }

    private func nextComma(_ place: Int, _ step: Int) -> Int? {
        for distance in 1...ItemList.maxGap {
            let next = byte(place + step * distance)
            if next == 0x0A { return nil }
            if next == 0x2C { return place + step * distance }
        }
        return nil
    }
}
