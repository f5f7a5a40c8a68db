/// Reads the secret-key packets of an OpenPGP key (RFC 9580 §5.5.3).
enum OpenPGPPrivateKey {
    static func read(
        _ bytes: [UInt8], armorChecksum: [UInt8]?, limits: KeyMaterialLimits
    ) throws(KeyMaterialError) -> PrivateKeyInfo {
        if let armorChecksum, armorChecksum != checksum(of: bytes) {
            throw KeyMaterialError(.inconsistent, "the armor's CRC-24 does not fit the body")
        }
        var cursor = ByteCursor(bytes)
        var found: PrivateKeyInfo?
        var packetCount = 0
        while cursor.remaining > 0 {
            packetCount += 1
            guard packetCount <= limits.maxItems else {
                throw KeyMaterialError(.tooLarge, "the key has too many packets")
            }
            guard let (tag, body) = packet(&cursor) else {
                throw KeyMaterialError(.badStructure, "a packet is cut off or malformed")
            }
            // 5: secret key, 7: secret subkey (RFC 9580 §5).
            guard tag == 5 || tag == 7 else { continue }
            switch try secret(body) {
            case .absent: continue
            case .present(let info):
                // One unprotected key makes the whole block unprotected.
                if !info.isEncrypted { return info }
                found = found ?? info
            }
        }
        guard let found else {
            throw KeyMaterialError(.notPrivate, "the block holds no secret-key packet with a key")
        }
        return found
    }

    private enum Secret {
        case present(PrivateKeyInfo)
        /// GnuPG's stub for a key that is elsewhere.
        case absent
    }

    /// One packet with old or new header (RFC 9580 §4.2); partial lengths do not occur in keys.
    static func packet(
        _ cursor: inout ByteCursor
    ) -> (tag: UInt8, body: ArraySlice<UInt8>)? {
        guard let head = cursor.byte(), head & 0x80 != 0 else { return nil }
        let length: Int?
        let tag: UInt8
        if head & 0x40 == 0 {
            tag = head >> 2 & 0x0F
            switch head & 3 {
            case 0: length = cursor.number(width: 1)
            case 1: length = cursor.number(width: 2)
            case 2: length = cursor.number(width: 4)
            default: length = cursor.remaining
            }
        } else {
            tag = head & 0x3F
            guard let first = cursor.number(width: 1) else { return nil }
            switch first {
            case 0..<192: length = first
            case 192..<224: length = cursor.number(width: 1).map { (first - 192) << 8 + $0 + 192 }
            case 255: length = cursor.number(width: 4)
            default: length = nil
            }
        }
        return length.flatMap { cursor.take($0) }.map { (tag, $0) }
    }

    private static func secret(_ body: ArraySlice<UInt8>) throws(KeyMaterialError) -> Secret {
        let cutOff = KeyMaterialError(.badStructure, "a secret-key packet is cut off")
        var cursor = ByteCursor(body)
        guard let version = cursor.byte(), (3...6).contains(version),
            cursor.take(version == 3 ? 6 : 4) != nil, let algorithm = cursor.byte()
        else { throw cutOff }
        // Versions 5 and 6 count the octets of the public part.
        if version >= 5, cursor.take(4) == nil { throw cutOff }
        guard let (kind, bits) = publicPart(algorithm, &cursor), let usage = cursor.byte() else {
            throw cutOff
        }
        // RFC 9580 §3.7.2: 0 is unprotected. GnuPG marks stubs by the private S2K type 101.
        if usage >= 253 {
            var copy = cursor
            if version >= 5, copy.byte() == nil { throw cutOff }
            if copy.byte() != nil, copy.byte() == 101, copy.byte() != nil,
                copy.take(3)?.elementsEqual("GNU".utf8) == true
            {
                return .absent
            }
        }
        guard cursor.remaining > 0 else { throw cutOff }
        return .present(
            PrivateKeyInfo(kind: kind, format: .openPGP, bits: bits, isEncrypted: usage != 0))
    }

    /// Reads past the public numbers of an algorithm (RFC 9580 §5.5.5 and §9.1).
    private static func publicPart(
        _ algorithm: UInt8, _ cursor: inout ByteCursor
    ) -> (PrivateKeyInfo.Kind, Int?)? {
        switch algorithm {
        case 1, 2, 3:
            guard let modulus = cursor.openPGPNumber(), cursor.openPGPNumber() != nil else {
                return nil
            }
            return (.rsa, UnsignedNumber.bitLength(modulus))
        case 16, 20, 17:
            guard let prime = cursor.openPGPNumber() else { return nil }
            for _ in 0..<(algorithm == 17 ? 3 : 2) where cursor.openPGPNumber() == nil {
                return nil
            }
            return (algorithm == 17 ? .dsa : .elgamal, UnsignedNumber.bitLength(prime))
        case 18, 19, 22:
            guard let length = cursor.number(width: 1), let curve = cursor.take(length),
                cursor.openPGPNumber() != nil
            else { return nil }
            if algorithm == 18 {
                guard let length = cursor.number(width: 1), cursor.take(length) != nil else {
                    return nil
                }
            }
            return kind(ofCurve: Array(curve))
        case 25: return cursor.take(32).map { _ in (.x25519, 256) }
        case 26: return cursor.take(56).map { _ in (.x448, 448) }
        case 27: return cursor.take(32).map { _ in (.ed25519, 256) }
        case 28: return cursor.take(57).map { _ in (.ed448, 448) }
        default: return nil
        }
    }

    /// RFC 9580 §9.2: the legacy identifiers of Ed25519 and Curve25519, else NIST and Brainpool.
    private static func kind(ofCurve identifier: [UInt8]) -> (PrivateKeyInfo.Kind, Int?) {
        switch identifier {
        case [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x0F, 0x01]: (.ed25519, 256)
        case [0x2B, 0x06, 0x01, 0x04, 0x01, 0x97, 0x55, 0x01, 0x05, 0x01]: (.x25519, 256)
        default: (.ec, KeyAlgorithm.bits(ofCurve: identifier[...]))
        }
    }

    /// CRC-24 with the polynomial and start value of RFC 9580 §6.1.
    private static func checksum(of bytes: [UInt8]) -> [UInt8] {
        var crc: UInt32 = 0xB7_04CE
        for byte in bytes {
            crc ^= UInt32(byte) << 16
            for _ in 0..<8 {
                crc <<= 1
                if crc & 0x100_0000 != 0 { crc ^= 0x186_4CFB }
            }
        }
        return [UInt8(crc >> 16 & 0xFF), UInt8(crc >> 8 & 0xFF), UInt8(crc & 0xFF)]
    }
}
