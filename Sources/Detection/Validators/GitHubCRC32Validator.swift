/// GitHub's tokens: the last six characters are the CRC-32 of the characters between prefix and
/// checksum, in base 62 with digits 0-9 A-Z a-z.
///
/// For `github_pat_` GitHub documents no checksum, so a fitting one is proof and a misfit is
/// nothing. Stateless `ghs_` tokens hold a JWT and no checksum.
///
/// - Source: GitHub, "Behind GitHub's new authentication token formats", 2021-04-05.
struct GitHubCRC32Validator: Validator {
    static let name = "github-crc32"

    private static let short = TrailingChecksum(
        prefixes: ["ghp_", "gho_", "ghu_", "ghs_"], bodyLengths: [30], alphabet: .base62,
        checkLength: 6, coversPrefix: false,
        compute: { CheckCharacters.base62(CRC32.checksum(of: $0), width: 6) })
    private static let refresh = TrailingChecksum(
        prefixes: ["ghr_"], bodyLengths: [30, 70], alphabet: .base62, checkLength: 6,
        coversPrefix: false,
        compute: { CheckCharacters.base62(CRC32.checksum(of: $0), width: 6) })
    private static let fineGrained = TrailingChecksum(
        prefixes: ["github_pat_"], bodyLengths: [76], alphabet: .base64URL, checkLength: 6,
        coversPrefix: false,
        compute: { CheckCharacters.base62(CRC32.checksum(of: $0), width: 6) })

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        if let fits = Self.short.fits(value) ?? Self.refresh.fits(value) {
            return fits
                ? .proven("Its CRC-32 check characters fit the rest of the token.")
                : .invalid("Its CRC-32 check characters do not fit the rest of the token.")
        }
        if Self.fineGrained.fits(value) == true {
            return .proven("Its CRC-32 check characters fit the rest of the token.")
        }
        return .unknown
    }

    func checksum(over prefix: [UInt8]) -> [UInt8]? {
        Self.short.characters(over: prefix) ?? Self.refresh.characters(over: prefix)
            ?? Self.fineGrained.characters(over: prefix)
    }
}
