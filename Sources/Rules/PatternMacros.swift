/// Shorthands that rule files may use inside patterns, and the patterns built around values.
package enum PatternMacros {
    /// One optional quote in the ways in which code, JSON in strings and HTML write it.
    static let quote = #"(?:\\{0,2}["'`]|&quot;|&#34;|&#39;|%22|%27)?"#

    /// An assignment in the usual languages, with what may stand around the operator: a closing
    /// quote, bracket or parenthesis of the key, spaces, and the opening quote of the value.
    static let assign =
        #"(?:\\{0,2}["'`]|&quot;|&#34;|%22)?[\])]{0,2}[ \t]{0,8}"#
        + #"(?:=>|:=|->|\?=|\|\|=?|\+=|={1,3}|%3[Dd]|\?[?:]=?|(?<=\)[ \t])or(?=[ \t])|"#
        // `name: String = "v"`, `name: Option<&str> = …`.
        + #":[ \t]{0,4}&?[A-Za-z_][A-Za-z0-9_.<>&?\[\]]{0,24}[ \t]{0,4}=|:|,|>|\([ \t]{0,4}|"#
        + #"</key>[ \t]{0,8}<string>|[ \t]value=)"#
        + #"[ \t]{0,8}(?:[A-Za-z@$]{0,2}\\{0,2}["'`]|&quot;|&#34;|%22)?"#

    /// Nothing before that belongs to the same word, unless it is the end of an escape.
    package static let left =
        #"(?:(?<![A-Za-z0-9_])|(?<=\\[nrtbf0]|%[0-9A-Fa-f]{2}|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}))"#

    /// Nothing after that belongs to the same word.
    static let right = #"(?![A-Za-z0-9_])"#

    /// Replaces `%{quote}`, `%{assign}`, `%{left}` and `%{right}`.
    ///
    /// - Returns: `nil` when an unknown macro stands in the pattern.
    package static func expand(_ pattern: String) -> String? {
        var rest = pattern[...]
        var expanded = ""
        while let start = rest.firstRange(of: "%{") {
            expanded += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            let end = rest.firstIndex { !("a"..."z").contains($0) } ?? rest.endIndex
            guard end < rest.endIndex, rest[end] == "}", end > rest.startIndex else {
                expanded += "%{"
                continue
            }
            switch rest[..<end] {
            case "quote": expanded += quote
            case "assign": expanded += assign
            case "left": expanded += left
            case "right": expanded += right
            default: return nil
            }
            rest = rest[rest.index(after: end)...]
        }
        return expanded + rest
    }

    /// The pattern of a value of known shape behind one of several key words.
    ///
    /// A short key must not be the tail of another word; `_` in a key also stands for `-`, `.`,
    /// a space or nothing.
    static func assignment(keys: [String], value: String) -> String {
        let alternatives = keys.map { key in
            let body = key.map { character -> String in
                switch character {
                case "_": #"[_\-. ]?"#
                case "a"..."z", "A"..."Z", "0"..."9": String(character)
                default: "\\" + String(character)
                }
            }.joined()
            let firstWord = key.prefix { $0 != "_" }
            return firstWord.count < 5 ? "(?<![A-Za-z0-9])" + body : body
        }
        return "(?i:\(alternatives.joined(separator: "|")))"
            + #"[A-Za-z0-9_. \-]{0,40}?(?:"# + assign + #"|[ \t]{1,8}["'`]?)"#
            + "(?<secret>\(value))(?![A-Za-z0-9_\\-])"
    }

    /// The pattern of a value of known shape behind a name that says only what kind of thing it is.
    static func bareAssignment(value: String) -> String {
        #"(?<![A-Za-z0-9_.\-])(?i:"#
            + #"(?:(?:api|app|access|auth|secret|private|client|bearer|service)[_-]?)?"#
            + #"(?:key|token|secret|password|passwd|pass|pwd|credentials?|pat|auth|value|"#
            + #"(?<=<)string)"#
            + #"(?:[_-]?(?:key|token|value))?)"#
            + assign + #"(?=[^\s"'`]{0,256}?[A-Za-z0-9_+.~-]{"#
            + "\(ContextAssignment.minimumValueBytes)})(?<secret>\(value))(?![A-Za-z0-9_\\-])"
    }
}
