internal import ScanModel

/// Which bytes of a file are code of its language.
enum SourceRegions {
    /// All bytes, or those in `<?php … ?>` and `<script>`.
    static func code(in bytes: UnsafeRawBufferPointer, language: SourceLanguage) -> [Range<Int>] {
        switch language {
        case .php: between("<?", "?>", in: bytes, isOpenEnded: true)
        case .javascript where isMarkup(bytes): scripts(in: bytes)
        default: [0..<bytes.count]
        }
    }

    private static func isMarkup(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < min(bytes.count, 512) {
            let byte = bytes[index]
            if byte > 32, byte != 0xEF, byte != 0xBB, byte != 0xBF { break }
            index += 1
        }
        guard index < bytes.count, bytes[index] == 60 else { return false }
        // A file of JSX begins with code; one that begins with a tag is Vue, Svelte or HTML.
        return find(Array("<script".utf8), in: bytes, from: index) != nil
            || find(Array("<template".utf8), in: bytes, from: index) != nil
    }

    private static func scripts(in bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
        var regions: [Range<Int>] = []
        var index = 0
        while let tag = find(Array("<script".utf8), in: bytes, from: index) {
            guard let open = bytes[tag...].firstIndex(of: 62) else { break }
            let end = find(Array("</script".utf8), in: bytes, from: open) ?? bytes.count
            regions.append((open + 1)..<max(end, open + 1))
            index = max(end, open + 1)
        }
        return regions
    }

    private static func between(
        _ open: String, _ close: String, in bytes: UnsafeRawBufferPointer, isOpenEnded: Bool
    ) -> [Range<Int>] {
        let open = Array(open.utf8)
        let close = Array(close.utf8)
        guard var index = find(open, in: bytes, from: 0) else {
            // A piece of code without its mark: examples, and files that are included.
            return bytes.contains(60) ? [] : [0..<bytes.count]
        }
        var regions: [Range<Int>] = []
        while true {
            var start = index + 2
            if start + 3 <= bytes.count,
                bytes[start..<(start + 3)].map({ $0 | 0x20 }) == Array("php".utf8)
            {
                start += 3
            } else if start < bytes.count, bytes[start] == 61 {
                start += 1
            }
            let end = find(close, in: bytes, from: start) ?? bytes.count
            regions.append(start..<max(start, end))
            guard end < bytes.count, let next = find(open, in: bytes, from: end + 2) else { break }
            index = next
        }
        return regions
    }

    private static func find(
        _ mark: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> Int? {
        guard let first = mark.first, start >= 0 else { return nil }
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == first, bytes[index..<(index + mark.count)].elementsEqual(mark) {
                return index
            }
            index += 1
        }
        return nil
    }
}
