internal import Documents
internal import Rules
internal import ScanModel

/// Tells rules about settings that can find nothing in a document, by its words and its path.
struct SettingGate {
    /// The rule's subjects of one platform.
    private struct Part {
        /// `nil` for any.
        let platform: String?
        /// Words of the types, of which one list must stand in the text; empty for any text.
        var types: [[Int]] = []
    }

    private let parts: [Part]

    init(_ rule: SettingRule) {
        var types: [String?: [[String]]] = [:]
        for glob in rule.subjects {
            let parts = glob.source.split(
                separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            let platform = parts.first.map { $0.lowercased() } ?? ""
            let type = parts.count > 1 ? String(parts[1]) : ""
            let lists = NeededWords.lists(ofType: type, platform: platform)
            types[platform.contains("*") ? nil : platform, default: []] +=
                lists.isEmpty ? [[]] : lists
        }
        parts = types.map { platform, lists in
            let isAny = lists.contains(where: \.isEmpty)
            return Part(
                platform: platform,
                types: isAny ? [] : lists.map { $0.map(WordSet.place(of:)) })
        }
    }

    /// Whether the rule may find something in a document.
    func isOpen(_ look: inout DocumentLook) -> Bool {
        parts.contains { part in
            guard let platform = part.platform else { return true }
            return look.mayHold(platform) && (part.types.isEmpty || look.holdsOne(of: part.types))
        }
    }
}
