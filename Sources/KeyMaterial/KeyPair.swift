/// What a private key says of its public half.
///
/// It may hold the private number of a curve: whoever asks for it computes the public half and
/// drops it within the same call.
package struct KeyPair: Sendable {
    /// The public half as the file has it beside the private one.
    package let publicKey: PublicKey?
    /// Curve and private number, where the public half can be computed from them.
    package let privateNumber: (curve: KeyCurve, bytes: [UInt8])?

    init(_ publicKey: PublicKey?, privateNumber: (curve: KeyCurve, bytes: [UInt8])? = nil) {
        self.publicKey = publicKey
        self.privateNumber = privateNumber
    }

    /// Reads the pair of the first private key in `text`, framed as PEM or a PuTTY file.
    /// - Returns: `nil` when there is none or it says nothing of a public half.
    package static func read(
        _ text: UnsafeRawBufferPointer, limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> KeyPair? {
        guard text.count <= limits.maxInputBytes else { return nil }
        let trimmed = Array(text).drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") }
        if PuTTYPrivateKey.isPuTTY(trimmed) {
            return PuTTYPrivateKey.publicBlob(trimmed, limits: limits)
                .flatMap { PublicKey.ssh($0[...]) }.map { KeyPair($0) }
        }
        guard let reader = try? PEMReader(text, limits: limits),
            let block = try? reader.firstBlock(where: { $0.contains("PRIVATE KEY") })
        else { return nil }
        if block.label == "OPENSSH PRIVATE KEY" { return openSSH(block.body) }
        if block.label.hasPrefix("PGP") || block.isEncryptedByHeader { return nil }
        return readDER(block.body, limits: limits)
    }

    /// Reads the pair of PKCS#8, PKCS#1 or SEC1 without a frame.
    package static func readDER(
        _ bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> KeyPair? {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard let body = outer.sequence() else { return nil }
        return pkcs8(body, limits) ?? rsa(body) ?? sec1(body, curve: nil) ?? dsa(body)
    }

    private static func openSSH(_ bytes: [UInt8]) -> KeyPair? {
        var cursor = ByteCursor(bytes)
        // The public keys stand before the private section, which may be encrypted.
        guard cursor.take(15)?.elementsEqual("openssh-key-v1\0".utf8) == true,
            cursor.sshString() != nil, cursor.sshString() != nil, cursor.sshString() != nil,
            let count = cursor.number(width: 4), count >= 1, let blob = cursor.sshString()
        else { return nil }
        return PublicKey.ssh(blob).map { KeyPair($0) }
    }

    /// RFC 5958 §2; the public key of version 2 stands behind tag [1].
    private static func pkcs8(_ reader: DERReader, _ limits: KeyMaterialLimits) -> KeyPair? {
        var body = reader
        guard let version = body.smallInteger(), version <= 1, var algorithm = body.sequence(),
            let identifier = algorithm.next(DERElement.Tag.objectIdentifier)?.content,
            let key = body.next(DERElement.Tag.octetString)?.content
        else { return nil }
        var inner = DERReader(key, maxDepth: max(0, limits.maxDepth - 2))
        let kind = KeyAlgorithm.kind(of: identifier)
        switch kind {
        case .rsa: return inner.sequence().flatMap { rsa($0) }
        case .ec:
            let curve = algorithm.next(DERElement.Tag.objectIdentifier)?.content
            return inner.sequence().flatMap { sec1($0, curve: curve) }
        case .ed25519, .x25519:
            guard let raw = inner.next(DERElement.Tag.octetString)?.content, raw.count == 32 else {
                return nil
            }
            _ = body.next(0xA0)
            let written = body.next(0x81)?.content.dropFirst()
            return KeyPair(
                written.flatMap { PublicKey.point(kind, $0) },
                privateNumber: (kind == .ed25519 ? .ed25519 : .x25519, Array(raw)))
        default: return nil
        }
    }

    /// RFC 8017 A.1.2: the modulus stands in the private key.
    private static func rsa(_ reader: DERReader) -> KeyPair? {
        var body = reader
        guard let version = body.smallInteger(), version <= 1,
            let modulus = body.unsignedInteger(), body.unsignedInteger() != nil,
            body.unsignedInteger() != nil
        else { return nil }
        return PublicKey.rsa(modulus: modulus).map { KeyPair($0) }
    }

    /// RFC 5915 §3.
    private static func sec1(_ reader: DERReader, curve outer: ArraySlice<UInt8>?) -> KeyPair? {
        var body = reader
        guard body.smallInteger() == 1,
            let number = body.next(DERElement.Tag.octetString)?.content
        else { return nil }
        var identifier = outer
        if let parameters = body.next(0xA0)?.content {
            var inner = DERReader(parameters, maxDepth: 1)
            identifier = inner.next(DERElement.Tag.objectIdentifier)?.content ?? identifier
        }
        var written: PublicKey?
        if let field = body.next(0xA1)?.content {
            var inner = DERReader(field, maxDepth: 1)
            let point = inner.next(DERElement.Tag.bitString)?.content.dropFirst()
            let bits = identifier.flatMap(KeyAlgorithm.bits(ofCurve:))
            written = point.flatMap { PublicKey.ec(point: $0, bits: bits) }
        }
        let curve = identifier.flatMap { KeyCurve(identifier: $0) }
        guard let curve, number.count <= curve.privateByteCount else { return KeyPair(written) }
        let padding = [UInt8](repeating: 0, count: curve.privateByteCount - number.count)
        return KeyPair(written, privateNumber: (curve, padding + number))
    }

    /// OpenSSL's DSAPrivateKey: 0, p, q, g, y, x.
    private static func dsa(_ reader: DERReader) -> KeyPair? {
        var body = reader
        guard body.smallInteger() == 0, let prime = body.unsignedInteger(),
            body.unsignedInteger() != nil, body.unsignedInteger() != nil,
            let value = body.unsignedInteger()
        else { return nil }
        return PublicKey(.dsa, bits: UnsignedNumber.bitLength(prime), number: value)
            .map { KeyPair($0) }
    }
}
