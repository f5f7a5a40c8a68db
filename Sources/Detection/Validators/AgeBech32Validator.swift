/// `age` identities: Bech32 (BIP-173) with the human-readable part `age-secret-key-`, upper case.
struct AgeBech32Validator: Validator {
    static let name = "age-bech32"

    private static let prefix: StaticString = "AGE-SECRET-KEY-1"
    private static let dataLength = 52
    private static let letters = Array("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".utf8)

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let data = value.after(Self.prefix), data.count == Self.dataLength + 6,
            let values = Self.values(of: data)
        else { return .unknown }
        // BIP-173, "Checksum": the polynomial of everything is 1.
        return Self.polynomial(Self.expandedPrefix + values) == 1
            ? .proven("Its Bech32 checksum fits.")
            : .invalid("Its Bech32 checksum does not fit.")
    }

    func checksum(over prefix: [UInt8]) -> [UInt8]? {
        prefix.withUnsafeBytes { bytes in
            guard let data = bytes.after(Self.prefix), data.count == Self.dataLength,
                let values = Self.values(of: data)
            else { return nil }
            let zeros = [UInt8](repeating: 0, count: 6)
            let sum = Self.polynomial(Self.expandedPrefix + values + zeros) ^ 1
            return (0..<6).map { Self.letters[Int(sum >> UInt32(5 * (5 - $0)) & 31)] }
        }
    }

    private static func values(of data: UnsafeRawBufferPointer) -> [UInt8]? {
        var values: [UInt8] = []
        for byte in data {
            guard let index = letters.firstIndex(of: byte) else { return nil }
            values.append(UInt8(index))
        }
        return values
    }

    private static let expandedPrefix: [UInt8] = {
        let text = Array("age-secret-key-".utf8)
        return text.map { $0 >> 5 } + [0] + text.map { $0 & 31 }
    }()

    private static func polynomial(_ values: [UInt8]) -> UInt32 {
        let generators: [UInt32] = [
            0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
        ]
        var sum: UInt32 = 1
        for value in values {
            let top = sum >> 25
            sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
            for (bit, generator) in generators.enumerated() where top >> UInt32(bit) & 1 == 1 {
                sum ^= generator
            }
        }
        return sum
    }
}
