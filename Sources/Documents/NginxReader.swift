/// Reads nginx's configuration: directives that end with `;`, blocks in braces.
///
/// `location /a {…}` is `location` → `/a` → mapping; includes stay as entries. The same grammar
/// with comments of C is that of BIND.
package struct NginxReader {
    private let text: ConfigText
    private var tree: DirectiveTree
    private let hasCComments: Bool
    private var index: Int

    /// - Complexity: linear in the bytes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        read(ConfigText(bytes, limits: limits), .nginx, limits, hasCComments: false)
    }

    static func read(
        _ text: ConfigText, _ format: DocumentFormat, _ limits: DocumentLimits, hasCComments: Bool
    ) -> Document {
        var reader = NginxReader(
            text: text, tree: DirectiveTree(format, text, limits), hasCComments: hasCComments,
            index: text.start)
        reader.run()
        return reader.tree.finished(unclosedIsFault: true)
    }

    private init(text: ConfigText, tree: DirectiveTree, hasCComments: Bool, index: Int) {
        self.text = text
        self.tree = tree
        self.hasCComments = hasCComments
        self.index = index
    }

    private mutating func run() {
        let bytes = text.bytes
        var words: [ConfigWord] = []
        while index < text.count, !tree.isFull {
            let byte = bytes[index]
            if ConfigText.isBlank(byte) {
                index += 1
            } else if byte == 0x23 || isLineComment {
                index = text.lineEnd(from: index)
            } else if hasCComments, byte == 0x2F, next == 0x2A {
                skipBlockComment()
            } else if byte == 0x3B {
                index += 1
                tree.add(words)
                words.removeAll(keepingCapacity: true)
            } else if byte == 0x7B {
                if words.isEmpty {
                    tree.fault(.syntax, at: index, "a block without a name")
                }
                let start = index
                index += 1
                if let name = words.first?.text, name.hasSuffix("_by_lua_block") {
                    addLua(words, from: start)
                } else {
                    tree.open(words, bodyStart: start)
                }
                words.removeAll(keepingCapacity: true)
            } else if byte == 0x7D {
                if let last = words.last {
                    tree.fault(
                        .syntax, at: last.span.upperBound,
                        "`;` was expected before the end of the block")
                    tree.add(words)
                    words.removeAll(keepingCapacity: true)
                }
                index += 1
                if !tree.close(at: index) {
                    tree.fault(.syntax, at: index - 1, "`}` without a block")
                }
            } else if byte == 0x22 || byte == 0x27 {
                words.append(quoted(byte))
            } else {
                words.append(plain())
            }
        }
        if let last = words.last {
            tree.fault(.syntax, at: last.span.upperBound, "`;` was expected at the end")
            tree.add(words)
        }
    }

    private var next: UInt8 { index + 1 < text.count ? text.bytes[index + 1] : 0 }

    private var isLineComment: Bool {
        hasCComments && text.bytes[index] == 0x2F && next == 0x2F
    }

    private mutating func skipBlockComment() {
        let start = index
        index += 2
        while index + 1 < text.count {
            if text.bytes[index] == 0x2A, text.bytes[index + 1] == 0x2F {
                index += 2
                return
            }
            index += 1
        }
        index = text.count
        tree.fault(.syntax, at: start, "a comment is not closed")
    }

    private mutating func quoted(_ quote: UInt8) -> ConfigWord {
        let start = index
        index += 1
        var pieces: [UInt8] = []
        while index < text.count, text.bytes[index] != quote {
            if text.bytes[index] == 0x5C, index + 1 < text.count {
                appendEscape(to: &pieces)
            } else {
                pieces.append(text.bytes[index])
                index += 1
            }
        }
        if index < text.count {
            index += 1
        } else {
            tree.fault(.syntax, at: start, "a quoted text is not closed")
        }
        return word(pieces, start, isQuoted: true)
    }

    /// nginx resolves escapes of quotes, backslashes, `t`, `r` and `n`, and keeps all others.
    private mutating func appendEscape(to pieces: inout [UInt8]) {
        let escaped = text.bytes[index + 1]
        switch escaped {
        case 0x22, 0x27, 0x5C: pieces.append(escaped)
        case 0x74: pieces.append(0x09)
        case 0x72: pieces.append(0x0D)
        case 0x6E: pieces.append(0x0A)
        default: pieces += [0x5C, escaped]
        }
        index += 2
    }

    private mutating func plain() -> ConfigWord {
        let start = index
        var pieces: [UInt8] = []
        while index < text.count {
            let byte = text.bytes[index]
            if ConfigText.isBlank(byte) || byte == 0x3B { break }
            if byte == 0x7B || byte == 0x7D {
                // `${name}` is a variable and no block.
                let isVariable =
                    byte == 0x7B ? pieces.last == 0x24 : isInVariable(pieces)
                guard isVariable else { break }
            }
            if byte == 0x5C, index + 1 < text.count {
                appendEscape(to: &pieces)
            } else {
                pieces.append(byte)
                index += 1
            }
        }
        return word(pieces, start, isQuoted: false)
    }

    private func isInVariable(_ pieces: [UInt8]) -> Bool {
        // Names of variables are short: a longer run is no name.
        for (offset, byte) in pieces.reversed().enumerated() {
            if byte == 0x7B {
                let before = pieces.count - offset - 2
                return before >= 0 && pieces[before] == 0x24
            }
            if byte == 0x7D || offset > 128 { return false }
        }
        return false
    }

    private func word(_ pieces: [UInt8], _ start: Int, isQuoted: Bool) -> ConfigWord {
        var isExpression = false
        if !hasCComments, pieces.count > 1 {
            for index in pieces.indices.dropLast() where pieces[index] == 0x24 {
                let next = pieces[index + 1]
                if next == 0x7B || next == 0x5F || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A) {
                    isExpression = true
                    break
                }
            }
        }
        return ConfigWord(
            text: String(decoding: pieces, as: UTF8.self), span: SourceSpan(start, index),
            isQuoted: isQuoted, isExpression: isExpression)
    }

    /// The code of a `…_by_lua_block`, which has braces and quotes of its own.
    private mutating func addLua(_ words: [ConfigWord], from start: Int) {
        var depth = 1
        while index < text.count, depth > 0 {
            let byte = text.bytes[index]
            if byte == 0x2D, next == 0x2D {
                index = text.lineEnd(from: index)
                continue
            }
            if byte == 0x22 || byte == 0x27 {
                index += 1
                while index < text.count, text.bytes[index] != byte, text.bytes[index] != 0x0A {
                    index += text.bytes[index] == 0x5C ? 2 : 1
                }
            } else if byte == 0x7B {
                depth += 1
            } else if byte == 0x7D {
                depth -= 1
            }
            index += 1
        }
        index = min(index, text.count)
        if depth > 0 { tree.fault(.syntax, at: start, "a block of code is not closed") }
        guard let name = words.first else { return }
        tree.add(
            name.text, name.span, DocumentScalar(text.string(start, index), .expression),
            SourceSpan(start, index))
    }
}
