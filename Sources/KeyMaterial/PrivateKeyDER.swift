/// Recognises the DER forms of private keys.
enum PrivateKeyDER {
    /// Tells PKCS#8, encrypted PKCS#8, PKCS#1, SEC1 and DSA apart by structure alone.
    static func read(
        _ bytes: [UInt8], limits: KeyMaterialLimits
    ) throws(KeyMaterialError) -> PrivateKeyInfo {
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard let body = outer.sequence(), outer.isAtEnd else {
            throw KeyMaterialError(
                .badStructure, "the body is not one DER sequence that fills it exactly")
        }
        if let info = encryptedPKCS8(body) { return info }
        if let info = try pkcs8(body, limits: limits) { return info }
        if let info = try rsa(body) { return info }
        if let info = sec1(body) { return info }
        if let info = dsa(body) { return info }
        if isPublicOrCertificate(body) {
            throw KeyMaterialError(.notPrivate, "the body is a public key or a certificate")
        }
        throw KeyMaterialError(
            .badStructure, "the DER sequence is none of PKCS#1, PKCS#8, SEC1 and DSA")
    }

    /// RFC 5958 §3: EncryptedPrivateKeyInfo ::= SEQUENCE { AlgorithmIdentifier, OCTET STRING }.
    private static func encryptedPKCS8(_ reader: DERReader) -> PrivateKeyInfo? {
        var body = reader
        guard var algorithm = body.sequence(),
            let identifier = algorithm.next(DERElement.Tag.objectIdentifier)?.content,
            let data = body.next(DERElement.Tag.octetString)?.content, body.isAtEnd,
            data.count >= 8, isPasswordBased(identifier)
        else { return nil }
        return PrivateKeyInfo(kind: .other, format: .pkcs8, bits: nil, isEncrypted: true)
    }

    /// PKCS#5 (RFC 8018 appendix A) and PKCS#12 (RFC 7292 appendix C) password-based encryption.
    private static func isPasswordBased(_ identifier: ArraySlice<UInt8>) -> Bool {
        identifier.starts(with: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05])
            || identifier.starts(with: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x01])
    }

    /// RFC 5958 §2: OneAsymmetricKey ::= SEQUENCE { version, AlgorithmIdentifier, OCTET STRING, … }.
    private static func pkcs8(
        _ reader: DERReader, limits: KeyMaterialLimits
    ) throws(KeyMaterialError) -> PrivateKeyInfo? {
        var body = reader
        guard let version = body.smallInteger(), version <= 1, var algorithm = body.sequence(),
            let identifier = algorithm.next(DERElement.Tag.objectIdentifier)?.content,
            let key = body.next(DERElement.Tag.octetString)?.content, !key.isEmpty
        else { return nil }
        let kind = KeyAlgorithm.kind(of: identifier)
        var bits = KeyAlgorithm.fixedBits(of: kind)
        var inner = DERReader(key, maxDepth: limits.maxDepth - 2)
        switch kind {
        case .rsa:
            guard let sequence = inner.sequence(), let info = try rsa(sequence) else {
                throw KeyMaterialError(.badStructure, "PKCS#8 names RSA and holds no RSA key")
            }
            bits = info.bits
        case .ec:
            guard let sequence = inner.sequence(), let info = sec1(sequence) else {
                throw KeyMaterialError(.badStructure, "PKCS#8 names EC and holds no EC key")
            }
            let curve = algorithm.next(DERElement.Tag.objectIdentifier)?.content
            bits = curve.flatMap(KeyAlgorithm.bits(ofCurve:)) ?? info.bits
        case .dsa, .diffieHellman:
            guard var parameters = algorithm.sequence(),
                let prime = parameters.unsignedInteger(), inner.unsignedInteger() != nil
            else {
                throw KeyMaterialError(.badStructure, "PKCS#8 names DSA or DH and holds neither")
            }
            bits = UnsignedNumber.bitLength(prime)
        case .ed25519, .ed448, .x25519, .x448:
            // RFC 8410 §7: the key is an OCTET STRING within the OCTET STRING.
            let lengths: [PrivateKeyInfo.Kind: Int] = [
                .ed25519: 32, .x25519: 32, .ed448: 57, .x448: 56,
            ]
            guard let raw = inner.next(DERElement.Tag.octetString)?.content,
                raw.count == lengths[kind]
            else {
                throw KeyMaterialError(
                    .badStructure, "PKCS#8 names an Edwards or Montgomery curve and holds no key")
            }
        case .elgamal, .securityKey, .other: break
        }
        return PrivateKeyInfo(kind: kind, format: .pkcs8, bits: bits, isEncrypted: false)
    }

    /// RFC 8017 A.1.2: version, n, e, d, p, q, d mod p−1, d mod q−1, q⁻¹ mod p.
    private static func rsa(_ reader: DERReader) throws(KeyMaterialError) -> PrivateKeyInfo? {
        var body = reader
        guard let version = body.smallInteger(), version <= 1 else { return nil }
        var numbers: [ArraySlice<UInt8>] = []
        while numbers.count < 8, let number = body.unsignedInteger() { numbers.append(number) }
        // Version 1 goes on with a sequence of further primes.
        guard numbers.count == 8, body.isAtEnd || version == 1 else { return nil }
        if version == 0, !UnsignedNumber.isProduct(numbers[0], of: numbers[3], numbers[4]) {
            throw KeyMaterialError(
                .inconsistent, "the modulus of the RSA key is not the product of its primes")
        }
        let bits = UnsignedNumber.bitLength(numbers[0])
        guard bits >= 256 else { return nil }
        return PrivateKeyInfo(kind: .rsa, format: .pkcs1, bits: bits, isEncrypted: false)
    }

    /// RFC 5915 §3: version 1, OCTET STRING, [0] parameters, [1] public key.
    private static func sec1(_ reader: DERReader) -> PrivateKeyInfo? {
        var body = reader
        guard body.smallInteger() == 1,
            let key = body.next(DERElement.Tag.octetString)?.content, (14...72).contains(key.count)
        else { return nil }
        var bits: Int? = key.count == 66 ? 521 : key.count * 8
        if let parameters = body.next(0xA0)?.content {
            var inner = DERReader(parameters, maxDepth: 1)
            if let curve = inner.next(DERElement.Tag.objectIdentifier)?.content {
                bits = KeyAlgorithm.bits(ofCurve: curve) ?? bits
            }
        }
        return PrivateKeyInfo(kind: .ec, format: .sec1, bits: bits, isEncrypted: false)
    }

    /// OpenSSL's DSAPrivateKey: 0, p, q, g, y, x.
    private static func dsa(_ reader: DERReader) -> PrivateKeyInfo? {
        var body = reader
        guard body.smallInteger() == 0 else { return nil }
        var numbers: [ArraySlice<UInt8>] = []
        while numbers.count < 5, let number = body.unsignedInteger() { numbers.append(number) }
        guard numbers.count == 5, body.isAtEnd else { return nil }
        let bits = UnsignedNumber.bitLength(numbers[0])
        guard bits >= 512 else { return nil }
        return PrivateKeyInfo(kind: .dsa, format: .traditionalDSA, bits: bits, isEncrypted: false)
    }

    /// SubjectPublicKeyInfo, PKCS#1 public key, or a certificate (RFC 5280 §4.1).
    private static func isPublicOrCertificate(_ reader: DERReader) -> Bool {
        var body = reader
        if body.sequence() != nil {
            if body.next(DERElement.Tag.bitString) != nil { return body.isAtEnd }
            return body.sequence() != nil && body.next(DERElement.Tag.bitString) != nil
                && body.isAtEnd
        }
        return body.unsignedInteger() != nil && body.unsignedInteger() != nil && body.isAtEnd
    }
}
