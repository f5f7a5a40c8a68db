import Rules

@testable import Detection

/// A kind of secret that the matrix of wrappings puts into every form.
struct TokenKind: Sendable, CustomStringConvertible {
    let name: String
    /// With the placeholders of rule examples.
    let template: String
    /// Rule ids that may report it, by prefix.
    let rule: String
    /// Whether it has line ends, which some forms cannot hold.
    var isBlock = false
    /// Whether the secret begins within the value.
    var startsLater = false

    var description: String { name }

    /// A made-up value.
    func value(seed: UInt64) throws -> [UInt8] {
        try ExamplePlaceholders(checksum: ValidatorRegistry.checksum)
            .expand("«\(template)»", seed: seed).bytes
    }

    static let all: [TokenKind] = [
        TokenKind(
            name: "GitHub token", template: "ghp_⟦b62:30⟧⟦sum:github-crc32⟧", rule: "github."),
        TokenKind(name: "AWS key id", template: "AKIA⟦B32:16⟧", rule: "aws."),
        TokenKind(name: "Stripe key", template: "sk_live_51⟦b62:97⟧", rule: "stripe."),
        TokenKind(
            name: "Slack token", template: "xoxb-⟦dig:12⟧-⟦dig:13⟧-⟦b62:24⟧", rule: "slack."),
        TokenKind(name: "npm token", template: "npm_⟦b62:30⟧⟦sum:npm-crc32⟧", rule: "npm."),
        TokenKind(name: "GitLab token", template: "glpat-⟦b62:20⟧", rule: "gitlab."),
        TokenKind(
            name: "SendGrid key", template: "SG.⟦b62:22⟧.⟦b62:42⟧a", rule: "sendgrid."),
        TokenKind(
            name: "PyPI token", template: "pypi-AgEIcHlwaS5vcmc⟦b62:150⟧", rule: "pypi."),
        TokenKind(name: "DigitalOcean token", template: "dop_v1_⟦hex:64⟧", rule: "digitalocean."),
        TokenKind(
            name: "database URL", template: "postgres://app:⟦b62:18⟧@db.shop.internal:5432/shop",
            rule: "", startsLater: true),
        TokenKind(name: "JSON Web Token", template: "⟦jwt:HS256⟧", rule: "jwt."),
        TokenKind(
            name: "private key",
            template: """
                -----BEGIN EC PRIVATE KEY-----
                MHcCAQEEIF⟦b64:42⟧oAoGCCqGSM49
                AwEHoUQDQgAE⟦b64:52⟧
                ⟦b64:33⟧Q==
                -----END EC PRIVATE KEY-----
                """, rule: "private-key.", isBlock: true),
    ]
}
