/// An elliptic curve that a key names by an object identifier.
package struct NamedCurve: Hashable, Sendable {
    /// As OpenSSL spells it.
    package let name: String
    /// Size of the field in bits.
    package let bits: Int
    /// Whether the field is one of characteristic two.
    package let isBinary: Bool

    private init(_ name: String, _ bits: Int, isBinary: Bool = false) {
        self.name = name
        self.bits = bits
        self.isBinary = isBinary
    }

    /// By the contents octets of its identifier.
    ///
    /// - Source: ANSI X9.62 annex L, SEC 2 v1 and v2, RFC 5480 §2.1.1.1, RFC 5639 §4.1.
    init?(identifier: ArraySlice<UInt8>) {
        guard let last = identifier.last else { return nil }
        switch Array(identifier.dropLast()) {
        case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01]:
            switch last {
            case 1...3: self.init("prime192v\(last)", 192)
            case 4...6: self.init("prime239v\(last - 3)", 239)
            case 7: self.init("prime256v1", 256)
            default: return nil
            }
        case [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x00]:
            guard let bits = NamedCurve.x962Binary[last] else { return nil }
            self.init("c2pnb\(bits)", bits, isBinary: true)
        case [0x2B, 0x81, 0x04, 0x00]:
            guard let (name, bits) = NamedCurve.sec2[last] else { return nil }
            self.init(name, bits, isBinary: name.hasPrefix("sect"))
        case [0x2B, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01]:
            let sizes = [160, 192, 224, 256, 320, 384, 512]
            let index = (Int(last) - 1) / 2
            guard last > 0, sizes.indices.contains(index) else { return nil }
            let form = last % 2 == 1 ? "r1" : "t1"
            self.init("brainpoolP\(sizes[index])\(form)", sizes[index])
        default: return nil
        }
    }

    private static let x962Binary: [UInt8: Int] = [
        1: 163, 2: 163, 3: 163, 4: 176, 5: 191, 6: 191, 7: 191, 10: 208, 11: 239, 12: 239,
        13: 239, 16: 272, 17: 304, 18: 359, 19: 368, 20: 431,
    ]

    /// The arcs below 1.3.132.0.
    private static let sec2: [UInt8: (String, Int)] = [
        1: ("sect163k1", 163), 2: ("sect163r1", 163), 3: ("sect239k1", 239),
        4: ("sect113r1", 113), 5: ("sect113r2", 113), 6: ("secp112r1", 112),
        7: ("secp112r2", 112), 8: ("secp160r1", 160), 9: ("secp160k1", 160),
        10: ("secp256k1", 256), 15: ("sect163r2", 163), 16: ("sect283k1", 283),
        17: ("sect283r1", 283), 22: ("sect131r1", 131), 23: ("sect131r2", 131),
        24: ("sect193r1", 193), 25: ("sect193r2", 193), 26: ("sect233k1", 233),
        27: ("sect233r1", 233), 28: ("secp128r1", 128), 29: ("secp128r2", 128),
        30: ("secp160r2", 160), 31: ("secp192k1", 192), 32: ("secp224k1", 224),
        33: ("secp224r1", 224), 34: ("secp384r1", 384), 35: ("secp521r1", 521),
        36: ("sect409k1", 409), 37: ("sect409r1", 409), 38: ("sect571k1", 571),
        39: ("sect571r1", 571),
    ]
}
