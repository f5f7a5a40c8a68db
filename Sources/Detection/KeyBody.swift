/// What of a private key in PEM stays the same however its lines are written.
enum KeyBody {
    private static let opening = Array("-----BEGIN ".utf8)

    /// `-----BEGIN` in base64.
    private static let wrappedOpening = Array("LS0tLS1CRUdJTi".utf8)

    /// The label and the base64 of the body, also where all of it stands in base64; `nil` when the
    /// value is no PEM.
    static func bytes(of value: UnsafeRawBufferPointer) -> [UInt8]? {
        if value.starts(with: wrappedOpening) {
            var bits: UInt32 = 0
            var held = 0
            var bytes: [UInt8] = []
            for byte in value {
                guard let digit = ByteClass.base64Value(byte) else { continue }
                bits = (bits << 6 | UInt32(digit)) & 0xFF_FFFF
                held += 6
                guard held >= 8 else { continue }
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
            return bytes.withUnsafeBytes(plainBytes)
        }
        return plainBytes(of: value)
    }

    private static func plainBytes(of value: UnsafeRawBufferPointer) -> [UInt8]? {
        guard value.starts(with: opening) else { return nil }
        var place = opening.count
        while place < value.count, value[place] != 0x2D { place += 1 }
        var bytes = Array(value[..<place])
        while place < value.count, value[place] == 0x2D { place += 1 }
        while place < value.count, value[place] != 0x2D {
            let byte = value[place]
            place += 1
            if byte == 0x5C {
                // `\n`, also escaped once more.
                while place < value.count, value[place] == 0x5C { place += 1 }
                if place < value.count, [0x6E, 0x72, 0x74].contains(value[place]) { place += 1 }
            } else if ByteClass.sets[Int(byte)] & ByteClass.base64 != 0 {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
