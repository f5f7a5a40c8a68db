/// Looks up short constants of text in the text that uses them.
struct ConstantTable {
    let text: UnsafeRawBufferPointer
    private var known: [String: [UInt8]?] = [:]

    /// Longest value that is of use as a part of another.
    private static let maxValueByteCount = 64

    init(_ text: UnsafeRawBufferPointer) { self.text = text }

    /// The value that the first assignment to a name gives it.
    mutating func value(of name: Range<Int>, _ effort: inout DecodingEffort) -> [UInt8]? {
        let bytes = UnsafeRawBufferPointer(rebasing: text[name])
        let key = String(decoding: bytes, as: UTF8.self)
        if let found = known[key] { return found }
        guard effort.searchedByteCount < DecodingEffort.maxSearchedBytes else {
            effort.fallShort("more constants than are looked up")
            return nil
        }
        let found = search(bytes, &effort)
        known[key] = .some(found)
        return found
    }

    private func search(
        _ name: UnsafeRawBufferPointer, _ effort: inout DecodingEffort
    ) -> [UInt8]? {
        let search = WordSearch(name)
        var place = 0
        // Every round moves on; a name that stands everywhere is given up on.
        var uses = 0
        while uses < 64 {
            guard let start = search.first(in: text, from: place, before: text.count) else {
                effort.searchedByteCount += max(0, text.count - place)
                return nil
            }
            effort.searchedByteCount += start - place
            place = start + name.count
            uses += 1
            let isWhole =
                (start == 0 || ByteClass.sets[Int(text[start - 1])] & ByteClass.word == 0)
                && (place >= text.count || ByteClass.sets[Int(text[place])] & ByteClass.word == 0)
            if isWhole, let value = assigned(after: place) { return value }
        }
        return nil
    }

    /// The literal that is assigned right after a name: `= "x"`, `: "x"`, `, 'x'`, `: &str = "x"`.
    private func assigned(after name: Int) -> [UInt8]? {
        var place = name
        var hasSign = false
        let limit = min(text.count, name + 32)
        while place < limit {
            switch text[place] {
            case 0x22, 0x27, 0x60:
                let quote = text[place]
                // `["NAME"] = "x"`: the quote closes the name.
                if !hasSign {
                    guard place <= name + 1 else { return nil }
                    place += 1
                    continue
                }
                let start = place + 1
                var end = start
                while end < text.count, end - start <= ConstantTable.maxValueByteCount,
                    ByteClass.sets[Int(text[end])] & ByteClass.token != 0
                {
                    end += 1
                }
                guard end > start, end < text.count, text[end] == quote else { return nil }
                return Array(text[start..<end])
            case 0x3D, 0x3A, 0x2C: hasSign = true
            case 0x20, 0x09, 0x5D, 0x26, 0x3E: break
            case 0x0A, 0x0D, 0x28, 0x29, 0x3B, 0x2B: return nil
            default:
                // A type, or the bare value of a shell.
                if hasSign, text[place - 1] == 0x3D { return bare(from: place) }
                if ByteClass.sets[Int(text[place])] & ByteClass.word == 0 { return nil }
            }
            place += 1
        }
        return nil
    }

    private func bare(from start: Int) -> [UInt8]? {
        var end = start
        while end < text.count, end - start <= ConstantTable.maxValueByteCount,
            ByteClass.sets[Int(text[end])] & ByteClass.token != 0
        {
            end += 1
        }
        guard end > start, end >= text.count || text[end] <= 0x20 || text[end] == 0x3B else {
            return nil
        }
        return Array(text[start..<end])
    }
}
