extension DocumentNode {
    /// The tree as YAML in flow style on one line, every text in quotes: for taking parts of a file
    /// elsewhere. Spans and tags are lost.
    package var flowText: String {
        switch content {
        case .scalar(let scalar): DocumentNode.quoted(scalar.text)
        case .sequence(let items): "[" + items.map(\.flowText).joined(separator: ",") + "]"
        case .mapping(let entries):
            "{"
                + entries.map { DocumentNode.quoted($0.key) + ": " + $0.value.flowText }
                .joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
