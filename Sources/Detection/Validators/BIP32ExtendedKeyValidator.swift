/// BIP-32 extended private keys: Base58Check over 78 bytes whose key begins with a zero byte.
struct BIP32ExtendedKeyValidator: Validator {
    static let name = "bip32-extended-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.count == 111, let payload = Base58Check.payload(of: value) else {
            return .unknown
        }
        guard !payload.isEmpty else {
            return .invalid("Its Base58Check checksum does not fit.")
        }
        guard payload.count == 78, payload[45] == 0 else {
            return .invalid("Its Base58Check content is not that of an extended private key.")
        }
        return .proven("Its Base58Check checksum fits and it holds an extended private key.")
    }
}
