/// Drops base64 that decodes to plain text.
struct NotBase64TextFilter: Validator {
    static let name = "not-base64-text"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        EncodedText.decode(value).map { $0.count >= 6 && EncodedText.isText($0) } == true
            ? .rejected : .unknown
    }
}
