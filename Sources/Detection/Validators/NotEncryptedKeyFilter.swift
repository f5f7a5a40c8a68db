private import KeyMaterial

/// Drops private keys that a passphrase protects, and frames that hold no private key at all.
struct NotEncryptedKeyFilter: Validator {
    static let name = "not-encrypted-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        do {
            let info = try PrivateKeyReader.read(value)
            return info.isEncrypted || info.kind == .securityKey ? .rejected : .unknown
        } catch {
            return error.code == .notPrivate ? .rejected : .unknown
        }
    }
}
