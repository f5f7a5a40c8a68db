/// Polar's tokens: the last six of 43 characters are the CRC-32 of the 37 before them, in base 62.
///
/// - Source: Polar's server, as recorded in the project's facts.
struct PolarCRC32Validator: Validator {
    static let name = "polar-crc32"

    private static let form = TrailingChecksum(
        prefixes: ["polar_oat_", "polar_pat_", "polar_at_u_", "polar_at_o_"], bodyLengths: [37],
        alphabet: .base62,
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
