/// Who may vouch that a text holds no secret, and who may name raw secrets.
enum SecretOwnership {
    /// The one room that sees raw secrets.
    static let owner = "Detection"

    /// Files outside the owner that may vouch for a text which is no plain literal, each with
    /// the reason why no secret can be in it.
    static let vouchedFor: [String: String] = [
        "Sources/Gate/SuppressionLedger.swift": "fixed words with a line number"
    ]

    /// Calls of `RedactedText(redacted:)` outside the owner with anything but a plain literal.
    static func forgedRedactions(in file: SourceFile) -> [String] {
        guard file.module != owner, file.path != definition, vouchedFor[file.path] == nil else {
            return []
        }
        var found = file.code.matches(of: /\(\s*redacted\s*:\s*/).filter { match in
            !isPlainLiteral(file.code[match.range.upperBound...])
        }.map { file.line(of: $0.range.lowerBound) }
        // The initializer taken as a function value vouches for whatever it is given.
        found += file.code.matches(of: /RedactedText\s*\.\s*init\b(?!\s*\(\s*redacted)/)
            .map { file.line(of: $0.range.lowerBound) }
        found += file.code.matches(of: /\binit\s*\(\s*redacted\s*:\s*\)/)
            .map { file.line(of: $0.range.lowerBound) }
        return Set(found).sorted().map {
            "\(file.path):\($0): only \(owner) may vouch that a text is redacted"
        }
    }

    /// Rooms but the owner that name the type which holds raw secrets.
    static func secretNames(in file: SourceFile) -> [String] {
        guard file.module != owner, file.mentions(word: "SecretBytes") else { return [] }
        return ["\(file.path): only \(owner) may name SecretBytes"]
    }

    private static let definition = "Sources/ScanModel/RedactedText.swift"

    /// Whether an argument list starts with a one-line string literal without interpolation and
    /// ends right after it.
    private static func isPlainLiteral(_ text: Substring) -> Bool {
        guard let match = text.prefixMatch(of: /"(?!"")(?:[^"\\\n]|\\[^(])*"\s*[,)]/) else {
            return false
        }
        return !match.output.isEmpty
    }
}

extension SourceFile {
    /// The line of a place in `code`, from 1.
    func line(of index: String.Index) -> Int {
        code[..<index].reduce(1) { $1.isNewline ? $0 + 1 : $0 }
    }
}
