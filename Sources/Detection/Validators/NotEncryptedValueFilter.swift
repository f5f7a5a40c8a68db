/// Drops values that are encrypted where they stand: SOPS, Ansible Vault, Jasypt, Vault transit,
/// Rails, eyaml, sealed secrets.
struct NotEncryptedValueFilter: Validator {
    static let name = "not-encrypted-value"

    private static let heads: [StaticString] = [
        "ENC[", "ENC(", "!vault", "$ANSIBLE_VAULT", "vault:v", "{cipher}", "DEC::", "AQICAH",
        "gAAAAA", "-----BEGIN PGP MESSAGE", "-----BEGIN AGE ENCRYPTED", "secure:", "U2FsdGVkX1",
    ]

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        Self.heads.contains { value.hasPrefix($0) } ? .rejected : .unknown
    }
}
