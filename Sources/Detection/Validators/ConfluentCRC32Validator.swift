/// Confluent Cloud API secrets: after `cflt` and 54 characters of base64 stand the first six
/// base64 characters of their CRC-32, least significant byte first.
struct ConfluentCRC32Validator: Validator {
    static let name = "confluent-crc32"

    private static let form = TrailingChecksum(
        prefixes: ["cflt"], bodyLengths: [54], alphabet: .base64,
        checkLength: 6, coversPrefix: false,
        compute: { CheckCharacters.base64LittleEndian(CRC32.checksum(of: $0)) })

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        switch Self.form.fits(value) {
        case true?: .proven("Its CRC-32 check characters fit the rest of the token.")
        case false?: .invalid("Its CRC-32 check characters do not fit the rest of the token.")
        case nil: .unknown
        }
    }

    func checksum(over prefix: [UInt8]) -> [UInt8]? { Self.form.characters(over: prefix) }
}
