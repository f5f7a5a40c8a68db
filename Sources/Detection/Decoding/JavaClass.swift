/// The strings of a class file.
///
/// - Source: The Java Virtual Machine Specification, §4.1 and §4.4.
enum JavaClass {
    /// Whether a blob is a class file and no universal binary of Mach-O, which has the same magic.
    static func isClass(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= 24 && bytes.starts(with: [0xCA, 0xFE, 0xBA, 0xBE]) && bytes[6] == 0
            && bytes[7] >= 45
    }

    /// Where the UTF-8 constants stand, short ones left out.
    static func constants(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
        let count = Int(bytes[8]) << 8 | Int(bytes[9])
        var ranges: [Range<Int>] = []
        var offset = 10
        var index = 1
        while index < count, offset + 3 <= bytes.count {
            switch bytes[offset] {
            case 1:
                let length = Int(bytes[offset + 1]) << 8 | Int(bytes[offset + 2])
                let start = offset + 3
                guard start + length <= bytes.count else { return ranges }
                if length >= 8 { ranges.append(start..<start + length) }
                offset = start + length
            case 3, 4, 9, 10, 11, 12, 17, 18: offset += 5
            case 5, 6:
                // Numbers of eight bytes take two places.
                offset += 9
                index += 1
            case 7, 8, 16, 19, 20: offset += 3
            case 15: offset += 4
            default: return ranges
            }
            index += 1
        }
        return ranges
    }
}
