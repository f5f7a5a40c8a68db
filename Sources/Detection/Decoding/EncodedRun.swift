/// Tells runs of base64 or hexadecimal characters that hold text or keys from all the others.
enum EncodedRun {
    /// What a run is.
    enum Form: Equatable {
        case base64
        case hex
        /// Base64 of UTF-16 of Latin text, as PowerShell takes commands.
        case base64OfUTF16
        /// Base64 of something compressed.
        case base64Compressed
        /// Base64 of DER.
        case base64DER
        /// DER in hexadecimal digits.
        case hexDER
        /// Base64 of an archive.
        case base64Archive
    }

    /// Decoded bytes that are looked at: a random run passes once in 50,000 times.
    private static let sampleByteCount = 11

    /// Whether a run begins as one that holds text or a key.
    static func holdsText(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        form(of: text, range) != nil
    }

    /// What a run seems to be by its beginning.
    static func form(of text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Form? {
        if hexStart(text, range) != nil { return .hex }
        if isHexDER(text, range) { return .hexDER }
        var sample: (UInt64, UInt64) = (0, 0)
        return withUnsafeMutableBytes(of: &sample) { sample -> Form? in
            var bits: UInt32 = 0
            var count = 0
            for offset in 0..<16 {
                guard range.lowerBound + offset < range.upperBound,
                    let value = ByteClass.base64Value(text[range.lowerBound + offset])
                else { return nil }
                bits = bits << 6 | UInt32(value)
                if offset & 3 == 3 {
                    sample[count] = UInt8(truncatingIfNeeded: bits >> 16)
                    sample[count + 1] = UInt8(truncatingIfNeeded: bits >> 8)
                    sample[count + 2] = UInt8(truncatingIfNeeded: bits)
                    count += 3
                }
            }
            return form(ofSample: UnsafeRawBufferPointer(rebasing: sample[..<12]))
        }
    }

    private static func form(ofSample sample: UnsafeRawBufferPointer) -> Form? {
        // The head of bzip2 is text, and so are the next bytes by chance.
        if sample.starts(with: "BZh".utf8), sample[4..<10].elementsEqual("1AY&SY".utf8) {
            return .base64Compressed
        }
        var textCount = 0
        for byte in sample {
            guard ByteClass.sets[Int(byte)] & ByteClass.text != 0 || isUTF8Lead(byte, textCount)
            else { break }
            textCount += 1
        }
        if textCount > sampleByteCount { return .base64 }
        let wide = stride(from: 0, to: 12, by: 2).allSatisfy {
            ByteClass.sets[Int(sample[$0])] & ByteClass.text != 0 && sample[$0 + 1] == 0
        }
        if wide { return .base64OfUTF16 }
        switch (sample[0], sample[1], sample[2], sample[3]) {
        case (0x1F, 0x8B, 8, 0...0x1F): return .base64Compressed
        case (0x28, 0xB5, 0x2F, 0xFD): return .base64Compressed
        case (0x78, 0x01, _, _), (0x78, 0x5E, _, _), (0x78, 0x9C, _, _), (0x78, 0xDA, _, _):
            return .base64Compressed
        case (0x50, 0x4B, 3, 4): return .base64Archive
        case (0xFD, 0x37, 0x7A, 0x58) where sample[4] == 0x5A && sample[5] == 0:
            return .base64Compressed
        // SEQUENCE { INTEGER 0 or 1 …: the private keys of PKCS#1, PKCS#8 and SEC1.
        case (0x30, 0x82, _, _) where sample[4] == 2 && sample[5] == 1 && sample[6] < 2:
            return .base64DER
        case (0x30, 0x81, _, 2) where sample[4] == 1 && sample[5] < 2: return .base64DER
        case (0x30, 0x10...0x7F, 2, 1) where sample[4] < 2: return .base64DER
        default: return nil
        }
    }

    /// Bytes of other scripts are rare in what holds secrets; a BOM is not.
    private static func isUTF8Lead(_ byte: UInt8, _ place: Int) -> Bool {
        switch place {
        case 0: byte == 0xEF
        case 1: byte == 0xBB
        case 2: byte == 0xBF
        default: false
        }
    }

    /// Where the digits of a run begin that is hexadecimal and holds text.
    static func hexStart(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
        var start = range.lowerBound
        if range.count > 2, text[start] == 0x30, text[start + 1] | 0x20 == 0x78 { start += 2 }
        guard (range.upperBound - start) & 1 == 0, range.upperBound - start >= 24 else {
            return nil
        }
        for place in stride(from: start, to: start + 24, by: 2) {
            guard let high = ByteClass.hexValue(text[place]),
                let low = ByteClass.hexValue(text[place + 1]),
                ByteClass.sets[Int(high << 4 | low)] & ByteClass.text != 0
            else { return nil }
        }
        return start
    }

    /// Whether a run is hexadecimal digits of what may be a private key in DER.
    private static func isHexDER(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        guard range.count >= 64, range.count & 1 == 0, text[range.lowerBound] == 0x33,
            text[range.lowerBound + 1] == 0x30
        else { return false }
        var head: UInt64 = 0
        return withUnsafeMutableBytes(of: &head) { head in
            for offset in 0..<8 {
                guard let high = ByteClass.hexValue(text[range.lowerBound + offset * 2]),
                    let low = ByteClass.hexValue(text[range.lowerBound + offset * 2 + 1])
                else { return false }
                head[offset] = high << 4 | low
            }
            return PrivateKeyText.startsAsDER(UnsafeRawBufferPointer(head))
        }
    }

    /// Whether decoded bytes are text: at most one in ten is none, and no NUL among them.
    static func isText(_ bytes: some Collection<UInt8>) -> Bool {
        var others = 0
        for byte in bytes where ByteClass.sets[Int(byte)] & ByteClass.text == 0 {
            if byte == 0 { return false }
            others += byte < 0x80 ? 8 : 1
        }
        return others * 4 <= bytes.count * 1
    }
}
