/// Writes tar files for tests.
package enum MadeTar {
    /// A file of members, with the two empty blocks at the end.
    package static func file(_ members: [(name: String, content: [UInt8])]) -> [UInt8] {
        members.flatMap { member($0.name, $0.content) } + Array(repeating: 0, count: 1024)
    }

    /// One member with its header; a name of more than 100 bytes has a header of GNU's kind first.
    package static func member(
        _ name: String, _ content: [UInt8], size: Int? = nil, kind: UInt8 = 0x30
    ) -> [UInt8] {
        let long =
            name.utf8.count > 100
            ? member("././@LongLink", Array(name.utf8) + [0], kind: UInt8(ascii: "L")) : []
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, _ offset: Int) {
            for (place, byte) in text.utf8.enumerated() { header[offset + place] = byte }
        }
        func octal(_ value: Int, _ width: Int) -> String {
            let digits = String(value, radix: 8)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        put(String(name.prefix(100)), 0)
        put("0000644", 100)
        put(octal(size ?? content.count, 11), 124)
        put("00000000000", 136)
        put("        ", 148)
        header[156] = kind
        put("ustar", 257)
        put("00", 263)
        let sum = header.reduce(0) { $0 + Int($1) }
        put(octal(sum, 6), 148)
        header[154] = 0
        let padding = (512 - content.count % 512) % 512
        return long + header + content + Array(repeating: 0, count: padding)
    }
}
