/// Makes the lines of generated files.
struct LineMaker {
    let material: HistoryMaterial
    /// Secrets and blocks, each cut at several places.
    let halves: [(head: [UInt8], tail: [UInt8])]
    var random: SeededRandom

    init(_ material: HistoryMaterial, seed: UInt64) {
        self.material = material
        var random = SeededRandom(seed: seed)
        var halves: [(head: [UInt8], tail: [UInt8])] = []
        for whole in (material.secrets + material.blocks).map({ Array($0.utf8) }) {
            for _ in 0..<3 where whole.count > 1 {
                let place = 1 + random.below(whole.count - 1)
                halves.append((Array(whole[..<place]), Array(whole[place...])))
            }
        }
        self.halves = halves
        self.random = random
    }

    /// Secrets and blocks.
    var wholes: [[UInt8]] { (material.secrets + material.blocks).map { Array($0.utf8) } }

    /// Some lines, most of them ordinary.
    mutating func lines(_ count: Int) -> [UInt8] {
        (0..<count).flatMap { _ in Array(line().utf8) + [10] }
    }

    /// The word of a name, made of a context word when there are any.
    mutating func word() -> String {
        if random.oneIn(3), let word = random.element(of: material.contextWords) { return word }
        return random.element(of: Self.words) ?? "name"
    }

    /// A line, or several, without the last newline.
    mutating func line() -> String {
        switch random.below(12) {
        case 0:
            if let secret = random.element(of: material.secrets) { return assignment(of: secret) }
        case 1:
            if let pair = random.element(of: halves) {
                return assignment(
                    of: String(decoding: random.oneIn(2) ? pair.head : pair.tail, as: UTF8.self))
            }
        case 2:
            if let line = random.element(of: material.nearMisses) { return line }
        case 3 where random.oneIn(3):
            if let block = random.element(of: material.blocks) { return block }
        case 4: return assignment(of: digits(8 + random.below(57)))
        default: break
        }
        return ordinary()
    }

    /// `value` as it stands in files of settings and in code.
    mutating func assignment(of value: String) -> String {
        switch random.below(7) {
        case 0: "\(word())=\(value)"
        case 1: "export \(word().uppercased())_\(random.below(9))=\(value)"
        case 2: "    \(word()): \"\(value)\","
        case 3: "const \(word()) = '\(value)'; // \(word())"
        case 4: "# \(value)"
        case 5: "url: https://\(word()):\(value)@host.example/\(word())"
        default: value
        }
    }

    /// A line of about 20 KiB with a secret, a half or nothing special in it, and its newline.
    mutating func longLine() -> [UInt8] {
        var bytes: [UInt8] = []
        let special = random.below(20_000)
        while bytes.count < 20_480 {
            if bytes.count >= special, bytes.count < special + 40 {
                bytes += Array(line().replacing("\n", with: " ").utf8)
            }
            bytes += Array("\"\(word())\":{\"\(word())\":\(random.below(1_000))},".utf8)
        }
        return bytes + [10]
    }

    private mutating func ordinary() -> String {
        switch random.below(8) {
        case 0: ""
        case 1: "def \(word())(\(word()), limit=\(random.below(100))):"
        case 2: "    return \(word()).\(word())(\(random.below(10)))"
        case 3: "// the \(word()) of this \(word()) is read from the \(word())"
        case 4: "\(word()) = os.environ[\"\(word().uppercased())\"]"
        case 5: "if (\(word()) == null) { throw new Error('no \(word())'); }"
        case 6: "}"
        default: "\(word()): ${\(word().uppercased())}"
        }
    }

    private mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in Self.hexadecimal[random.below(16)] })
    }

    private static let hexadecimal = Array("0123456789abcdef")
    private static let words = [
        "account", "build", "cache", "client", "config", "counter", "folder", "index", "items",
        "key", "label", "limit", "page", "parser", "password", "path", "region", "secret",
        "server", "session", "table", "token", "total", "user", "value", "widget",
    ]
}
