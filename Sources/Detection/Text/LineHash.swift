/// GitHub's `primaryLocationLineHash`: a rolling hash over the first 100 characters from a line's
/// start, with an occurrence counter, here over text in which secrets are masked.
///
/// - Source: github/codeql-action, `src/fingerprints.ts` (`hash`). Characters are UTF-16 code
///   units of the text as Node decodes it; blanks and tabs are skipped; every line end is one
///   `\n`; 65535 stands for the end, followed by zeros.
enum LineHash {
    /// How many characters one hash covers.
    static let blockSize = 100
    private static let multiplier: UInt64 = 37
    private static let endOfFile: UInt16 = 65535
    /// `multiplier` to the power of `blockSize`, modulo 2⁶⁴.
    private static let firstMultiplier = (0..<blockSize).reduce(UInt64(1)) { power, _ in
        power &* multiplier
    }

    /// The hashes, `hexadecimal:occurrence`, of the lines asked for that the text has.
    ///
    /// Reads the text up to 100 characters after the last line asked for, twice: first for their
    /// hashes, then for how often each occurred before. So memory grows with the lines asked for
    /// and not with the text.
    ///
    /// - Parameters:
    ///   - lines: numbers from 1, in any order.
    ///   - masks: each contributes `***` instead of its bytes; line ends inside it remain.
    static func hashes(
        ofLines lines: some Sequence<Int>, in bytes: UnsafeRawBufferPointer,
        masking masks: MaskedRanges
    ) -> [Int: String] {
        var wanted: [Int: UInt64] = [:]
        for line in lines where line >= 1 { wanted[line] = 0 }
        guard let last = wanted.keys.max() else { return [:] }
        var found: Set<Int> = []
        var occurrences: [UInt64: Int] = [:]
        forEachLine(bytes, masks) { line, hash in
            if wanted[line] != nil {
                wanted[line] = hash
                occurrences[hash] = 0
                found.insert(line)
            }
            return line < last
        }
        var result: [Int: String] = [:]
        forEachLine(bytes, masks) { line, hash in
            guard let earlier = occurrences[hash] else { return line < last }
            occurrences[hash] = earlier + 1
            if found.contains(line) {
                result[line] = String(hash, radix: 16) + ":" + String(earlier + 1)
            }
            return line < last
        }
        return result
    }

    /// Calls `body` with every line's number and hash until it returns false.
    private static func forEachLine(
        _ bytes: UnsafeRawBufferPointer, _ masks: MaskedRanges, _ body: (Int, UInt64) -> Bool
    ) {
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: blockSize) { window in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: blockSize) { starts in
                window.initialize(repeating: 0)
                starts.initialize(repeating: 0)
                var roll = Roll(window: window, starts: starts)
                var source = MaskedUnits(bytes, masks)
                while let unit = source.next() {
                    guard roll.take(unit, body) else { return }
                }
                guard roll.take(endOfFile, body) else { return }
                for _ in 0..<blockSize {
                    guard roll.push(0, body) else { return }
                }
            }
        }
    }

    /// The window that moves over the characters.
    private struct Roll {
        let window: UnsafeMutableBufferPointer<UInt16>
        /// The line that starts at each character of the window, or 0.
        let starts: UnsafeMutableBufferPointer<Int>
        var hash: UInt64 = 0
        var index = 0
        var line = 0
        var isAtLineStart = true
        var followsReturn = false

        /// One character of the text: skips blanks, unifies line ends.
        @inline(__always)
        mutating func take(_ unit: UInt16, _ body: (Int, UInt64) -> Bool) -> Bool {
            if unit == 0x20 || unit == 0x09 || (followsReturn && unit == 0x0A) {
                followsReturn = false
                return true
            }
            followsReturn = unit == 0x0D
            let character = followsReturn ? 0x0A : unit
            // The character that leaves may be a line's first: then its 100 are complete.
            guard emit(body) else { return false }
            if isAtLineStart {
                line &+= 1
                starts[index] = line
            }
            isAtLineStart = character == 0x0A
            advance(character)
            return true
        }

        /// One character of the tail.
        mutating func push(_ unit: UInt16, _ body: (Int, UInt64) -> Bool) -> Bool {
            guard emit(body) else { return false }
            advance(unit)
            return true
        }

        @inline(__always)
        private mutating func emit(_ body: (Int, UInt64) -> Bool) -> Bool {
            let start = starts[index]
            guard start != 0 else { return true }
            starts[index] = 0
            return body(start, hash)
        }

        @inline(__always)
        private mutating func advance(_ unit: UInt16) {
            let leaving = UInt64(window[index])
            window[index] = unit
            hash =
                LineHash.multiplier &* hash &+ UInt64(unit)
                &- LineHash.firstMultiplier &* leaving
            index = index &+ 1 == LineHash.blockSize ? 0 : index &+ 1
        }
    }
}
