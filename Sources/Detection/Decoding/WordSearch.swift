#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Finds a name in a text by the byte of it that programs write least often.
struct WordSearch {
    private let word: UnsafeRawBufferPointer
    /// Where in the name that byte stands.
    private let offset: Int

    /// Bytes of programs, the most frequent first; what is not among them is rarer.
    private static let frequent = Array(
        " etaisnrolcdupmfhg_bvywkxTSEICARDNPLMOFBUG0123456789qjzHVWKXYQJZ".utf8)
    private static let ranks: [Int] = (0...255).map { (byte: UInt8) in
        frequent.firstIndex(of: byte) ?? frequent.count
    }

    /// Borrows the name.
    init(_ word: UnsafeRawBufferPointer) {
        self.word = word
        offset =
            word.indices.max { WordSearch.ranks[Int(word[$0])] < WordSearch.ranks[Int(word[$1])] }
            ?? 0
    }

    /// Where the name first stands between two places of a text.
    func first(in text: UnsafeRawBufferPointer, from start: Int, before end: Int) -> Int? {
        guard let base = text.baseAddress, let name = word.baseAddress, end <= text.count else {
            return nil
        }
        var place = start + offset
        let last = end - word.count + offset
        while place <= last,
            let hit = memchr(base + place, Int32(word[offset]), last + 1 - place)
        {
            let found = base.distance(to: hit)
            if memcmp(base + found - offset, name, word.count) == 0 { return found - offset }
            place = found + 1
        }
        return nil
    }
}
