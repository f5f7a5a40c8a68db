import Testing

@testable import Detection

/// What names promise, and which deny it.
@Suite struct CredentialNameTests {
    private func name(_ text: String) -> CredentialName? {
        Array(text.utf8).withUnsafeBytes { CredentialName($0) }
    }

    @Test(arguments: [
        "password", "DB_PASSWORD", "dbPassword", "db-password", "spring.datasource.password",
        "mysqlpwd", "userPass", "PGPASSWORD", "password_prod", "smtpPass2", "Passwort",
        "keystorePassword", "ADMIN_PW", "passphrase", "wifiPassphrase",
    ])
    func passwords(text: String) {
        #expect(name(text)?.kind == .password)
        #expect(name(text)?.strength == .strong)
    }

    @Test(arguments: [
        "api_key", "apiKey", "APIKey", "APIKEY", "X-Api-Key", "stripeApiKey", "encryption_key",
        "accessKey", "jwtKey", "api.key", "AZURE_STORAGE_KEY",
    ])
    func strongKeys(text: String) {
        #expect(name(text)?.kind == .key)
        #expect(name(text)?.strength == .strong)
    }

    @Test(arguments: ["acmeKey", "acme_key", "ACME_KEY_2"])
    func plainKeys(text: String) {
        #expect(name(text)?.kind == .key)
        #expect(name(text)?.strength == .plain)
    }

    @Test(arguments: ["key", "keys", "auth", "Authorization", "KEY"])
    func weakNames(text: String) { #expect(name(text)?.strength == .weak) }

    @Test(arguments: [
        "client_secret", "secretKey", "SECRET_KEY_BASE", "webhookSecret", "credential",
        "appsecret", "aws_secret_access_key_secret",
    ])
    func secrets(text: String) { #expect(name(text)?.kind == .secret) }

    @Test(arguments: [
        "token", "accessToken", "authtoken", "GITHUB_TOKEN", "jwt", "GITLAB_PAT", "bot-token",
    ])
    func tokens(text: String) { #expect(name(text)?.kind == .token) }

    @Test(arguments: ["privateKey", "PRIVATE_KEY", "private-key"])
    func privateKeys(text: String) { #expect(name(text)?.kind == .privateKey) }

    @Test(arguments: [
        "password_field", "token_url", "secret_name", "max_tokens", "public_key", "csrf_token",
        "cache_key", "sort_key", "primary_key", "publicKeyToken", "key_id", "passwordHash",
        "monkey", "keyboard", "author", "bypass", "passenger", "tokenizer", "secretary",
        "hash_password", "forgotPassword", "is_password", "num_tokens", "keyword", "authority",
        "nextPageToken", "i18nKey", "Sec-WebSocket-Key", "gpg_key", "has_secret", "hotkey",
        "s3_key", "idempotency_key", "path", "pathology", "credits", "imagePullSecret",
        "password.length", "key.trim", "secretsManagerArn", "token_endpoint", "recv-keys",
    ])
    func others(text: String) { #expect(name(text) == nil) }
}
