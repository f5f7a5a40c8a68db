internal import Rules

/// The words of a text, as a set that may name some too many.
///
/// One pass over the bytes; a text of code is read some ten times slower.
struct WordSet {
    /// Enough for the words of most files to be told apart.
    private static let bitCount = 1 << 17
    private var bits = [UInt64](repeating: 0, count: WordSet.bitCount / 64)

    init(_ text: UnsafeRawBufferPointer) {
        WordSet.folds.withUnsafeBufferPointer { folds in
            bits.withUnsafeMutableBufferPointer { bits in
                var hash = WordSet.seed
                for byte in text {
                    let folded = folds[Int(byte)]
                    if folded != 0 {
                        hash = WordSet.mixed(hash, folded)
                    } else if hash != WordSet.seed {
                        let place = WordSet.place(hash)
                        bits[place >> 6] |= 1 << UInt64(place & 63)
                        hash = WordSet.seed
                    }
                }
                let place = WordSet.place(hash)
                bits[place >> 6] |= 1 << UInt64(place & 63)
            }
        }
    }

    /// Whether a word may stand in the text; `place` is what `place(of:)` gives for it.
    func mayHold(_ place: Int) -> Bool { bits[place >> 6] >> UInt64(place & 63) & 1 == 1 }

    /// Where a word is noted.
    static func place(of word: String) -> Int {
        place(word.utf8.reduce(seed) { mixed($0, folds[Int($1)]) })
    }

    /// Bytes of words with letters in lower case; 0 for others.
    private static let folds: [UInt8] = (0...255).map { (byte: UInt8) in
        let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        return NeededWords.isWordByte(byte) ? isUpper ? byte | 0x20 : byte : 0
    }

    private static let seed: UInt32 = 2_166_136_261

    @inline(__always)
    private static func mixed(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* 16_777_619
    }

    @inline(__always)
    private static func place(_ hash: UInt32) -> Int {
        Int((hash ^ hash >> 15) & UInt32(bitCount - 1))
    }
}
