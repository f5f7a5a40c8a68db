#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// How the characters of a blob are written as bytes.
enum TextEncoding: String, Sendable {
    case utf8
    case utf8WithBOM
    case utf16LittleEndian
    case utf16BigEndian
    case utf32LittleEndian
    case utf32BigEndian
    /// No NUL, yet not UTF-8: some 8-bit encoding.
    case latin1
    /// NUL bytes that no encoding of text explains.
    case binary

    /// Whether the bytes must be transcoded before rules can see the text.
    var isWide: Bool {
        switch self {
        case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: true
        case .utf8, .utf8WithBOM, .latin1, .binary: false
        }
    }

    /// Bytes at the start that the guess for UTF-16 without a byte order mark looks at.
    static let sampleByteCount = 4096

    /// The encoding of a blob, by mark or by its bytes. Reads all of it.
    static func detect(_ bytes: UnsafeRawBufferPointer) -> TextEncoding {
        if let encoding = detectWide(bytes) { return encoding }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithBOM }
        return UTF8Decoding.isValid(bytes) ? .utf8 : .latin1
    }

    /// The cheap half of `detect`, for every blob: what must be transcoded, or `binary`; `nil` for
    /// text of single bytes. One `memchr` where there is no NUL.
    static func detectWide(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        if let marked = byteOrderMark(bytes) { return marked }
        guard let base = bytes.baseAddress, memchr(base, 0, bytes.count) != nil else { return nil }
        if let guess = guessUTF16(bytes) { return guess }
        return .binary
    }

    /// Whether a byte order mark says that the bytes must be transcoded.
    static func isMarkedWide(_ bytes: UnsafeRawBufferPointer) -> Bool {
        byteOrderMark(bytes) != nil
    }

    /// The length of the byte order mark that the encoding has at the start of `bytes`, else 0.
    func markByteCount(_ bytes: UnsafeRawBufferPointer) -> Int {
        switch self {
        case .utf8WithBOM: 3
        case .utf16LittleEndian, .utf16BigEndian:
            TextEncoding.byteOrderMark(bytes) == self ? 2 : 0
        case .utf32LittleEndian, .utf32BigEndian: 4
        case .utf8, .latin1, .binary: 0
        }
    }

    /// - Source: The Unicode Standard 15.0, §23.8, "Byte Order Mark".
    private static func byteOrderMark(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        // FF FE 00 00 is the mark of UTF-32LE; as UTF-16LE it would be text that starts with NUL.
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LittleEndian }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        return nil
    }

    /// UTF-16 without a mark: every other byte of Latin text is NUL, and what is left is text.
    private static func guessUTF16(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        let end = min(bytes.count, sampleByteCount) & ~1
        guard end >= 4 else { return nil }
        var evenNULs = 0
        var oddNULs = 0
        for offset in stride(from: 0, to: end, by: 2) {
            let isEvenNUL = bytes[offset] == 0
            let isOddNUL = bytes[offset + 1] == 0
            // A NUL character is no text.
            if isEvenNUL && isOddNUL { return nil }
            if isEvenNUL { evenNULs += 1 }
            if isOddNUL { oddNULs += 1 }
        }
        let guess: TextEncoding = evenNULs < oddNULs ? .utf16LittleEndian : .utf16BigEndian
        // Characters such as U+0100 have their NUL in the other half; they are few.
        guard min(evenNULs, oddNULs) * 8 <= max(evenNULs, oddNULs) else { return nil }
        // Ten ASCII characters in a hundred: blanks, digits and line ends of any script.
        guard max(evenNULs, oddNULs) * 10 >= end / 2 else { return nil }
        return isPlausibleUTF16(bytes, end: end, encoding: guess) ? guess : nil
    }

    /// Whether the units are paired surrogates and characters, with hardly a control among them.
    private static func isPlausibleUTF16(
        _ bytes: UnsafeRawBufferPointer, end: Int, encoding: TextEncoding
    ) -> Bool {
        var controls = 0
        var expectsTrail = false
        for offset in stride(from: 0, to: end, by: 2) {
            let unit = TranscodedText.unit(bytes, at: offset, encoding)
            let isTrail = (0xDC00...0xDFFF).contains(unit)
            guard isTrail == expectsTrail else { return false }
            expectsTrail = (0xD800...0xDBFF).contains(unit)
            switch unit {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x1B: break
            case ..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: controls += 1
            default: break
            }
        }
        return controls * 50 <= end / 2
    }
}
