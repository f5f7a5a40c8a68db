/// Drops references to where the secret really is: variables, templates, calls and member access.
struct NotReferenceFilter: Validator {
    static let name = "not-reference"

    private static let heads: [StaticString] = [
        "$", "${", "$(", "%(", "%{", "{{", "{%", "<%", "#{", "@{", "!Ref", "!Sub", "!GetAtt",
        "<", "process.env", "os.environ", "os.getenv", "getenv(", "ENV[", "env.", "env(", "vars.",
        "var.", "local.", "data.", "secrets.", "self.", "this.", "config.", "settings.", "options.",
        "params.", "args.", "props.", "module.", "System.", "vault:", "op://", "ssm:", "arn:",
        "projects/", "gcp-secret:", "awskms:", "secret://", "keyvault:", "@Microsoft.KeyVault(",
    ]

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        if Self.heads.contains(where: { value.hasPrefix($0) }) { return .rejected }
        // `%NAME%` of Windows, and calls such as `readSecret()`.
        if value.count > 2, value.byte(at: 0) == UInt8(ascii: "%"),
            value.byte(at: value.count - 1) == UInt8(ascii: "%")
        {
            return .rejected
        }
        if let open = value.firstIndex(of: UInt8(ascii: "(")), open > 0,
            value.byte(at: value.count - 1) == UInt8(ascii: ")")
                || value.part(from: value.count - 2, to: value.count)?.hasPrefix(");") == true,
            let callee = value.part(from: 0, to: open), Self.isName(callee)
        {
            return .rejected
        }
        return isMemberAccess(value) ? .rejected : .unknown
    }

    /// `request.user.token`: two or more names that read as language.
    private func isMemberAccess(_ value: UnsafeRawBufferPointer) -> Bool {
        guard let parts = value.parts(separatedBy: UInt8(ascii: "."), maxCount: 8),
            parts.count >= 2
        else { return false }
        return parts.allSatisfy { Self.isName($0) && $0.count >= 2 }
            && RandomnessScore.score(of: value) < 0.5
    }

    private static let nameCharacters = CharacterSet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.:>-$?!")

    private static func isName(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let first = text.byte(at: 0) else { return false }
        return !CharacterSet.digits.contains(first) && nameCharacters.containsAll(of: text)
    }
}
