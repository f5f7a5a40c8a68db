/// Drops addresses with a scheme, unless they carry a password before an `@`.
struct NotURLFilter: Validator {
    static let name = "not-url"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let colon = value.firstIndex(of: UInt8(ascii: ":")), (2...16).contains(colon),
            let scheme = value.part(from: 0, to: colon),
            scheme.allSatisfy({ CharacterSet.base64.contains($0) }),
            let rest = value.part(from: colon, to: value.count), rest.hasPrefix("://")
        else { return .unknown }
        return rest.contains(UInt8(ascii: "@")) ? .unknown : .rejected
    }
}
