/// Drops hexadecimal digests of the usual lengths: MD5, SHA-1, SHA-2 and SHA-3.
struct NotHexDigestFilter: Validator {
    static let name = "not-hex-digest"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        switch value.count {
        case 32, 40, 48, 56, 64, 96, 128:
            CharacterSet.lowerHex.containsAll(of: value)
                || CharacterSet.upperHex.containsAll(of: value)
                ? .rejected : .unknown
        default: .unknown
        }
    }
}
