/// Long-term Bedrock keys: `ABSK` and the base64 of a user name, `:` and a secret.
struct AWSBedrockKeyValidator: Validator {
    static let name = "aws-bedrock-key"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let text = value.after("ABSK").flatMap(EncodedText.decode) else {
            return .invalid("It does not decode as base64.")
        }
        guard text.starts(with: "BedrockAPIKey-".utf8) else {
            return .invalid("It does not decode to the user name of a Bedrock key.")
        }
        return .consistent("It decodes to the user name of a Bedrock key.")
    }
}
