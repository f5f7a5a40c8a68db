/// AWS key ids: after the four letters of the type come 16 base32 characters, whose first six
/// bytes hold the account number.
///
/// The account number itself is not said: it is a part of the value.
struct AWSAccessKeyIDValidator: Validator {
    static let name = "aws-access-key-id"

    private static let maxAccount: UInt64 = 999_999_999_999

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.count == 20, let body = value.part(from: 4, to: 20),
            let first = body.byte(at: 0)
        else { return .unknown }
        guard let bytes = Base32Decoding.decode(body), bytes.count >= 6,
            body.allSatisfy({ !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return .invalid("Its characters are not those of an AWS key id (A-Z, 2-7).") }
        // Ids from before 2019 begin so and encode no account.
        if first == UInt8(ascii: "I") || first == UInt8(ascii: "J") { return .unknown }
        let number = bytes.prefix(6).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let account = (number & 0x7FFF_FFFF_FFFF) >> 7
        return account <= Self.maxAccount
            ? .consistent("It decodes to an account number of twelve digits.")
            // AWS does not document the encoding: another number refutes nothing.
            : .unknown
    }
}
