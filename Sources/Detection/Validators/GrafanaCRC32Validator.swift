/// Grafana service account tokens: after the last underscore stand eight lowercase hexadecimal
/// digits, the CRC-32 of everything before that underscore, least significant byte first.
struct GrafanaCRC32Validator: Validator {
    static let name = "grafana-crc32"

    private static let coveredLength = 37

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let head = value.part(from: 0, to: Self.coveredLength + 1), isHead(head),
            let tail = value.part(from: head.count, to: value.count), tail.count == 8,
            CharacterSet.lowerHex.containsAll(of: tail)
        else { return .unknown }
        return tail.equals(digits(after: head))
            ? .proven("Its CRC-32 check digits fit the rest of the token.")
            : .invalid("Its CRC-32 check digits do not fit the rest of the token.")
    }

    func checksum(over prefix: [UInt8]) -> [UInt8]? {
        prefix.withUnsafeBytes { head in isHead(head) ? digits(after: head) : nil }
    }

    /// `glsa_`, 32 characters of base 62 and the second underscore.
    private func isHead(_ head: UnsafeRawBufferPointer) -> Bool {
        guard head.count == Self.coveredLength + 1, head.hasPrefix("glsa_"),
            let body = head.part(from: 5, to: Self.coveredLength)
        else { return false }
        return CharacterSet.base62.containsAll(of: body)
            && head.byte(at: Self.coveredLength) == UInt8(ascii: "_")
    }

    private func digits(after head: UnsafeRawBufferPointer) -> [UInt8] {
        guard let covered = head.part(from: 0, to: Self.coveredLength) else { return [] }
        return CheckCharacters.hex(CRC32.checksum(of: covered).byteSwapped)
    }
}
