/// Writes a list of bytes as the literal that it stands for.
enum ListHead {
    private static let words: [[UInt8]] = [
        "[]byte", "[]uint8", "byte[]", "bytes", "bytearray", "new byte[]", "new", "char[]",
        "Uint8Array", "Buffer.from", "String.fromCharCode", "vec!", "Bytes", "u8",
    ].map { Array($0.utf8) }

    /// The end of what stands before a list, without the brackets and words that open it.
    static func end(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
        var end = range.upperBound
        var isAtEnd = false
        while !isAtEnd {
            while end > range.lowerBound,
                [0x20, 0x5B, 0x7B, 0x28, 0x0A, 0x0D, 0x09, 0x26].contains(text[end - 1])
            {
                end -= 1
            }
            isAtEnd = true
            for word in words where end - range.lowerBound >= word.count {
                let tail = text[(end - word.count)..<end]
                if tail.elementsEqual(word) {
                    end -= word.count
                    isAtEnd = false
                    break
                }
            }
        }
        return end
    }

    /// Takes the bytes of a list, in quotes.
    static func append(_ items: [ItemList.Item], to layer: inout DecodedLayer) {
        guard let first = items.first, let last = items.last else { return }
        let start = first.range.lowerBound
        let end = last.range.upperBound
        layer.append([0x20, 0x22], from: start..<start, .list)
        for (index, item) in items.enumerated() {
            // With the comma behind it, so that masks leave nothing between.
            let itemEnd = index + 1 < items.count ? items[index + 1].range.lowerBound : end
            layer.append(item.value, from: item.range.lowerBound..<itemEnd, .list)
        }
        layer.append(0x22, from: end..<end, .list)
    }
}
