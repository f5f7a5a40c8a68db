/// Templates of Helm's charts, made readable as the YAML they will be.
///
/// Enters: a template. Leaves: bytes of the same length in which actions are blanks or a mark, so
/// that spans hold; and, read, a tree in which what an action gives is an expression.
package enum HelmTemplate {
    /// What stands in a masked template where an action was; `~~~~` is plain text for YAML.
    static let mark: StaticString = "~~~~"
    private static let tilde: UInt8 = 0x7E

    /// What actions of charts name, and those of other tools with the same braces do not.
    private static let words: [[UInt8]] = [
        ".Values", ".Release", ".Chart", ".Capabilities", "include \"", "toYaml", "nindent",
    ].map { Array($0.utf8) }

    /// Whether bytes are a template of a chart: one of their actions names what only charts have.
    package static func isTemplate(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == 0x7B, bytes[index + 1] == 0x7B else {
                index += 1
                continue
            }
            var end = index + 2
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x7D { end += 1 }
            let action = bytes[index..<end]
            if words.contains(where: { holds(action, $0) }) { return true }
            index = end
        }
        return false
    }

    private static func holds(_ text: Slice<UnsafeRawBufferPointer>, _ word: [UInt8]) -> Bool {
        guard let first = word.first else { return false }
        var rest = text
        while let index = rest.firstIndex(of: first) {
            rest = rest[index...]
            if rest.starts(with: word) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// The template with its actions masked: lines of nothing but actions are blank, others have
    /// a mark of the same length.
    package static func mask(_ bytes: [UInt8]) -> [UInt8] {
        let actions = actions(in: bytes)
        var out = bytes
        var blocks = HelmTemplateBlocks()
        var index = 0
        while index < actions.count {
            // The actions from here whose lines touch, and whether anything else stands there.
            var last = index
            var isAlone = isBlank(bytes, before: actions[index].lowerBound)
            while last + 1 < actions.count,
                !bytes[actions[last].upperBound..<actions[last + 1].lowerBound].contains(0x0A)
            {
                let between = actions[last].upperBound..<actions[last + 1].lowerBound
                if !bytes[between].allSatisfy(isBlank) { isAlone = false }
                last += 1
            }
            if !isBlank(bytes, after: actions[last].upperBound) { isAlone = false }
            for (offset, action) in actions[index...last].enumerated() {
                // What begins with a line end of its own goes below the key before it.
                let isBelow =
                    offset + index == last && !isAlone && isBlank(bytes, after: action.upperBound)
                    && isIndented(bytes[action])
                var isFirstLine = true
                for position in action where out[position] != 0x0A && out[position] != 0x0D {
                    out[position] = isAlone || isBelow || !isFirstLine ? 0x20 : tilde
                    if position + 1 < action.upperBound, out[position + 1] == 0x0A {
                        isFirstLine = false
                    }
                }
            }
            if isAlone { blocks.keep(&out, at: actions[index].lowerBound, source: bytes) }
            index = last + 1
        }
        return out
    }

    /// Whether an action's output starts on a line of its own: `nindent` is its last step.
    private static func isIndented(_ action: ArraySlice<UInt8>) -> Bool {
        indentation(action) != nil
    }

    /// The number after `nindent` or `indent`.
    static func indentation(_ action: ArraySlice<UInt8>) -> Int? {
        let word = Array("indent ".utf8)
        guard action.count > word.count,
            let start = action.indices.dropLast(word.count).last(where: {
                action[$0] == word[0] && action[$0...].starts(with: word)
            })
        else { return nil }
        let digits = action[(start + word.count)...].drop { $0 == 0x20 }.prefix { $0 &- 0x30 < 10 }
        return Int(String(decoding: digits.prefix(3), as: UTF8.self))
    }

    /// Reads a template as YAML, with expressions for its actions.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        let source = Array(bytes.prefix(limits.maxBytes + 1))
        let masked = mask(source)
        let document = masked.withUnsafeBytes { YAMLReader.read($0, limits: limits) }
        let restorer = HelmTemplateTree(source: source, actions: actions(in: source))
        return Document(
            format: document.format, roots: document.roots.map(restorer.restored),
            // Both branches of a condition may give the same key.
            faults: document.faults.filter { !$0.message.hasSuffix("stands here twice") })
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D
    }

    static func isBlank(_ bytes: [UInt8], before offset: Int) -> Bool {
        var index = offset
        while index > 0, bytes[index - 1] != 0x0A {
            index -= 1
            if !isBlank(bytes[index]) { return false }
        }
        return true
    }

    static func isBlank(_ bytes: [UInt8], after offset: Int) -> Bool {
        var index = offset
        while index < bytes.count, bytes[index] != 0x0A {
            if !isBlank(bytes[index]) { return false }
            index += 1
        }
        return true
    }

    /// The spans of `{{ … }}`, in order.
    private static func actions(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        var unended = 0
        while index + 1 < bytes.count {
            guard bytes[index] == 0x7B, bytes[index + 1] == 0x7B else {
                index += 1
                continue
            }
            let (end, isEnded) = endOfAction(index, in: bytes, within: 65_536)
            if !isEnded { unended += 1 }
            // A text with many actions that never end is no template: the rest stays as it is.
            if unended > 64 { break }
            found.append(index..<end)
            index = end
        }
        return found
    }

    /// One past an action's end: `}}` outside of strings and comments; without one, the line's.
    private static func endOfAction(
        _ start: Int, in bytes: [UInt8], within window: Int
    ) -> (end: Int, isEnded: Bool) {
        var index = start + 2
        var quote: UInt8 = 0
        let most = min(bytes.count, start + window)
        var lineEnd: Int?
        while index < most {
            let byte = bytes[index]
            if byte == 0x0A, lineEnd == nil { lineEnd = index }
            if quote != 0 {
                if byte == 0x5C, quote == 0x22 {
                    index += 1
                } else if byte == quote || (byte == 0x0A && quote == 0x22) {
                    quote = 0
                }
            } else if byte == 0x22 || byte == 0x60 {
                quote = byte
            } else if byte == 0x2F, index + 1 < most, bytes[index + 1] == 0x2A {
                index += 2
                while index + 1 < most, bytes[index] != 0x2A || bytes[index + 1] != 0x2F {
                    if bytes[index] == 0x0A, lineEnd == nil { lineEnd = index }
                    index += 1
                }
                index += 1
            } else if byte == 0x7D, index + 1 < most, bytes[index + 1] == 0x7D {
                return (index + 2, true)
            }
            index += 1
        }
        return (min(lineEnd ?? most, bytes.count), false)
    }
}
