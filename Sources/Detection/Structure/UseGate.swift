internal import Rules

/// Tells rules about code that can find nothing in a text, by its words.
struct UseGate {
    /// `NeededWords.clauses`, each word as its place in a `WordSet`.
    private let clauses: [[[Int]]]

    init(_ rule: UseRule) {
        clauses = NeededWords.clauses(of: rule).map { lists in
            lists.map { $0.map(WordSet.place(of:)) }
        }
    }

    /// Whether the rule may find something in the text of these words.
    func isOpen(_ words: WordSet) -> Bool {
        clauses.allSatisfy { lists in
            lists.contains { $0.allSatisfy(words.mayHold) }
        }
    }
}
