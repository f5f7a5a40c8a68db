/// A glob over a name: `*` stands for any bytes, none included, and nothing else is special.
///
/// Names are not paths: stars pass slashes and points, and braces are letters. `GlobPattern` is for
/// paths.
package struct NameGlob: Hashable, Sendable {
    /// What stands between two stars.
    private struct Piece: Hashable, Sendable {
        let bytes: [UInt8]
        /// How much of the piece still fits where the byte behind so many did not.
        let borders: [Int]
    }

    /// The glob as written.
    package let source: String
    /// Whether letters of ASCII match in either case.
    package let foldsCase: Bool
    private let pieces: [Piece]

    /// Takes the text of a glob; each is one.
    package init(_ source: String, foldsCase: Bool = false) {
        self.source = source
        self.foldsCase = foldsCase
        pieces = source.utf8.split(
            separator: UInt8(ascii: "*"), omittingEmptySubsequences: false
        ).map { part in
            let bytes = part.map { foldsCase ? NameGlob.folded($0) : $0 }
            return Piece(bytes: bytes, borders: NameGlob.borders(of: bytes))
        }
    }

    /// Whether the whole name fits.
    ///
    /// Cost: the sum of both lengths, whatever the glob.
    package func matches(_ name: some StringProtocol) -> Bool {
        let matched = name.utf8.withContiguousStorageIfAvailable { matches($0) }
        return matched ?? Array(name.utf8).withUnsafeBufferPointer { matches($0) }
    }

    /// Whether the whole name fits, given as its bytes in UTF-8.
    package func matches(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = pieces.first, let last = pieces.last,
            stands(first, in: name, at: 0)
        else { return false }
        guard pieces.count > 1 else { return first.bytes.count == name.count }
        let end = name.count - last.bytes.count
        var place = first.bytes.count
        guard place <= end, stands(last, in: name, at: end) else { return false }
        // The leftmost place of each leaves the most for those behind it.
        for piece in pieces[1..<(pieces.count - 1)] {
            guard let behind = find(piece, in: name, place..<end) else { return false }
            place = behind
        }
        return true
    }

    private func stands(
        _ piece: Piece, in name: UnsafeBufferPointer<UInt8>, at place: Int
    ) -> Bool {
        guard piece.bytes.count <= name.count - place else { return false }
        return piece.bytes.indices.allSatisfy { piece.bytes[$0] == byte(name[place + $0]) }
    }

    /// The place behind the first occurrence, by the algorithm of Knuth, Morris and Pratt.
    private func find(
        _ piece: Piece, in name: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int? {
        guard !piece.bytes.isEmpty else { return range.lowerBound }
        var fitting = 0
        for place in range {
            let next = byte(name[place])
            while fitting > 0, piece.bytes[fitting] != next { fitting = piece.borders[fitting - 1] }
            if piece.bytes[fitting] == next { fitting += 1 }
            if fitting == piece.bytes.count { return place + 1 }
        }
        return nil
    }

    private static func borders(of bytes: [UInt8]) -> [Int] {
        var borders = [Int](repeating: 0, count: bytes.count)
        var fitting = 0
        for place in bytes.indices.dropFirst() {
            while fitting > 0, bytes[fitting] != bytes[place] { fitting = borders[fitting - 1] }
            if bytes[fitting] == bytes[place] { fitting += 1 }
            borders[place] = fitting
        }
        return borders
    }

    private func byte(_ byte: UInt8) -> UInt8 { foldsCase ? NameGlob.folded(byte) : byte }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
