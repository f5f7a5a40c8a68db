/// JavaScript and TypeScript, with JSX.
extension CommentLexer {
    /// Deepest nesting of `${…}` in templates; deeper ones are text.
    private static let maxTemplateDepth = 64

    /// Walks the text.
    mutating func lexJavaScript() {
        // For each template that a `${` interrupted: how many braces are open within.
        var interrupted: [Int] = []
        var braces = 0
        if isAt("#!") { lineComment() }
        while offset < bytes.count {
            let current = bytes[offset]
            switch current {
            case UInt8(ascii: "/"): javaScriptSlash()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(escape: UInt8(ascii: "\\"))
            case UInt8(ascii: "`"):
                offset += 1
                skipTemplate(&interrupted, &braces)
            case UInt8(ascii: "{"):
                braces += 1
                followsValue = false
                offset += 1
            case UInt8(ascii: "}"):
                offset += 1
                if braces == 0, let outer = interrupted.popLast() {
                    braces = outer
                    skipTemplate(&interrupted, &braces)
                } else {
                    braces = max(0, braces - 1)
                    followsValue = false
                }
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                followsValue = true
                offset += 1
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            case UInt8(ascii: "$"):
                followsValue = true
                offset += 1
            default:
                if isIdentifier(current) {
                    let word = takeWord()
                    followsValue = !isJavaScriptOperator(word)
                } else {
                    // `x++ / 2` divides.
                    let isPostfix =
                        followsValue && (isAt("++") || isAt("--"))
                    followsValue = isPostfix
                    offset += isPostfix ? 2 : 1
                }
            }
        }
    }

    /// The text of a template up to its end or its next `${`.
    private mutating func skipTemplate(_ interrupted: inout [Int], _ braces: inout Int) {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\\"): offset = min(bytes.count, offset + 2)
            case UInt8(ascii: "`"):
                offset += 1
                followsValue = true
                return
            case UInt8(ascii: "$")
            where byte(offset + 1) == UInt8(ascii: "{")
                && interrupted.count < CommentLexer.maxTemplateDepth:
                offset += 2
                interrupted.append(braces)
                braces = 0
                followsValue = false
                return
            default: offset += 1
            }
        }
    }

    private mutating func javaScriptSlash() {
        switch byte(offset + 1) {
        // `http://` outside of strings is text of JSX, and code may follow.
        case UInt8(ascii: "/") where !followsScheme():
            lineComment()
        case UInt8(ascii: "*"): blockComment(openCount: 2, close: "*/")
        default:
            // `</tag>` of JSX is no regular expression, nor is what follows a value.
            if !followsValue, byte(offset - 1) != UInt8(ascii: "<"), skipRegex() { return }
            followsValue = false
            offset += 1
        }
    }

    private func followsScheme() -> Bool {
        isAt("http:", offset - 5) || isAt("https:", offset - 6) || isAt("ws:", offset - 3)
            || isAt("wss:", offset - 4) || isAt("ftp:", offset - 4)
    }

    /// Words after which a `/` starts a regular expression.
    private func isJavaScriptOperator(_ word: Range<Int>) -> Bool {
        switch word.count {
        case 2: isWord(word, "in") || isWord(word, "of") || isWord(word, "do")
        case 3: isWord(word, "new")
        case 4: isWord(word, "case") || isWord(word, "else") || isWord(word, "void")
        case 5: isWord(word, "throw") || isWord(word, "yield") || isWord(word, "await")
        case 6: isWord(word, "return") || isWord(word, "typeof") || isWord(word, "delete")
        case 10: isWord(word, "instanceof")
        default: false
        }
    }
}
