/// The words that a name is made of: `resetToken`, `RESET_TOKEN` and `reset-token` have two.
struct NameWords {
    private let words: [String]
    private let whole: String

    init(_ name: String) {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for character in name {
            let isUpper = character.isUppercase
            if !(character.isLetter || character.isNumber) || isUpper && wasLower {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if character.isLetter || character.isNumber { word += character.lowercased() }
            wasLower = character.isLowercase || character.isNumber
        }
        if !word.isEmpty { words.append(word) }
        self.words = words
        whole = words.joined()
    }

    /// Whether one of these lowercase words is among them, also in the plural; long ones may stand
    /// within another word, unless `=` is before them.
    func hasAny(of wanted: [String]) -> Bool {
        wanted.contains { word in
            if word.first == "=" { return words.contains { $0 == word.dropFirst() } }
            return words.contains { $0 == word || $0 == word + "s" }
                || word.utf8.count >= 5 && whole.contains(word)
        }
    }
}
