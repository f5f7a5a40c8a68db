/// Trusted-publishing tokens for Rust crates: the last character is the XOR of the 31 before it,
/// modulo 62, as an index into A-Z a-z 0-9.
///
/// One random value in 62 passes, so a fit is consistent and no proof.
struct CratesIOXORValidator: Validator {
    static let name = "crates-io-xor"

    private static let form = TrailingChecksum(
        prefixes: ["cio_tp_"], bodyLengths: [31], alphabet: .base62, checkLength: 1,
        coversPrefix: false, compute: { [character(over: $0)] })

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        switch Self.form.fits(value) {
        case true?: .consistent("Its check character fits the rest of the token.")
        case false?: .invalid("Its check character does not fit the rest of the token.")
        case nil: .unknown
        }
    }

    func checksum(over prefix: [UInt8]) -> [UInt8]? { Self.form.characters(over: prefix) }

    private static func character(over body: UnsafeRawBufferPointer) -> UInt8 {
        let index = body.reduce(0, ^) % 62
        return switch index {
        case 0..<26: UInt8(ascii: "A") + index
        case 26..<52: UInt8(ascii: "a") + (index - 26)
        default: UInt8(ascii: "0") + (index - 52)
        }
    }
}
