/// Storj access grants: Base58Check with version byte 0.
struct StorjAccessGrantValidator: Validator {
    static let name = "storj-access-grant"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard value.hasPrefix("1"), value.count >= 100, let payload = Base58Check.payload(of: value)
        else {
            return .unknown
        }
        guard !payload.isEmpty else {
            return .invalid("Its Base58Check checksum does not fit.")
        }
        guard payload.first == 0 else {
            return .invalid("Its Base58Check content has not the version of an access grant.")
        }
        return .proven("Its Base58Check checksum fits.")
    }
}
