/// Caseless search of short ASCII words in bytes.
enum NearbySearch {
    /// Whether the lowercase `word` stands in `text` in any case.
    static func contains(_ word: String, in text: UnsafeRawBufferPointer) -> Bool {
        var word = word
        return word.withUTF8 { word in
            guard let first = word.first, text.count >= word.count else { return false }
            let last = text.count - word.count
            var start = 0
            while start <= last {
                if lowered(text[start]) == first, matches(word, text, at: start) { return true }
                start += 1
            }
            return false
        }
    }

    /// Whether `text` begins with `word`.
    static func isPrefix(
        _ word: String, caseless: Bool, of text: UnsafeRawBufferPointer
    ) -> Bool {
        guard text.count >= word.utf8.count else { return false }
        return zip(word.utf8, text).allSatisfy { $0 == (caseless ? lowered($1) : $1) }
    }

    private static func matches(
        _ word: UnsafeBufferPointer<UInt8>, _ text: UnsafeRawBufferPointer, at start: Int
    ) -> Bool {
        for index in word.indices where lowered(text[start + index]) != word[index] {
            return false
        }
        return true
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte + 32 : byte
    }
}
