/// Bitcoin private keys in wallet import format: Base58Check over 33 or 34 bytes that begin with
/// 0x80, or 0xEF on test networks.
struct BitcoinWIFValidator: Validator {
    static let name = "bitcoin-wif"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard (51...52).contains(value.count), let payload = Base58Check.payload(of: value) else {
            return .unknown
        }
        guard !payload.isEmpty else {
            return .invalid("Its Base58Check checksum does not fit.")
        }
        guard payload.count == 33 || (payload.count == 34 && payload.last == 1),
            payload.first == 0x80 || payload.first == 0xEF
        else { return .invalid("Its Base58Check content is not that of a private key.") }
        return .proven("Its Base58Check checksum fits and it holds a private key of 32 bytes.")
    }
}
