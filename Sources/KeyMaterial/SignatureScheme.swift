/// The algorithm of a signature, as far as its strength goes.
package struct SignatureScheme: Hashable, Sendable {
    /// Digests of signatures, by their usual names.
    package enum Digest: String, Sendable {
        case md2 = "MD2"
        case md4 = "MD4"
        case md5 = "MD5"
        case sha1 = "SHA-1"
        case sha224 = "SHA-224"
        case sha256 = "SHA-256"
        case sha384 = "SHA-384"
        case sha512 = "SHA-512"

        /// Whether collisions can be made (RFC 6149, RFC 6150, RFC 6151, RFC 6194 and what
        /// followed).
        package var isBroken: Bool {
            switch self {
            case .md2, .md4, .md5, .sha1: true
            case .sha224, .sha256, .sha384, .sha512: false
            }
        }
    }

    /// `RSA`, `RSA-PSS`, `ECDSA`, `DSA`, `Ed25519`, `Ed448`; `nil` for others.
    package let key: String?
    /// The digest; `nil` where the scheme has its own or is not known here.
    package let digest: Digest?
    /// Bytes of the salt of RSA-PSS.
    package let saltByteCount: Int?

    /// Reads the contents of an AlgorithmIdentifier.
    ///
    /// - Source: RFC 3279 §2.2, RFC 4055 §3 and §5, RFC 5758 §3, RFC 8410 §3.
    init(_ reader: DERReader) {
        var body = reader
        let identifier = Array(body.next(DERElement.Tag.objectIdentifier)?.content ?? [])
        var salt: Int?
        switch identifier {
        case SignatureScheme.pkcs1 + [0x0A]:
            key = "RSA-PSS"
            (digest, salt) = SignatureScheme.pss(body)
        case let known where known.dropLast() == SignatureScheme.pkcs1[...]:
            key = "RSA"
            digest =
                switch known.last {
                case 2: .md2
                case 3: .md4
                case 4: .md5
                case 5: .sha1
                case 11: .sha256
                case 12: .sha384
                case 13: .sha512
                case 14: .sha224
                default: nil
                }
        case [0x2B, 0x0E, 0x03, 0x02, 0x1D], [0x2B, 0x0E, 0x03, 0x02, 0x0F]:
            (key, digest) = ("RSA", .sha1)
        case [0x2B, 0x0E, 0x03, 0x02, 0x03]: (key, digest) = ("RSA", .md5)
        case [0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x03], [0x2B, 0x0E, 0x03, 0x02, 0x1B]:
            (key, digest) = ("DSA", .sha1)
        case [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, 0x01]:
            (key, digest) = ("DSA", .sha224)
        case [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, 0x02]:
            (key, digest) = ("DSA", .sha256)
        case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01]: (key, digest) = ("ECDSA", .sha1)
        case let known where known.dropLast() == SignatureScheme.ecdsa[...]:
            key = "ECDSA"
            digest =
                switch known.last {
                case 1: .sha224
                case 2: .sha256
                case 3: .sha384
                case 4: .sha512
                default: nil
                }
        case [0x2B, 0x65, 0x70]: (key, digest) = ("Ed25519", nil)
        case [0x2B, 0x65, 0x71]: (key, digest) = ("Ed448", nil)
        default: (key, digest) = (nil, nil)
        }
        saltByteCount = salt
    }

    /// 1.2.840.113549.1.1.
    private static let pkcs1: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01]
    /// 1.2.840.10045.4.3.
    private static let ecdsa: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03]

    /// RSASSA-PSS-params (RFC 4055 §3.1): SHA-1 and 20 bytes where nothing is said.
    private static func pss(_ reader: DERReader) -> (Digest?, Int) {
        var outer = reader
        var digest: Digest? = .sha1
        var salt = 20
        guard var fields = outer.sequence() else { return (digest, salt) }
        if let field = fields.next(0xA0)?.content {
            var inner = DERReader(field, maxDepth: 2)
            var algorithm = inner.sequence()
            digest = algorithm?.next(DERElement.Tag.objectIdentifier).flatMap {
                SignatureScheme.digest(Array($0.content))
            }
        }
        _ = fields.next(0xA1)
        if let field = fields.next(0xA2)?.content {
            var inner = DERReader(field, maxDepth: 1)
            salt = inner.smallInteger() ?? salt
        }
        return (digest, salt)
    }

    private static func digest(_ identifier: [UInt8]) -> Digest? {
        switch identifier {
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x05]: .md5
        case [0x2B, 0x0E, 0x03, 0x02, 0x1A]: .sha1
        case [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]: .sha256
        case [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02]: .sha384
        case [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03]: .sha512
        case [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x04]: .sha224
        default: nil
        }
    }
}

extension SignatureScheme: CustomStringConvertible {
    package var description: String {
        [key, digest?.rawValue].compactMap { $0 }.joined(separator: " with ")
    }
}
