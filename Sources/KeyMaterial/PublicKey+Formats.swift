/// The forms in which public keys are written down.
extension PublicKey {
    /// SubjectPublicKeyInfo (RFC 5280 §4.1), or the bare RSAPublicKey of PKCS#1 (RFC 8017 A.1.1).
    package static func readDER(
        _ bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> PublicKey? {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard let body = outer.sequence() else { return nil }
        if let key = subjectPublicKeyInfo(body, limits) { return key }
        var numbers = body
        guard let modulus = numbers.unsignedInteger(), numbers.unsignedInteger() != nil,
            numbers.isAtEnd
        else { return nil }
        return rsa(modulus: modulus)
    }

    /// The contents of a SubjectPublicKeyInfo.
    static func subjectPublicKeyInfo(
        _ reader: DERReader, _ limits: KeyMaterialLimits
    ) -> PublicKey? {
        var body = reader
        guard var algorithm = body.sequence(),
            let identifier = algorithm.next(DERElement.Tag.objectIdentifier)?.content,
            let bits = body.next(DERElement.Tag.bitString)?.content, bits.first == 0
        else { return nil }
        let key = bits.dropFirst()
        let kind = KeyAlgorithm.kind(of: identifier)
        var inner = DERReader(key, maxDepth: max(0, limits.maxDepth - 4))
        switch kind {
        case .rsa:
            guard var numbers = inner.sequence(), let modulus = numbers.unsignedInteger() else {
                return nil
            }
            return rsa(modulus: modulus)
        case .ec:
            let curve = algorithm.next(DERElement.Tag.objectIdentifier)?.content
            return ec(point: key, bits: curve.flatMap(KeyAlgorithm.bits(ofCurve:)))
        case .dsa:
            guard var parameters = algorithm.sequence(),
                let prime = parameters.unsignedInteger(), let value = inner.unsignedInteger()
            else { return nil }
            return PublicKey(.dsa, bits: UnsignedNumber.bitLength(prime), number: value)
        case .ed25519, .ed448, .x25519, .x448: return point(kind, key)
        default: return nil
        }
    }

    /// An SSH public key blob: `authorized_keys` and `known_hosts` have its base64 (RFC 4253 §6.6,
    /// RFC 5656 §3.1, RFC 8709 §4).
    package static func ssh(_ blob: ArraySlice<UInt8>) -> PublicKey? {
        var cursor = ByteCursor(blob)
        guard let name = cursor.sshString() else { return nil }
        let (kind, bits) = KeyAlgorithm.sshKind(name)
        switch kind {
        case .rsa:
            guard cursor.sshString() != nil, let modulus = cursor.sshString() else { return nil }
            return rsa(modulus: modulus)
        case .ec:
            guard cursor.sshString() != nil, let key = cursor.sshString() else { return nil }
            return ec(point: key, bits: bits)
        case .dsa:
            guard let prime = cursor.sshString(), cursor.sshString() != nil,
                cursor.sshString() != nil, let value = cursor.sshString()
            else { return nil }
            return PublicKey(.dsa, bits: UnsignedNumber.bitLength(prime), number: value)
        case .ed25519, .ed448: return cursor.sshString().flatMap { point(kind, $0) }
        default: return nil
        }
    }
}
