extension DeltaScript {
    /// Applies the bytes of a delta.
    /// - Returns: `nil` when it is not a delta over `base`.
    package static func apply(_ delta: [UInt8], to base: [UInt8]) -> [UInt8]? {
        guard let (source, targetByteCount, script) = read(delta), source == UInt64(base.count)
        else { return nil }
        var target: [UInt8] = []
        for operation in script.operations {
            switch operation {
            case .copy(let offset, let count):
                guard offset + count <= base.count else { return nil }
                target += base[offset..<offset + count]
            case .insert(let bytes): target += bytes
            }
        }
        return UInt64(target.count) == targetByteCount ? target : nil
    }

    /// Reads the bytes of a delta: its two sizes and its steps, as they are.
    /// - Returns: `nil` when they do not form a delta.
    package static func read(
        _ delta: [UInt8]
    ) -> (sourceByteCount: UInt64, targetByteCount: UInt64, script: DeltaScript)? {
        var rest = delta[...]
        guard let source = size(&rest), let target = size(&rest) else { return nil }
        var script = DeltaScript()
        while let command = rest.popFirst() {
            if command & 0x80 == 0 {
                guard command > 0, rest.count >= command else { return nil }
                script.operations.append(.insert(Array(rest.prefix(Int(command)))))
                rest = rest.dropFirst(Int(command))
                continue
            }
            var number = 0
            for byte in 0..<7 where command & 1 << UInt8(byte) != 0 {
                guard let value = rest.popFirst() else { return nil }
                number |= Int(value) << (8 * byte)
            }
            script.operations.append(
                .copy(
                    offset: number & 0xFFFF_FFFF,
                    count: number >> 32 == 0 ? 0x1_0000 : number >> 32))
        }
        return (source, target, script)
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
