private import KeyMaterial

/// Discord bot tokens: the first part is the base64 of the bot's user id, 17 to 20 digits.
struct DiscordBotTokenValidator: Validator {
    static let name = "discord-bot-token"

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        guard let parts = value.parts(separatedBy: UInt8(ascii: "."), maxCount: 3),
            parts.count == 3
        else { return .unknown }
        guard
            let text = Base64Decoding.decode(
                parts[0], alphabet: .either, padding: .optional, maxOutputBytes: 32),
            (17...20).contains(text.count),
            text.allSatisfy({ CharacterSet.digits.contains($0) })
        else { return .invalid("Its first part does not decode to a user id.") }
        return .consistent("Its first part decodes to a user id.")
    }
}
