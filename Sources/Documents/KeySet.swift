/// Tells whether a key stood before, without a table for the small mappings that most are.
struct KeySet {
    private static let smallCount = 12

    private var keys: Set<String> = []

    /// Whether a key is new beside the entries before it.
    mutating func insert(_ key: String, after entries: [DocumentEntry]) -> Bool {
        if entries.count < KeySet.smallCount { return !entries.contains { $0.key == key } }
        if keys.isEmpty {
            for entry in entries { keys.insert(entry.key) }
        }
        return keys.insert(key).inserted
    }
}
