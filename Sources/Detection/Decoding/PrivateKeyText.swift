private import KeyMaterial

/// Writes private keys that stand without a frame as the PEM that the rules know.
enum PrivateKeyText {
    /// Largest DER that is looked at, in bytes.
    static let maxByteCount = 16 << 10

    /// Whether bytes may be a private key in DER, by their first ones.
    static func mayBeDER(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= 16 && bytes.count <= maxByteCount && startsAsDER(bytes)
    }

    /// Whether eight bytes or more begin as one: a sequence with an integer of 0 or 1 in front.
    static func startsAsDER(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 8, bytes[0] == 0x30 else { return false }
        switch bytes[1] {
        case 0x82: return bytes[4] == 2 && bytes[5] == 1 && bytes[6] < 2
        case 0x81: return bytes[3] == 2 && bytes[4] == 1 && bytes[5] < 2
        case 0x10...0x7F: return bytes[2] == 2 && bytes[3] == 1 && bytes[4] < 2
        default: return false
        }
    }

    /// The PEM of an unencrypted private key in DER; `nil` when it is none.
    static func pem(ofDER bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count <= maxByteCount,
            let info = try? PrivateKeyReader.readDER(trimmed(bytes)), !info.isEncrypted
        else { return nil }
        let label =
            switch info.format {
            case .pkcs1: "RSA PRIVATE KEY"
            case .sec1: "EC PRIVATE KEY"
            case .traditionalDSA: "DSA PRIVATE KEY"
            default: "PRIVATE KEY"
            }
        var text = Array("-----BEGIN \(label)-----\n".utf8)
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let body = trimmed(bytes)
        for (number, start) in stride(from: 0, to: body.count, by: 3).enumerated() {
            if number > 0, number % 16 == 0 { text.append(0x0A) }
            let rest = body.count - start
            let group =
                UInt32(body[start]) << 16 | (rest > 1 ? UInt32(body[start + 1]) << 8 : 0)
                | (rest > 2 ? UInt32(body[start + 2]) : 0)
            text.append(alphabet[Int(group >> 18 & 63)])
            text.append(alphabet[Int(group >> 12 & 63)])
            text.append(rest > 1 ? alphabet[Int(group >> 6 & 63)] : 0x3D)
            text.append(rest > 2 ? alphabet[Int(group & 63)] : 0x3D)
        }
        return text + Array("\n-----END \(label)-----\n".utf8)
    }

    /// The outer sequence alone: files end with line feeds and padding.
    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 4 else { return bytes }
        let length: Int
        switch bytes[1] {
        case 0x82: length = 4 + Int(bytes[2]) << 8 + Int(bytes[3])
        case 0x81: length = 3 + Int(bytes[2])
        default: length = 2 + Int(bytes[1] & 0x7F)
        }
        return length < bytes.count ? Array(bytes[..<length]) : bytes
    }
}
