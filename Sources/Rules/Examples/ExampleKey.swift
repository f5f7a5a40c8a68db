/// A key pair of an example: numbers of the right size, of which none is a real key.
struct ExampleKey {
    private enum Kind {
        case rsa
        case dsa
        case curve([UInt8])
        case ed25519
    }

    private let kind: Kind
    private let bits: Int
    private let exponent: UInt8?
    private let numbers: [[UInt8]]

    /// Object identifiers of the curves that examples use.
    private static let curves: [String: (bits: Int, identifier: [UInt8])] = [
        "p192": (192, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x01]),
        "p256": (256, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]),
        "p384": (384, [0x2B, 0x81, 0x04, 0x00, 0x22]),
        "sect233k1": (233, [0x2B, 0x81, 0x04, 0x00, 0x1A]),
        "secp160r1": (160, [0x2B, 0x81, 0x04, 0x00, 0x08]),
    ]

    /// Draws a key named `rsa1024`, `dsa1024`, `p256` or `ed25519`.
    init(_ name: String, exponent: Int?, using generator: inout SplitMix64) throws(ExampleError) {
        self.exponent = exponent.flatMap { UInt8(exactly: $0) }
        func number(_ bits: Int) -> [UInt8] {
            var bytes = (0..<((bits + 7) / 8)).map { _ in UInt8(generator.next(below: 256)) }
            // The highest bit is set, so that the size is what the name says; the lowest too.
            let top = UInt8((bits - 1) % 8)
            bytes[0] = bytes[0] & (0xFF >> (7 - top)) | 1 << top
            bytes[bytes.count - 1] |= 1
            return bytes
        }
        if let (bits, identifier) = Self.curves[name] {
            kind = .curve(identifier)
            self.bits = bits
            numbers = [number(bits), number(bits)]
        } else if name == "ed25519" {
            kind = .ed25519
            bits = 256
            numbers = [number(256)]
        } else if let bits = Int(name.dropFirst(3)), (512...8192).contains(bits), bits % 16 == 0,
            name.hasPrefix("rsa")
        {
            kind = .rsa
            self.bits = bits
            // Two high bits of each factor make the product as long as both together.
            let factors = [number(bits / 2), number(bits / 2)].map { factor in
                [factor[0] | 0xC0] + factor.dropFirst()
            }
            numbers = [Self.product(factors[0], factors[1])] + factors
        } else if let bits = Int(name.dropFirst(3)), (512...8192).contains(bits),
            name.hasPrefix("dsa")
        {
            kind = .dsa
            self.bits = bits
            numbers = [number(bits), number(160), number(bits - 8), number(bits - 8), number(159)]
        } else {
            throw ExampleError(
                .unknownPlaceholder,
                "unknown key \(name); expected rsa2048, dsa1024, ed25519 or one of "
                    + Self.curves.keys.sorted().joined(separator: " "))
        }
    }

    /// Big-endian product.
    private static func product(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var sums = [UInt64](repeating: 0, count: left.count + right.count)
        for (i, a) in left.reversed().enumerated() {
            for (j, b) in right.reversed().enumerated() { sums[i + j] += UInt64(a) * UInt64(b) }
        }
        var digits: [UInt8] = []
        var carry: UInt64 = 0
        for sum in sums {
            carry += sum
            digits.append(UInt8(carry & 0xFF))
            carry >>= 8
        }
        return digits.reversed()
    }

    private var publicExponent: [UInt8] { exponent.map { [$0] } ?? [1, 0, 1] }

    /// SubjectPublicKeyInfo (RFC 3279 §2.3, RFC 5480 §2, RFC 8410 §4).
    var publicKeyInfo: [UInt8] {
        let algorithm: [UInt8]
        let key: [UInt8]
        switch kind {
        case .rsa:
            algorithm =
                ExampleDER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01])
                + ExampleDER.null
            key = ExampleDER.sequence(
                ExampleDER.integer(numbers[0]), ExampleDER.integer(publicExponent))
        case .dsa:
            algorithm =
                ExampleDER.identifier([0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01])
                + ExampleDER.sequence(
                    ExampleDER.integer(numbers[0]), ExampleDER.integer(numbers[1]),
                    ExampleDER.integer(numbers[2]))
            key = ExampleDER.integer(numbers[3])
        case .curve(let identifier):
            algorithm =
                ExampleDER.identifier([0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01])
                + ExampleDER.identifier(identifier)
            key = [4] + numbers[0] + numbers[1]
        case .ed25519:
            algorithm = ExampleDER.identifier([0x2B, 0x65, 0x70])
            key = numbers[0]
        }
        return ExampleDER.sequence(ExampleDER.sequence(algorithm), ExampleDER.bitString(key))
    }

    /// The blob of SSH (RFC 4253 §6.6, RFC 8709 §4); `nil` for kinds that need none in examples.
    var sshBlob: [UInt8]? {
        func string(_ bytes: [UInt8]) -> [UInt8] {
            (0..<4).map { UInt8(bytes.count >> (24 - 8 * $0) & 0xFF) } + bytes
        }
        func number(_ digits: [UInt8]) -> [UInt8] {
            string((digits.first ?? 0) >= 0x80 ? [0] + digits : digits)
        }
        return switch kind {
        case .rsa:
            string(Array("ssh-rsa".utf8)) + number(publicExponent) + number(numbers[0])
        case .dsa:
            string(Array("ssh-dss".utf8)) + number(numbers[0]) + number(numbers[1])
                + number(numbers[2]) + number(numbers[3])
        case .ed25519: string(Array("ssh-ed25519".utf8)) + string(numbers[0])
        case .curve: nil
        }
    }

    /// PKCS#1 or OpenSSL's DSA; `nil` for the rest.
    var privateKey: [UInt8]? {
        let zero = ExampleDER.integer([0])
        switch kind {
        case .rsa:
            // d and what follows from it are as random as the factors: nobody computes with them.
            let parts = [
                zero, ExampleDER.integer(numbers[0]), ExampleDER.integer(publicExponent),
                ExampleDER.integer(Array(numbers[0].dropFirst())),
                ExampleDER.integer(numbers[1]), ExampleDER.integer(numbers[2]),
                ExampleDER.integer(Array(numbers[1].dropFirst())),
                ExampleDER.integer(Array(numbers[2].dropFirst())),
                ExampleDER.integer(Array(numbers[1].dropFirst(2))),
            ]
            return ExampleDER.element(0x30, Array(parts.joined()))
        case .dsa:
            return ExampleDER.element(
                0x30, Array(([zero] + numbers.map { ExampleDER.integer($0) }).joined()))
        case .curve, .ed25519: return nil
        }
    }
}
