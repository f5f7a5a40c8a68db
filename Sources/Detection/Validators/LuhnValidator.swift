/// The check digit of payment cards and IMEI numbers (ISO/IEC 7812-1 annex B).
struct LuhnValidator: Validator {
    static let name = "luhn"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let digits = Self.digits(of: value), digits.count >= 2 else { return .unknown }
        return Self.sum(of: digits) % 10 == 0
            ? .consistent("Its Luhn check digit fits.")
            : .invalid("Its Luhn check digit does not fit.")
    }

    func checksum(over prefix: [UInt8]) -> [UInt8]? {
        guard let digits = prefix.withUnsafeBytes({ Self.digits(of: $0) }), !digits.isEmpty
        else { return nil }
        return [UInt8(ascii: "0") + (10 - Self.sum(of: digits + [0]) % 10) % 10]
    }

    private static func digits(of text: UnsafeRawBufferPointer) -> [UInt8]? {
        guard text.count <= 64 else { return nil }
        var digits: [UInt8] = []
        for byte in text where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-") {
            guard CharacterSet.digits.contains(byte) else { return nil }
            digits.append(byte - UInt8(ascii: "0"))
        }
        return digits
    }

    private static func sum(of digits: [UInt8]) -> UInt8 {
        var total = 0
        for (index, digit) in digits.reversed().enumerated() {
            let number = index % 2 == 0 ? Int(digit) : Int(digit) * 2
            total += number > 9 ? number - 9 : number
        }
        return UInt8(total % 10)
    }
}
