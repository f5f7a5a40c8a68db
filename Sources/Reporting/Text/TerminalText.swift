/// Makes hostile text harmless for a terminal.
package enum TerminalText {
    /// Shows control characters, bidirectional overrides and other invisible characters as
    /// `\n`, `\t` or `\u{202E}`, so that nobody can move the cursor, recolour or reorder a report.
    ///
    /// - Source: "Trojan Source: Invisible Vulnerabilities" (2021), for the overrides.
    package static func escaped(_ text: String) -> String {
        // Nearly all text is printable ASCII: one pass over its bytes, no copy.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var result = ""
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result
    }

    /// Whether the scalar would act on a terminal or be invisible.
    static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: return false
        // Joins emoji into one; harmless.
        case 0x200D: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        guard mustEscape(scalar) else {
            result.unicodeScalars.append(scalar)
            return
        }
        switch scalar {
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default: result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
    }
}
