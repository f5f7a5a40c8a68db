/// Secrets with which tutorials, templates and defaults sign their tokens.
enum WellKnownTokenSecrets {
    /// Tried one after the other: a token of theirs can be forged by anyone.
    static let all = [
        "secret", "Secret", "SECRET", "secretkey", "secret-key", "secret_key", "secretKey",
        "mysecret", "my-secret", "my_secret", "mysecretkey", "my-secret-key", "my_secret_key",
        "supersecret", "super-secret", "super_secret", "supersecretkey", "super-secret-key",
        "super_secret_key", "topsecret", "top-secret", "verysecret", "jwt", "jwtsecret",
        "jwt-secret", "jwt_secret", "jwtSecret", "JWT_SECRET", "jwt-secret-key", "jwt_secret_key",
        "your-secret", "your-secret-key", "your_secret_key", "your-jwt-secret", "your_jwt_secret",
        "your-256-bit-secret", "your-384-bit-secret", "your-512-bit-secret", "yoursecret",
        "a-string-secret-at-least-256-bits-long", "shhhhh", "shhhhhhared-secret", "shh", "key",
        "mykey", "my-key", "privatekey", "private-key", "sharedsecret", "shared-secret",
        "password", "passw0rd", "changeme", "change-me", "changeit", "default", "test", "testing",
        "test-secret", "testsecret", "dev", "development", "example", "demo", "admin", "root",
        "token", "access", "qwerty", "abc123", "123456", "12345678", "123456789", "1234567890",
        "hello", "helloworld", "keyboard cat", "foo", "bar", "foobar", "xxx", "0", "",
    ]
}
