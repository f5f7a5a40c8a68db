/// OpenAI keys: a fixed mark stands in the middle of two random parts of equal length.
struct OpenAIKeyValidator: Validator {
    static let name = "openai-key"

    private static let mark: StaticString = "T3BlbkFJ"
    private static let markLength = 8

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard
            let body = value.after("sk-proj-") ?? value.after("sk-svcacct-")
                ?? value.after("sk-admin-") ?? value.after("sk-"),
            body.count <= 512, body.count >= Self.markLength
        else { return .unknown }
        let side = (body.count - Self.markLength) / 2
        guard body.count % 2 == 0,
            body.part(from: side, to: side + Self.markLength)?.hasPrefix(Self.mark) == true
        else { return .invalid("The mark of these keys does not stand in the middle.") }
        return .consistent("The mark of these keys stands in the middle.")
    }
}
