/// npm's tokens: the last six of 36 characters are the CRC-32 of the 30 before them, in base 62.
///
/// - Source: GitHub, "Announcing npm's new access token format", 2021-09-23.
struct NpmCRC32Validator: Validator {
    static let name = "npm-crc32"

    private static let form = TrailingChecksum(
        prefixes: ["npm_"], bodyLengths: [30], alphabet: .base62,
        checkLength: 6, coversPrefix: false,
        compute: { CheckCharacters.base62(CRC32.checksum(of: $0), width: 6) })

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        switch Self.form.fits(value) {
        case true?: .proven("Its CRC-32 check characters fit the rest of the token.")
        case false?: .invalid("Its CRC-32 check characters do not fit the rest of the token.")
        case nil: .unknown
        }
    }

    func checksum(over prefix: [UInt8]) -> [UInt8]? { Self.form.characters(over: prefix) }
}
