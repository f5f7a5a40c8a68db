import Foundation

/// One Swift file of the repository and what the checks read from it.
struct SourceFile: Sendable {
    /// Path below the repository's top, with `/`.
    let path: String
    /// The whole text.
    let text: String
    /// The text with comments blanked out, so that prose about an import is none.
    let code: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = CommentBlanker.blank(text)
    }

    /// The module that SwiftPM compiles the file into.
    var module: String {
        let parts = path.split(separator: "/")
        if parts.first == "rules" { return "EmbeddedRules" }
        return parts.count > 1 ? String(parts[1]) : ""
    }

    /// The file name without folders.
    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The type that the file is named after: `Type.swift`, `Type+Topic.swift`.
    var typeName: String {
        String(name.dropLast(".swift".count).prefix { $0 != "+" })
    }

    /// Lines as editors count them: a final line break starts no further line.
    var lineCount: Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).count
            - (text.hasSuffix("\n") ? 1 : 0)
    }

    /// Every import declaration with single spaces, such as `package import ScanModel`.
    var importLines: [String] {
        code.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == ";" }).compactMap {
            let words = $0.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
                words[..<index].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
            else { return nil }
            return words.joined(separator: " ")
        }
    }

    /// The modules that the file imports.
    var imports: [String] {
        importLines.compactMap { line in
            let words = line.split(separator: " ")
            guard var index = words.firstIndex(of: "import") else { return nil }
            index += 1
            // `import struct Module.Type` names a kind before the path.
            if index + 1 < words.count, Self.importKinds.contains(String(words[index])) {
                index += 1
            }
            guard index < words.count else { return nil }
            return words[index].split(separator: ".").first.map(String.init)
        }
    }

    /// Whether the code has `word` with no identifier character on either side.
    func mentions(word: String) -> Bool {
        var start = code.startIndex
        while let range = code.range(of: word, range: start..<code.endIndex) {
            let before = range.lowerBound > code.startIndex ? code[..<range.lowerBound].last : nil
            let after = code[range.upperBound...].first
            if !Self.isIdentifier(before) && !Self.isIdentifier(after) { return true }
            start = range.upperBound
        }
        return false
    }

    private static let accessLevels: Set<String> = [
        "public", "package", "internal", "fileprivate", "private",
    ]
    private static let importKinds: Set<String> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]

    private static func isIdentifier(_ character: Character?) -> Bool {
        guard let character else { return false }
        return character.isLetter || character.isNumber || character == "_"
    }
}
