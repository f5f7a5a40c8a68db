internal import Documents

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// What is known of a document before it is read.
struct DocumentLook {
    private let format: DocumentFormat
    private let path: String
    private let words: WordSet
    /// Whether words may stand in the text in another form, so that none can be missed.
    private let hasEscapes: Bool
    private var platforms: [String: Bool] = [:]

    init(_ text: UnsafeRawBufferPointer, words: WordSet, format: DocumentFormat, path: String) {
        self.words = words
        self.format = format
        self.path = path
        hasEscapes = DocumentLook.hasEscapes(text)
    }

    /// Whether a subject of a platform may stand in the document.
    mutating func mayHold(_ platform: String) -> Bool {
        if let known = platforms[platform] { return known }
        let mayHold = format.mayHold(platform: platform, path: path) {
            hasEscapes || words.mayHold(WordSet.place(of: $0))
        }
        platforms[platform] = mayHold
        return mayHold
    }

    /// Whether all words of one of these lists may stand in the text.
    func holdsOne(of lists: [[Int]]) -> Bool {
        hasEscapes || lists.contains { $0.allSatisfy(words.mayHold) }
    }

    /// Whether a backslash writes a character by its number, or hides the end of a line.
    private static func hasEscapes(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let base = text.baseAddress else { return false }
        var place = 0
        while place < text.count, let found = memchr(base + place, 0x5C, text.count - place) {
            place = base.distance(to: found) + 1
            guard place < text.count else { break }
            switch text[place] {
            case UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "x"), 0x0A, 0x0D: return true
            default: place += 1
            }
        }
        return false
    }
}
