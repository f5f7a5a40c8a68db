/// A cipher under which a private key is kept.
package enum PrivateKeyCipher: String, Sendable {
    case des = "DES"
    case tripleDES = "3DES"
    case rc2 = "RC2"
    case rc2Short = "RC2 with 40 bits"
    case rc4 = "RC4"
    case aes = "AES"

    /// By the name that `DEK-Info` gives it.
    init?(headerName name: String) {
        if name.hasPrefix("DES-EDE") {
            self = .tripleDES
        } else if name.hasPrefix("DES") {
            self = .des
        } else if name.hasPrefix("RC2") {
            self = .rc2
        } else if name.hasPrefix("AES") {
            self = .aes
        } else {
            return nil
        }
    }

    /// By the identifier of a scheme of PKCS#5 v1 (RFC 8018 §A.3) or PKCS#12 (RFC 7292 §C).
    init?(scheme identifier: ArraySlice<UInt8>) {
        guard let last = identifier.last else { return nil }
        let isPKCS12 = identifier.dropLast().elementsEqual([
            0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x01,
        ])
        switch (isPKCS12, last) {
        case (false, 1), (false, 3), (false, 10): self = .des
        case (false, 4), (false, 6), (false, 11), (true, 5): self = .rc2
        case (true, 1), (true, 2): self = .rc4
        case (true, 3), (true, 4): self = .tripleDES
        case (true, 6): self = .rc2Short
        default: return nil
        }
    }

    /// By its own identifier, as PBES2 has it (RFC 8018 §B.2).
    init?(identifier: ArraySlice<UInt8>) {
        switch Array(identifier) {
        case [0x2B, 0x0E, 0x03, 0x02, 0x07]: self = .des
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x03, 0x07]: self = .tripleDES
        case [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x03, 0x02]: self = .rc2
        case let known where known.starts(with: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01]):
            self = .aes
        default: return nil
        }
    }

    /// Whether keys or blocks are too short for today.
    package var isOutdated: Bool { self != .aes }
}
