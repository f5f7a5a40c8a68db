/// Deltas in the plainest way, to hold the real ones against.
///
/// - Source: git, Documentation/gitformat-pack.txt, "Deltified representation".
enum PlainDelta {
    /// The target; `nil` when the delta is none, or not to this base.
    static func apply(
        _ delta: [UInt8], to base: [UInt8], maxTargetByteCount: Int
    ) -> [UInt8]? {
        var rest = delta[...]
        guard size(&rest) == base.count, let count = size(&rest), count <= maxTargetByteCount
        else { return nil }
        var target: [UInt8] = []
        while !rest.isEmpty {
            guard let command = command(&rest), target.count <= count else { return nil }
            switch command {
            case .insert(let bytes): target += bytes
            case .copy(let start, let count):
                guard start + count <= base.count else { return nil }
                target += base[start..<start + count]
            }
        }
        return target.count == count ? target : nil
    }

    /// How long the target of some commands is, up to the first that is none.
    static func targetByteCount(ofCommands commands: ArraySlice<UInt8>) -> Int {
        var rest = commands
        var count = 0
        while let command = command(&rest) {
            switch command {
            case .insert(let bytes): count += bytes.count
            case .copy(_, let byteCount): count += byteCount
            }
        }
        return count
    }

    /// A size as deltas write it.
    static func size(_ value: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = value
        while rest > 0x7F {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    private enum Command {
        case copy(start: Int, count: Int)
        case insert(ArraySlice<UInt8>)
    }

    private static func command(_ rest: inout ArraySlice<UInt8>) -> Command? {
        guard let first = rest.popFirst(), first != 0 else { return nil }
        if first < 0x80 {
            guard rest.count >= first else { return nil }
            defer { rest = rest.dropFirst(Int(first)) }
            return .insert(rest.prefix(Int(first)))
        }
        var numbers = [0, 0, 0, 0, 0, 0, 0]
        for index in 0..<7 where first >> UInt8(index) & 1 == 1 {
            guard let byte = rest.popFirst() else { return nil }
            numbers[index] = Int(byte)
        }
        let start = numbers[0] + numbers[1] << 8 + numbers[2] << 16 + numbers[3] << 24
        let count = numbers[4] + numbers[5] << 8 + numbers[6] << 16
        return .copy(start: start, count: count == 0 ? 0x10000 : count)
    }

    private static func size(_ rest: inout ArraySlice<UInt8>) -> Int? {
        var digits: [UInt8] = []
        while let byte = rest.popFirst() {
            digits.append(byte & 0x7F)
            if byte < 0x80 {
                // More than nine digits of seven bits are no size, be they zeros.
                return digits.count > 9 ? nil : digits.reversed().reduce(0) { $0 << 7 | Int($1) }
            }
        }
        return nil
    }
}
