extension DeltaScript {
    /// Applies the bytes of a delta.
    /// - Returns: `nil` when it is not a delta over `base`.
    package static func apply(_ delta: [UInt8], to base: [UInt8]) -> [UInt8]? {
        var rest = delta[...]
        guard size(&rest) == UInt64(base.count), let targetByteCount = size(&rest) else {
            return nil
        }
        var target: [UInt8] = []
        while let command = rest.popFirst() {
            if command & 0x80 == 0 {
                guard command > 0, rest.count >= command else { return nil }
                target += rest.prefix(Int(command))
                rest = rest.dropFirst(Int(command))
                continue
            }
            var number = 0
            for byte in 0..<7 where command & 1 << UInt8(byte) != 0 {
                guard let value = rest.popFirst() else { return nil }
                number |= Int(value) << (8 * byte)
            }
            let offset = number & 0xFFFF_FFFF
            let count = number >> 32 == 0 ? 0x1_0000 : number >> 32
            guard offset + count <= base.count else { return nil }
            target += base[offset..<offset + count]
        }
        return UInt64(target.count) == targetByteCount ? target : nil
    }

    /// The delta with other sizes at its head; a delta without readable sizes stays as it is.
    static func withSizes(of delta: [UInt8], source: UInt64?, target: UInt64?) -> [UInt8] {
        var rest = delta[...]
        guard let oldSource = size(&rest), let oldTarget = size(&rest) else { return delta }
        return sizeBytes(source ?? oldSource) + sizeBytes(target ?? oldTarget) + rest
    }

    private static func size(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 63, by: 7) {
            guard let byte = rest.popFirst() else { return nil }
            number |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return number }
        }
        return nil
    }
}
