/// Reads the public halves that an OpenPGP key holds, whether it is public or secret
/// (RFC 9580 §5.5.2).
package enum OpenPGPPublicKey {
    /// The public halves of an armored block: the primary key's, then those of subkeys.
    package static func read(
        _ text: UnsafeRawBufferPointer, limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> [PublicKey] {
        guard let reader = try? PEMReader(text, limits: limits),
            let block = try? reader.firstBlock(where: { $0.hasPrefix("PGP P") })
        else { return [] }
        return read(packets: block.body, limits: limits)
    }

    /// The public halves in a sequence of packets; what is malformed ends it.
    package static func read(
        packets: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> [PublicKey] {
        var cursor = ByteCursor(packets)
        var keys: [PublicKey] = []
        var count = 0
        while cursor.remaining > 0, count < limits.maxItems,
            let (tag, body) = OpenPGPPrivateKey.packet(&cursor)
        {
            count += 1
            // 5 and 7: secret key and subkey; 6 and 14: public ones (RFC 9580 §5).
            guard [5, 6, 7, 14].contains(tag), let key = key(body) else { continue }
            keys.append(key)
        }
        return keys
    }

    private static func key(_ body: ArraySlice<UInt8>) -> PublicKey? {
        var cursor = ByteCursor(body)
        guard let version = cursor.byte(), (3...6).contains(version),
            cursor.take(version == 3 ? 6 : 4) != nil, let algorithm = cursor.byte()
        else { return nil }
        // Versions 5 and 6 count the octets of the public part.
        if version >= 5, cursor.take(4) == nil { return nil }
        return key(algorithm, &cursor)
    }

    /// The public numbers of an algorithm (RFC 9580 §5.5.5 and §9.1).
    private static func key(_ algorithm: UInt8, _ cursor: inout ByteCursor) -> PublicKey? {
        switch algorithm {
        case 1, 2, 3: return cursor.openPGPNumber().flatMap { PublicKey.rsa(modulus: $0) }
        case 16, 20, 17:
            guard let prime = cursor.openPGPNumber() else { return nil }
            for _ in 0..<(algorithm == 17 ? 2 : 1) where cursor.openPGPNumber() == nil {
                return nil
            }
            return cursor.openPGPNumber().flatMap {
                PublicKey(
                    algorithm == 17 ? .dsa : .elgamal, bits: UnsignedNumber.bitLength(prime),
                    number: $0)
            }
        case 18, 19, 22:
            guard let length = cursor.number(width: 1), let curve = cursor.take(length),
                let point = cursor.openPGPNumber()
            else { return nil }
            // The native point of a curve has 0x40 in front (RFC 9580 §11.2.2).
            if point.first == 0x40, point.count == 33 {
                return PublicKey.point(algorithm == 22 ? .ed25519 : .x25519, point.dropFirst())
            }
            return PublicKey.ec(point: point, bits: KeyAlgorithm.bits(ofCurve: curve))
        case 25: return cursor.take(32).flatMap { PublicKey.point(.x25519, $0) }
        case 26: return cursor.take(56).flatMap { PublicKey.point(.x448, $0) }
        case 27: return cursor.take(32).flatMap { PublicKey.point(.ed25519, $0) }
        case 28: return cursor.take(57).flatMap { PublicKey.point(.ed448, $0) }
        default: return nil
        }
    }
}
