/// What a JSON Web Key holds (RFC 7517 §4, RFC 7518 §6, RFC 8037 §2).
package struct JSONWebKey: Sendable {
    /// `kty`.
    package let type: String
    /// Whether the private member is there and decodes.
    package let isPrivate: Bool
    /// Public half, and the private number of a curve.
    package let pair: KeyPair
    /// Bits of modulus, field or symmetric key.
    package let bits: Int?

    /// Longest object that is read.
    package static let maxBytes = 64 << 10

    /// Reads one object; `nil` when it is none or has no `kty`.
    package init?(_ object: [UInt8]) {
        guard object.count <= Self.maxBytes, let members = JSONObjectReader.members(of: object),
            case .string(let type)? = members["kty"]
        else { return nil }
        func number(_ name: String) -> [UInt8]? {
            guard case .string(let text)? = members[name] else { return nil }
            return Base64Decoding.decode(
                Array(text.utf8), alphabet: .urlSafe, padding: .optional,
                maxOutputBytes: 16 << 10)
        }
        self.type = type
        let secret = number(type == "oct" ? "k" : "d")
        isPrivate = secret?.isEmpty == false
        var name: String?
        if case .string(let text)? = members["crv"] { name = text }
        let curve = name.flatMap { KeyCurve(jsonName: $0) }
        var known: PublicKey?
        switch type {
        case "RSA": known = number("n").flatMap { PublicKey.rsa(modulus: $0[...]) }
        case "EC":
            known = number("x").flatMap { PublicKey(.ec, bits: curve?.bits, number: $0[...]) }
        case "OKP":
            let kinds: [String: PrivateKeyInfo.Kind] = [
                "Ed25519": .ed25519, "Ed448": .ed448, "X25519": .x25519, "X448": .x448,
            ]
            if let kind = name.flatMap({ kinds[$0] }) {
                known = number("x").flatMap { PublicKey.point(kind, $0[...]) }
            }
        default: break
        }
        if let curve, let secret, secret.count == curve.privateByteCount {
            pair = KeyPair(known, privateNumber: (curve, secret))
        } else {
            pair = KeyPair(known)
        }
        bits = type == "oct" ? secret.map { $0.count * 8 } : known?.bits
    }

    /// The object around an offset of a text, such as a key within a set: from the brace before it
    /// to the one that closes it.
    ///
    /// - Returns: `nil` when either is further than `maxBytes` away.
    package static func object(
        around offset: Int, in text: UnsafeRawBufferPointer
    ) -> Range<Int>? {
        guard offset >= 0, offset < text.count else { return nil }
        var start = offset
        var depth = 0
        let first = max(0, offset - maxBytes)
        while true {
            guard start > first else { return nil }
            start -= 1
            if text[start] == UInt8(ascii: "}") { depth += 1 }
            if text[start] == UInt8(ascii: "{") {
                if depth == 0 { break }
                depth -= 1
            }
        }
        depth = 0
        let last = min(text.count, start + maxBytes)
        for end in offset..<max(offset, last) {
            if text[end] == UInt8(ascii: "{") { depth += 1 }
            if text[end] == UInt8(ascii: "}") {
                if depth == 0 { return start..<end + 1 }
                depth -= 1
            }
        }
        return nil
    }
}
