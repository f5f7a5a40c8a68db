internal import ScanModel

/// Words without which a rule about structure finds nothing in a text.
///
/// A word is a run of letters, digits and `_`; case does not count. Names of code and types of
/// subjects are made of words that stand in the text, so a look at those saves reading the text for
/// most rules.
package enum NeededWords {
    /// The words of a rule's names and of the imports that it asks for: of each member one of the
    /// lists stands in the text, with all its words.
    package static func clauses(of rule: UseRule) -> [[[String]]] {
        ([rule.names] + imports(of: rule.precondition)).compactMap { globs in
            let lists = globs.map { words(of: $0) }
            return lists.isEmpty || lists.contains(where: \.isEmpty) ? nil : lists
        }
    }

    private static func imports(of condition: UseCondition) -> [[String]] {
        switch condition {
        case .all(let parts): parts.flatMap { imports(of: $0) }
        case .imports(let globs): [globs.map(\.source)]
        default: []
        }
    }

    /// The words of a type of subjects, of which one list stands in the text; none where it has a
    /// name that no text need have.
    package static func lists(ofType type: String, platform: String) -> [[String]] {
        switch platform {
        case "kubernetes":
            switch type.lowercased() {
            case "container", "podspec": [["containers"], ["initContainers"]]
            case "configmapentry": [["ConfigMap"]]
            default: [words(of: type)]
            }
        case "terraform": [words(of: type).filter { $0.contains("_") }]
        case "cloudformation": type.contains("::") ? [words(of: type)] : []
        case "arm": type.contains("/") ? [words(of: type)] : []
        default: []
        }
    }

    /// The words that stand in a glob from end to end: beside a star they may go on.
    private static func words(of glob: String) -> [String] {
        glob.split { isGap($0) }.map(String.init).filter {
            !$0.contains("*") && $0.utf8.allSatisfy { $0 < 0x80 }
        }
    }

    private static func isGap(_ character: Character) -> Bool {
        guard let byte = character.asciiValue else { return false }
        return !isWordByte(byte) && byte != UInt8(ascii: "*")
    }

    /// Whether a byte is part of a word.
    package static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }
}
