/// Random text that passes for a real secret: every kind of character that its alphabet has, no
/// word that an allowlist would stop, no runs and no counting sequences.
struct RandomText {
    private let alphabet: [UInt8]
    private let edges: [UInt8]

    /// Draws from the characters of `alphabet`.
    init(alphabet: ExampleAlphabet) {
        self.alphabet = alphabet.characters
        // A real token may end in `-`; an example that did would test the boundary by accident.
        edges = self.alphabet.filter(RandomText.isAlphanumeric)
    }

    /// `length` characters; the same for the same state of `generator`.
    func draw(_ length: Int, using generator: inout SplitMix64) -> [UInt8] {
        let classCount = classes(of: alphabet).nonzeroBitCount
        var text = attempt(length, using: &generator)
        // Lengths of six and more hold all classes after a few attempts; the bound is for safety.
        for _ in 0..<200
        where length >= 2 * classCount && classes(of: text) != classes(of: alphabet) {
            text = attempt(length, using: &generator)
        }
        return text
    }

    private func attempt(_ length: Int, using generator: inout SplitMix64) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(length)
        for position in 0..<length {
            let choices = position == 0 || position == length - 1 ? edges : alphabet
            var drawn = choices[generator.next(below: choices.count)]
            for _ in 0..<64 where spoils(text, drawn) {
                drawn = choices[generator.next(below: choices.count)]
            }
            text.append(drawn)
        }
        return text
    }

    /// Whether `next` would complete a run, a sequence or a word.
    private func spoils(_ text: [UInt8], _ next: UInt8) -> Bool {
        let byte = RandomText.lowercased(next)
        let count = text.count
        func back(_ steps: Int) -> Int { Int(RandomText.lowercased(text[count - steps])) }
        if count >= 2, back(1) == Int(byte), back(2) == Int(byte) { return true }
        if count >= 3 {
            let step = Int(byte) - back(1)
            if abs(step) == 1, back(1) - back(2) == step, back(2) - back(3) == step { return true }
            if back(1) == back(3), back(2) == Int(byte) { return true }
        }
        return RandomText.wordsByLast[Int(byte)].contains { word in
            guard word.count <= count + 1 else { return false }
            var place = word.count - 2
            while place >= 0, Int(word[place]) == back(word.count - 1 - place) { place -= 1 }
            return place < 0
        }
    }

    /// One bit each for digits, lowercase and uppercase letters.
    private func classes(of text: [UInt8]) -> UInt8 {
        text.reduce(0) { bits, byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): bits | 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"): bits | 2
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bits | 4
            default: bits
            }
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }

    /// Words that placeholder and stop-word lists know, and the marks of neighbouring formats.
    private static let words: [[UInt8]] = [
        "test", "demo", "fake", "mock", "dummy", "sample", "examp", "place", "change", "passw",
        "secret", "token", "your", "here", "todo", "null", "none", "true", "false", "admin",
        "root", "user", "name", "value", "insert", "replace", "redact", "mask", "hidden", "abc",
        "foo", "bar", "baz", "qwe", "asd", "lorem", "ipsum", "key", "auth", "api", "akia", "asia",
        "ghp", "eyj", "xox", "aiza", "sk_", "sk-", "prod", "live", "login", "file", "path",
        "data", "http", "www", "this", "that", "word", "code", "hash", "salt", "uuid",
    ].map { Array($0.utf8) }

    /// The words by their last byte: most drawn characters end none.
    private static let wordsByLast: [[[UInt8]]] = (0..<256).map { last in
        words.filter { $0.last == UInt8(last) }
    }
}
