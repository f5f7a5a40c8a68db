/// Solana key files: a JSON array of the 64 bytes of secret seed and public key.
struct SolanaKeypairValidator: Validator {
    static let name = "solana-keypair"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.byte(at: 0) == UInt8(ascii: "["),
            value.byte(at: value.count - 1) == UInt8(ascii: "]"),
            let inner = value.part(from: 1, to: value.count - 1),
            let parts = inner.parts(separatedBy: UInt8(ascii: ","), maxCount: 64)
        else { return .unknown }
        var distinct: Set<Int> = []
        for part in parts {
            let digits = part.filter { $0 > 0x20 }
            guard (1...3).contains(digits.count),
                digits.allSatisfy({ CharacterSet.digits.contains($0) })
            else { return .unknown }
            let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            guard number <= 255 else { return .invalid("One of its numbers is no byte.") }
            distinct.insert(number)
        }
        // 64 random bytes hold about 57 different ones; a table or a counter does not.
        guard parts.count == 64 else { return .unknown }
        return distinct.count >= 40
            ? .consistent("It is a list of 64 bytes as key files hold it.")
            : .invalid("Its 64 bytes repeat as those of a key would not.")
    }
}
