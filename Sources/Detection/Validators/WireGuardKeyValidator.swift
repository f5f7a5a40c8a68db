private import KeyMaterial

/// WireGuard private keys: 32 bytes, clamped as Curve25519 asks (RFC 7748 §5).
///
/// Keys that another program made may be unclamped: those stay unknown.
struct WireGuardKeyValidator: Validator {
    static let name = "wireguard-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let bytes = Base64Decoding.decode(value, maxOutputBytes: 64), bytes.count == 32,
            let first = bytes.first, let last = bytes.last
        else { return .invalid("It does not decode to the 32 bytes of a key.") }
        return first & 7 == 0 && last & 0xC0 == 0x40
            ? .consistent("It decodes to 32 bytes that are clamped as a private key.") : .unknown
    }
}
