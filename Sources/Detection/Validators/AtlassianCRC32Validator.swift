/// Atlassian and Bitbucket tokens `ATATT3…` and `ATCTT3…`: the last eight uppercase hexadecimal
/// digits are the CRC-32 of everything before them, the `=` included.
struct AtlassianCRC32Validator: Validator {
    static let name = "atlassian-crc32"

    private static let checkLength = 8
    private static let body = CharacterSet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_=")

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let head = value.part(from: 0, to: value.count - Self.checkLength),
            let tail = value.part(from: value.count - Self.checkLength, to: value.count),
            isHead(head), CharacterSet.upperHex.containsAll(of: tail)
        else { return .unknown }
        return tail.equals(CheckCharacters.upperHex(CRC32.checksum(of: head)))
            ? .proven("Its CRC-32 check digits fit the rest of the token.")
            : .invalid("Its CRC-32 check digits do not fit the rest of the token.")
    }

    func checksum(over prefix: [UInt8]) -> [UInt8]? {
        prefix.withUnsafeBytes { head in
            isHead(head) ? CheckCharacters.upperHex(CRC32.checksum(of: head)) : nil
        }
    }

    private func isHead(_ head: UnsafeRawBufferPointer) -> Bool {
        (head.hasPrefix("ATATT3xFfG") || head.hasPrefix("ATCTT3xFfG")) && head.count <= 1024
            && head.byte(at: head.count - 1) == UInt8(ascii: "=")
            && Self.body.containsAll(of: head)
    }
}
