/// Replaces Swift comments by spaces and leaves strings, with their interpolations, alone.
///
/// It knows nested block comments, multi-line and raw strings; regex literals it does not, since
/// none of the checks looks into them.
struct CommentBlanker {
    private let input: [Character]
    private var output: [Character]
    private var position = 0

    private init(_ text: String) {
        input = Array(text)
        output = input
    }

    /// The text with every character of a comment but line breaks made a space.
    static func blank(_ text: String) -> String {
        var blanker = CommentBlanker(text)
        blanker.code(untilParenthesis: false)
        return String(blanker.output)
    }

    private func starts(with text: String, at index: Int? = nil) -> Bool {
        let start = index ?? position
        let characters = Array(text)
        return start + characters.count <= input.count
            && Array(input[start..<start + characters.count]) == characters
    }

    private mutating func code(untilParenthesis: Bool) {
        var depth = 0
        while position < input.count {
            if starts(with: "//") {
                while position < input.count, !input[position].isNewline { blankOne() }
            } else if starts(with: "/*") {
                blockComment()
            } else if input[position] == "\"" || input[position] == "#" {
                stringOrHash()
            } else {
                if input[position] == "(" { depth += 1 }
                if input[position] == ")" {
                    if depth == 0 && untilParenthesis { return }
                    depth -= 1
                }
                position += 1
            }
        }
    }

    private mutating func blankOne() {
        if !input[position].isNewline { output[position] = " " }
        position += 1
    }

    private mutating func blockComment() {
        var depth = 0
        repeat {
            if starts(with: "/*") {
                depth += 1
                blankOne()
                blankOne()
            } else if starts(with: "*/") {
                depth -= 1
                blankOne()
                blankOne()
            } else {
                blankOne()
            }
        } while depth > 0 && position < input.count
    }

    private mutating func stringOrHash() {
        var pounds = 0
        while position + pounds < input.count, input[position + pounds] == "#" { pounds += 1 }
        guard position + pounds < input.count, input[position + pounds] == "\"" else {
            position += max(pounds, 1)
            return
        }
        position += pounds
        let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
        position += quote.count
        let hashes = String(repeating: "#", count: pounds)
        while position < input.count {
            if starts(with: quote + hashes) {
                position += quote.count + pounds
                return
            }
            if starts(with: "\\" + hashes + "(") {
                position += pounds + 2
                code(untilParenthesis: true)
            } else if pounds == 0 && input[position] == "\\" {
                position += 2
            } else if quote.count == 1 && input[position].isNewline {
                return
            } else {
                position += 1
            }
        }
    }
}
