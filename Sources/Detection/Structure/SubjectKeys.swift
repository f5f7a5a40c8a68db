internal import Documents
internal import Rules
internal import ScanModel

/// The entries of a subject at any depth, by their keys as `SettingPath` compares them.
struct SubjectKeys {
    /// In the order of the document.
    private var entries: [DocumentEntry] = []
    /// For each entry the next one whose key has the same number; -1 for none.
    private var next: [Int] = []
    private var chains: [UInt64: (first: Int, last: Int)] = [:]
    /// Distinct keys in the order of their bytes, each with its entries; made by `sort`.
    private var sorted: [(key: [UInt8], entries: [Int])] = []

    /// How many keys there are.
    var count: Int { chains.count }

    /// Takes an entry of the subject.
    mutating func add(_ entry: DocumentEntry) {
        let hash = SettingPath.hash(entry.key)
        if let chain = chains[hash] {
            next[chain.last] = entries.count
            chains[hash] = (chain.first, entries.count)
        } else {
            chains[hash] = (entries.count, entries.count)
        }
        entries.append(entry)
        next.append(-1)
    }

    /// The entries of a key, given as `SettingPath.folded` writes it.
    func entries(of key: [UInt8]) -> [DocumentEntry] {
        guard let chain = chains[SettingPath.hash(folded: key)] else { return [] }
        var found: [DocumentEntry] = []
        var place = chain.first
        while place >= 0 {
            if SettingPath.isSame(key, entries[place].key) { found.append(entries[place]) }
            place = next[place]
        }
        return found
    }

    /// Makes ready for `entries(like:)`, when all entries are known.
    mutating func sort() {
        guard sorted.isEmpty, !entries.isEmpty else { return }
        var places: [[UInt8]: [Int]] = [:]
        for place in entries.indices {
            places[SettingPath.folded(entries[place].key), default: []].append(place)
        }
        sorted = places.map { ($0.key, $0.value) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    /// The entries whose keys fit a glob, by key and then in the order of the document.
    func entries(like glob: NameGlob) -> [DocumentEntry] {
        sorted.filter { $0.key.withUnsafeBufferPointer { glob.matches($0) } }
            .flatMap { $0.entries.map { entries[$0] } }
    }
}
