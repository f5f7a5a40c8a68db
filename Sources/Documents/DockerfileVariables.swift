/// What `ARG` and `ENV` said so far in a Dockerfile.
struct DockerfileVariables {
    /// What a text became.
    enum Filled {
        case unchanged, unknown
        case known(String)
    }

    /// Before the first `FROM`: known to `FROM` alone, and where a stage names them again.
    private var global: [String: String] = [:]
    private var stage: [String: String] = [:]
    private var isInStage = false

    private(set) var budget: FillingBudget

    private static let maxText = 65_536

    init(_ limits: DocumentLimits) { budget = FillingBudget(limits) }

    mutating func beginStage() {
        stage = [:]
        isInStage = true
    }

    mutating func set(_ name: String, _ value: String?, isArgument: Bool) {
        guard isInStage else {
            global[name] = value
            return
        }
        // `ARG name` without a value takes that of before the first stage.
        stage[name] = value ?? (isArgument ? global[name] : nil)
    }

    /// The text with `$name`, `${name}` and `${name:-default}` put in.
    mutating func fill(_ text: String, escape: UInt8, isFrom: Bool) -> Filled {
        let known = isFrom || !isInStage ? global : stage
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var isKnown = true
        var isChanged = false
        var index = 0
        while index < bytes.count {
            guard out.count < Self.maxText else { return .unknown }
            let byte = bytes[index]
            if byte == escape, index + 1 < bytes.count, bytes[index + 1] == 0x24 {
                out.append(0x24)
                index += 2
                isChanged = true
                continue
            }
            guard byte == 0x24, index + 1 < bytes.count else {
                out.append(byte)
                index += 1
                continue
            }
            let isBraced = bytes[index + 1] == 0x7B
            var end = index + (isBraced ? 2 : 1)
            let start = end
            while end < bytes.count,
                bytes[end] == 0x5F || bytes[end] &- 0x30 < 10 || (bytes[end] | 0x20) &- 0x61 < 26
            {
                end += 1
            }
            guard end > start else {
                if isBraced { isKnown = false }
                out.append(byte)
                index += 1
                continue
            }
            var value = known[String(decoding: bytes[start..<end], as: UTF8.self)]
            if isBraced {
                guard let close = bytes[end...].firstIndex(of: 0x7D) else { return .unknown }
                let rest = bytes[end..<close]
                if rest.starts(with: [0x3A, 0x2D]) {
                    if value == nil || value == "" {
                        value = String(decoding: rest.dropFirst(2), as: UTF8.self)
                    }
                } else if !rest.isEmpty {
                    value = nil
                }
                end = close + 1
            }
            guard let value else { return .unknown }
            out.append(contentsOf: value.utf8)
            isChanged = true
            index = end
        }
        guard isKnown else { return .unknown }
        guard isChanged else { return .unchanged }
        return budget.take(out.count) ? .known(String(decoding: out, as: UTF8.self)) : .unknown
    }
}
