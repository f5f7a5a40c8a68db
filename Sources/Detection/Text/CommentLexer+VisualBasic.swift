extension CommentLexer {
    /// Visual Basic: `'` to the end of the line, outside of strings.
    mutating func lexVisualBasic() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "'"): lineComment()
            case UInt8(ascii: "\""): skipString(escape: 0, isDoubled: true)
            default: offset += 1
            }
        }
    }
}
