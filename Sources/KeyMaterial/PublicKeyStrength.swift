/// What of a public key decides how hard it is to break.
package struct PublicKeyStrength: Hashable, Sendable {
    /// The algorithm that it serves.
    package let kind: PrivateKeyInfo.Kind
    /// Size of modulus or field in bits, where it is known.
    package let bits: Int?
    /// The public exponent of RSA; `nil` for others and for one over 64 bits.
    package private(set) var exponent: UInt64?
    /// The curve, where the key names one that is known here.
    package private(set) var curve: NamedCurve?
    /// Whether the curve is written out instead of named (forbidden by RFC 5480 §2.1.1).
    package private(set) var hasExplicitCurve = false

    private init(_ kind: PrivateKeyInfo.Kind, bits: Int?) {
        self.kind = kind
        self.bits = bits
    }

    /// A key on a curve.
    init(curve: NamedCurve) {
        self.init(.ec, bits: curve.bits)
        self.curve = curve
    }

    /// Modulus and exponent, in this order.
    init?(rsaNumbers numbers: inout DERReader) {
        guard let key = PublicKeyStrength.rsa(&numbers) else { return nil }
        self = key
    }

    /// Reads a SubjectPublicKeyInfo, or a bare RSAPublicKey of PKCS#1.
    package init?(der bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()) {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard var body = outer.sequence() else { return nil }
        guard var algorithm = body.sequence() else {
            guard let key = PublicKeyStrength.rsa(&body), body.isAtEnd else { return nil }
            self = key
            return
        }
        guard let identifier = algorithm.next(DERElement.Tag.objectIdentifier)?.content,
            let field = body.next(DERElement.Tag.bitString)?.content, field.first == 0
        else { return nil }
        let kind = KeyAlgorithm.kind(of: identifier)
        switch kind {
        case .rsa:
            var inner = DERReader(field.dropFirst(), maxDepth: 1)
            guard var numbers = inner.sequence(), let key = PublicKeyStrength.rsa(&numbers) else {
                return nil
            }
            self = key
        case .ec:
            if let name = algorithm.next(DERElement.Tag.objectIdentifier)?.content {
                let curve = NamedCurve(identifier: name)
                self.init(.ec, bits: curve?.bits)
                self.curve = curve
            } else {
                // 04 x y: the field is half of what follows the first byte.
                let bytes = field.dropFirst(2).count
                let isPlain = field.dropFirst().first == 4
                self.init(.ec, bits: isPlain ? bytes * 4 : bytes * 8)
                hasExplicitCurve = true
            }
        case .dsa, .diffieHellman:
            guard var parameters = algorithm.sequence(),
                let prime = parameters.unsignedInteger()
            else { return nil }
            self.init(kind, bits: UnsignedNumber.bitLength(prime))
        case .ed25519, .ed448, .x25519, .x448:
            self.init(kind, bits: KeyAlgorithm.fixedBits(of: kind))
        default: self.init(kind, bits: nil)
        }
    }

    /// Reads an SSH public key blob (RFC 4253 §6.6).
    package init?(ssh blob: [UInt8]) {
        var cursor = ByteCursor(blob)
        guard let name = cursor.sshString(),
            let (kind, bits) = KeyAlgorithm.sshBits(ofPublicKey: blob[...])
        else { return nil }
        self.init(kind, bits: bits)
        if kind == .rsa, name.elementsEqual("ssh-rsa".utf8) {
            exponent = cursor.sshString().flatMap(PublicKeyStrength.small)
        }
    }

    /// RSAPublicKey (RFC 8017 A.1.1): modulus and exponent.
    private static func rsa(_ numbers: inout DERReader) -> PublicKeyStrength? {
        guard let modulus = numbers.unsignedInteger(), let exponent = numbers.unsignedInteger()
        else { return nil }
        var key = PublicKeyStrength(.rsa, bits: UnsignedNumber.bitLength(modulus))
        key.exponent = small(exponent)
        return key
    }

    private static func small(_ digits: ArraySlice<UInt8>) -> UInt64? {
        let significant = digits.drop { $0 == 0 }
        return significant.count <= 8 ? significant.reduce(0) { $0 << 8 | UInt64($1) } : nil
    }
}
