/// What of a private key in PEM stays the same however its lines are written.
enum KeyBody {
    private static let opening = Array("-----BEGIN ".utf8)

    /// The label and the base64 of the body; `nil` when the value is no PEM.
    static func bytes(of value: UnsafeRawBufferPointer) -> [UInt8]? {
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
