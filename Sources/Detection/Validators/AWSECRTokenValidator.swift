/// ECR authorisation tokens: base64 of `AWS:` and base64 JSON.
struct AWSECRTokenValidator: Validator {
    static let name = "aws-ecr-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let text = EncodedText.decode(value) else {
            return .invalid("It does not decode as base64.")
        }
        guard text.starts(with: "AWS:".utf8), text.count > 64 else {
            return .invalid("It does not decode to the user and password of the registry.")
        }
        return .consistent("It decodes to the user and password of the registry.")
    }
}
