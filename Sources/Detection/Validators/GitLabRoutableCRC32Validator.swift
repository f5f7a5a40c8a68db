/// GitLab's routable tokens `glpat-PAYLOAD.01.LLCCCCCCC`: LL is the payload's length and CCCCCCC
/// the CRC-32 of everything before it, both in base 36. An early form has no `.01`.
///
/// - Source: GitLab, "Cells: routable tokens" design document.
struct GitLabRoutableCRC32Validator: Validator {
    static let name = "gitlab-routable-crc32"

    private static let checkLength = 7
    private static let base36 = CharacterSet("0123456789abcdefghijklmnopqrstuvwxyz")

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let head = value.part(from: 0, to: value.count - Self.checkLength),
            let tail = value.part(from: value.count - Self.checkLength, to: value.count),
            head.byte(at: head.count - 3) == UInt8(ascii: "."), payloadLength(of: head) != nil,
            Self.base36.containsAll(of: tail)
        else { return .unknown }
        return tail.equals(CheckCharacters.base36(CRC32.checksum(of: head), width: 7))
            ? .proven("Its CRC-32 check digits fit the rest of the token.")
            : .invalid("Its CRC-32 check digits do not fit the rest of the token.")
    }

    /// Both length and CRC after a prefix that ends in `.`, else the CRC alone.
    func checksum(over prefix: [UInt8]) -> [UInt8]? {
        var head = prefix
        var length: [UInt8] = []
        guard let payload = prefix.withUnsafeBytes({ payloadLength(of: $0) }) else { return nil }
        if prefix.last == UInt8(ascii: ".") {
            length = CheckCharacters.base36(payload, width: 2)
            head += length
        }
        return length + CheckCharacters.base36(CRC32.checksum(of: head), width: 7)
    }

    /// Length of the part between the first `-` and the first `.`; `nil` for another form.
    private func payloadLength(of head: UnsafeRawBufferPointer) -> UInt32? {
        guard head.hasPrefix("gl"), head.count <= 512,
            let dash = head.firstIndex(of: UInt8(ascii: "-")),
            let dot = head.firstIndex(of: UInt8(ascii: ".")), dash < dot,
            let payload = head.part(from: dash + 1, to: dot), payload.count >= 20,
            CharacterSet.base64URL.containsAll(of: payload)
        else { return nil }
        return UInt32(exactly: payload.count)
    }
}
