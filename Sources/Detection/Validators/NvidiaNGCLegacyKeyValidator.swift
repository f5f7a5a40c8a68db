/// NVIDIA NGC keys of old: base64 of 26 characters, `:` and a UUID.
struct NvidiaNGCLegacyKeyValidator: Validator {
    static let name = "nvidia-ngc-legacy-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let text = EncodedText.decode(value) else {
            return .invalid("It does not decode as base64.")
        }
        guard text.count == 63, text[26] == UInt8(ascii: ":"),
            text.withUnsafeBytes({ $0.part(from: 27, to: 63).map(UUIDText.isUUID) }) == true
        else { return .invalid("It does not decode to an identifier and a UUID.") }
        return .consistent("It decodes to an identifier and a UUID.")
    }
}
