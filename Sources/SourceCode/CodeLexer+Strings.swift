extension CodeLexer {
    /// A byte that may begin more than an operator.
    ///
    /// - Returns: `false` when it begins an operator only.
    mutating func readSpecial(_ first: UInt8) -> Bool {
        if passComment(first) { return true }
        if readExtra(first) { return true }
        if let form = form(at: position, prefix: .none) {
            let start = position
            position += form.open.count
            readString(form, start: start)
            return true
        }
        if syntax.sigils.contains(first) {
            var start = position + 1
            while syntax.sigils.contains(byte(start)), start < position + 3 { start += 1 }
            let next = byte(start)
            if first == 64, syntax.extras.contains(.percentQuotes), isNameStart(next) {
                // Ruby's fields keep their mark: `@x` is not `x`.
                let end = nameEnd(start)
                let name = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
                let from = position
                position = end
                add(.identifier, from: from, to: end, payload: symbols.intern(name))
                return true
            }
            if isNameStart(next) || (first == 36 && next &- 48 < 10) {
                position = start
                readName(start, sigil: true)
                return true
            }
            // `${name}` and `@{…}`: the brace tells; `#[…]` and `%w` are not sigils.
            if first == 36, start == position + 1, next == 123 {
                let end = nameEnd(start + 1)
                if end > start + 1, byte(end) == 125 {
                    let name = UnsafeRawBufferPointer(rebasing: bytes[(start + 1)..<end])
                    position = end + 1
                    add(
                        .identifier, from: start + 1, to: end, payload: symbols.intern(name),
                        sigil: true)
                    return true
                }
            }
        }
        if first == 40 || first == 91 || first == 123 {
            open(first)
            return true
        }
        return false
    }

    /// A string with letters before its quote.
    mutating func readPrefixed(_ start: Int, _ end: Int) -> Bool {
        let letters = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
        if syntax.extras.contains(.cppRaw), letters.hasSuffix("r"), byte(end) == 34 {
            return readDelimited(start, end)
        }
        if syntax.extras.contains(.rustStrings), ["r", "br", "cr"].contains(letters) {
            return readHashed(start, from: end)
        }
        guard let prefix = syntax.prefixes[letters],
            let form = form(at: end, prefix: prefix)
        else { return false }
        position = end + form.open.count
        readString(form, start: start)
        return true
    }

    private func form(at index: Int, prefix: StringForm.Prefix) -> StringForm? {
        let first = bytes[min(index, endPosition - 1)]
        for form in syntax.strings
        where form.prefix == prefix && form.open.first == first && matches(form.open, at: index) {
            return form
        }
        return nil
    }

    private mutating func passComment(_ first: UInt8) -> Bool {
        for mark in syntax.blockComments
        where mark.open.first == first && matches(mark.open, at: position) {
            var depth = 1
            var index = position + mark.open.count
            while index < endPosition {
                if bytes[index] == mark.close.first, matches(mark.close, at: index) {
                    depth -= 1
                    index += mark.close.count
                    if depth == 0 { break }
                } else if mark.nests, bytes[index] == mark.open.first, matches(mark.open, at: index)
                {
                    depth += 1
                    index += mark.open.count
                } else {
                    if bytes[index] == 10 { breaksLine = true }
                    index += 1
                }
            }
            position = index
            isSpaced = true
            return true
        }
        for mark in syntax.lineComments where mark.first == first && matches(mark, at: position) {
            if mark.first == 35, mark.count == 1 {
                // `#[attribute]` of PHP, `$#array` of Perl.
                if syntax.traits.contains(.hashAttributes), byte(position + 1) == 91 {
                    return false
                }
                if !isSpaced, syntax.extras.contains(.perlQuotes) { return false }
            }
            while position < endPosition, bytes[position] != 10, bytes[position] != 13 {
                position += 1
            }
            isSpaced = true
            return true
        }
        return false
    }

    /// Reads a string from after its opening mark.
    mutating func readString(_ form: StringForm, start: Int) {
        let lead = position - start
        let from = position
        if let end = endOfText(form) {
            switch end {
            case .close:
                let text = position
                position += form.close.count
                add(
                    .string, from: start, to: position,
                    payload: StringForm.packed(
                        lead: lead, trail: position - text, escape: form.escape))
            case .unterminated:
                add(
                    .string, from: start, to: position,
                    payload: StringForm.packed(lead: lead, trail: 0, escape: form.escape))
            case .hole:
                add(.templateStart, from: start, to: from, payload: 0)
                let mode = Mode(form: form, start: start, holeDepth: 0, closer: 125)
                continueString(mode, from: from)
            }
        }
    }

    /// Goes on with a string after an expression in it.
    mutating func resumeString(_ mode: Mode) {
        let from = position
        switch endOfText(mode.form) {
        case .close:
            addChunk(mode.form, from, position)
            closeTemplate(mode, at: position, length: mode.form.close.count)
        case .unterminated, nil:
            addChunk(mode.form, from, position)
            closeTemplate(mode, at: position, length: 0)
        case .hole: continueString(mode, from: from)
        }
    }

    mutating func closeTemplate(_ mode: Mode, at index: Int, length: Int) {
        let end = min(index + length, endPosition)
        position = max(position, end)
        add(.templateEnd, from: index, to: end, payload: 0)
    }

    private mutating func addChunk(_ form: StringForm, _ from: Int, _ to: Int) {
        guard to > from else { return }
        add(
            .chunk, from: from, to: to,
            payload: StringForm.packed(lead: 0, trail: 0, escape: form.escape))
    }

    /// At a hole: the text before it, and either a name or the start of an expression.
    private mutating func continueString(_ mode: Mode, from: Int) {
        var mode = mode
        var from = from
        while true {
            addChunk(mode.form, from, position)
            let hole = position
            let length = holeLength(mode.form, at: hole)
            if length > 0 {
                // Too many strings in strings: the rest of this one is one piece of text.
                guard modes.count < CodeLexer.maxModes else {
                    faults.insert(.tooDeep)
                    position = hole + length
                    closeTemplate(mode, at: position, length: 0)
                    return
                }
                position = hole + length
                add(.holeOpen, from: hole, to: position, payload: 0)
                mode.holeDepth = 0
                mode.closer = bytes[position - 1] == 40 ? 41 : 125
                mode.holeDepth = depth
                modes.append(mode)
                return
            }
            // `$name`: one identifier is the whole expression.
            add(.holeOpen, from: hole, to: hole + 1, payload: 0)
            let end = nameEnd(hole + 1)
            let name = UnsafeRawBufferPointer(rebasing: bytes[(hole + 1)..<end])
            add(.identifier, from: hole + 1, to: end, payload: symbols.intern(name), sigil: true)
            add(.holeClose, from: end, to: end, payload: 0)
            position = end
            from = end
            switch endOfText(mode.form) {
            case .close:
                addChunk(mode.form, from, position)
                closeTemplate(mode, at: position, length: mode.form.close.count)
                return
            case .unterminated, nil:
                addChunk(mode.form, from, position)
                closeTemplate(mode, at: position, length: 0)
                return
            case .hole: continue
            }
        }
    }

    private enum TextEnd { case close, hole, unterminated }

    /// Moves on to the closing mark, the next hole, or where the string cannot go on.
    private mutating func endOfText(_ form: StringForm) -> TextEnd? {
        let close = form.close.first
        var index = position
        defer { position = min(index, endPosition) }
        while index < endPosition {
            let byte = bytes[index]
            if byte == close, matches(form.close, at: index) {
                if form.escape == .doubled, form.close.count == 1, self.byte(index + 1) == close,
                    index + 1 < endPosition
                {
                    index += 2
                    continue
                }
                return .close
            }
            switch byte {
            case 92:
                if form.holes.contains(.backslashParen), self.byte(index + 1) == 40 {
                    return .hole
                }
                let isEscape = form.escape == .backslash || form.escape == .quoteOnly
                // A line break of Windows is hidden as a whole.
                let isBreak = self.byte(index + 1) == 13 && self.byte(index + 2) == 10
                index += isEscape ? (isBreak ? 3 : 2) : 1
                // A raw string of Python still keeps the quote after a backslash.
                if form.escape == .none, form.prefix == .raw, self.byte(index) == close {
                    index += 1
                }
            case 96 where form.escape == .backtick: index += 2
            case 10, 13:
                if !form.spansLines { return .unterminated }
                index += 1
            case 36, 35, 123, 64:
                if !form.holes.isEmpty {
                    if form.holes.contains(.brace), byte == 123, self.byte(index + 1) == 123 {
                        index += 2
                        continue
                    }
                    position = index
                    if holeLength(form, at: index) >= 0 { return .hole }
                }
                index += 1
            default: index += 1
            }
        }
        return .unterminated
    }

    /// Length of what opens an expression, 0 for `$name`, -1 when no hole is there.
    private func holeLength(_ form: StringForm, at index: Int) -> Int {
        let next = byte(index + 1)
        switch byte(index) {
        case 36:
            if next == 123, form.holes.contains(.dollarBrace) { return 2 }
            if next == 40, form.holes.contains(.dollarParen) { return 2 }
            if form.holes.contains(.dollarName), isNameStart(next) { return 0 }
        case 64: if form.holes.contains(.atName), isNameStart(next) { return 0 }
        case 35: if next == 123, form.holes.contains(.hashBrace) { return 2 }
        case 92: if next == 40, form.holes.contains(.backslashParen) { return 2 }
        case 123:
            if form.holes.contains(.brace) { return 1 }
            if form.holes.contains(.braceDollar), next == 36 { return 1 }
        default: break
        }
        return -1
    }

    func isNameStart(_ byte: UInt8) -> Bool {
        byte == 95 || (byte | 0x20) &- 97 < 26 || byte >= 128
    }
}
