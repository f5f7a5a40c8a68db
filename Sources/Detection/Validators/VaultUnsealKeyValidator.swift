/// Shares of a Vault unseal key: 32 or 33 bytes in base64 or hexadecimal digits.
struct VaultUnsealKeyValidator: Validator {
    static let name = "vault-unseal-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        if value.count == 64 || value.count == 66, CharacterSet.hex.containsAll(of: value) {
            return .consistent("It holds as many bytes as a share of an unseal key.")
        }
        guard let bytes = EncodedText.decode(value), bytes.count == 32 || bytes.count == 33 else {
            return .invalid("It holds not as many bytes as a share of an unseal key.")
        }
        return .consistent("It holds as many bytes as a share of an unseal key.")
    }
}
