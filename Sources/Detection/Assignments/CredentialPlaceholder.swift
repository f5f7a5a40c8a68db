/// Tells what people write where a secret belongs: `changeme`, `my-password`, `secret123`.
enum CredentialPlaceholder {
    /// Whole values, in lower case, that are no password of anything.
    private static let wholes = CredentialWord.set(
        """
        true false null none nil undefined unset empty optional required string number boolean
        text hidden disabled enabled default unknown invalid wrong missing yes no on off auto
        any object function value values field input label var const char void int changeit
        changeme changethis placeholder secret secrets password passwd passwort passw0rd
        p@ssw0rd p@ssword pa$$word pass pwd pw passphrase username user login email test testing
        tests foo bar baz foobar foobaz qux xxx abc abcd asdf todo fixme tbd dummy fake mock
        sample demo example anonymous guest blank omitted redacted masked removed private public
        key token auth basic bearer credentials s3cr3t s3cret yourpassword mypassword mypass
        newpassword oldpassword userpass testpass testpassword testpwd password1 password12
        password123 pass1234 pass123 test123 test1234 secret123 mysecret topsecret supersecret
        correct incorrect current confirm confirmation repeat again new old reset forgot recovery
        plain plaintext clear hashed bcrypt md5 scrypt argon2 sha1 sha256 saslauth ldap kerberos
        select option submit button checkbox textbox form prompt show hide require strlen
        notused unused nopass nopassword somepassword somepass apassword dbpassword dbpass
        thepassword mypwd passwordhere insecure never always ignore ignored generate generated
        random vault keychain keyring compat files systemd sss nis winbind oauth oauth2
        """)

    /// Parts of values that nobody has for a secret.
    private static let parts: [[UInt8]] = [
        "changeme", "change-me", "change_me", "changethis", "change-this", "change_this",
        "placeholder", "dummy", "redacted", "your_", "your-", "yourp", "yours", "replace",
        "foobar", "foo-bar", "foo_bar", "xxxx", "****", "....", "lorem", "unused", "fixme",
        "notreal", "not-a-real", "not_a_real", "fake", "mock", "testing", "test_", "test-",
        "-test", "_test", "insecure", "password_", "_password", "-password", "password-",
        "somepass", "my_pass", "my-pass", "mysecret", "supersecret", "super-secret",
        "super_secret", "topsecret", "top-secret", "secret-key", "secret_key", "api_key",
        "api-key", "apikey", "access-token", "access_token", "sometoken", "some-token",
        "some_token", "client-secret", "client_secret", "enter_", "enter-", "goeshere", "todo",
        "hunter2hunter2", "letmein-", "undefined",
        "nullptr", "function(", "qwertyuiop", "asdfgh", "i18n", "aaaa", "0000000", "1111111",
        "123456789",
        "abcdef", "deadbeef", "cafebabe", "base64", "encoded", "encrypt", "thisis", "this-is",
        "this_is", "nothing",
    ].map { Array($0.utf8) }

    /// Signs of templates and programs, which random text with marks has by chance.
    private static let signs: [[UInt8]] = [
        "${", "{{", "{0}", "{1}", "%s", "%d", "%v", "<%", "#{", "=>", "&&", "||", " == ", "()",
        "->", "::", "\\u", "\\x",
    ].map { Array($0.utf8) }
    /// From this randomness on they are chance.
    static let surelyRandom = 0.9

    /// Parts that no random value long enough holds by chance, and that words of language do.
    private static let wordParts: [[UInt8]] = [
        "password", "passphrase", "secret", "token", "credential", "invalid", "incorrect",
        "required", "expired", "unauthor", "example", "sample", "default", "username",
    ].map { Array($0.utf8) }

    /// Whether a mark stands first that opens references, but opens none here: `$x%9…`.
    static func startsWithMark(_ value: UnsafeRawBufferPointer) -> Bool {
        guard let first = value.byte(at: 0), let second = value.byte(at: 1) else { return false }
        switch first {
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "&"),
            UInt8(ascii: "*"):
            switch second {
            case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"):
                return false
            default: return value.byte(at: value.count - 1) != first
            }
        default: return false
        }
    }

    /// Whether the value, with its randomness, stands for another.
    static func isPlaceholder(
        _ value: UnsafeRawBufferPointer, isPassword: Bool, _ randomness: Double
    ) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: max(1, min(value.count, 512)), alignment: 1) {
            buffer in
            var word = CredentialWord()
            var count = 0
            for byte in value.prefix(buffer.count) {
                let lowered = LineText.lowered(byte)
                buffer[count] = lowered
                count += 1
                if count <= 16 { word.append(lowered) }
            }
            let lowered = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            if value.count <= 16, wholes.contains(word) { return true }
            if parts.contains(where: { contains(lowered, $0) }) { return true }
            if randomness < surelyRandom, signs.contains(where: { contains(lowered, $0) }) {
                return true
            }
            // `MyPassword1!` is a password still; `user_password` and `access-token-1` are names.
            if wordParts.contains(where: { contains(lowered, $0) }) {
                return !isPassword || randomness < 0.5 && !isMixed(value)
            }
            return false
        }
    }

    /// Capitals, small letters and digits at once.
    private static func isMixed(_ value: UnsafeRawBufferPointer) -> Bool {
        let tally = CharacterTally(value)
        return tally.lowers > 0 && tally.uppers > 0 && tally.digits > 0
    }

    private static func contains(_ haystack: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
        guard haystack.count >= needle.count, let first = needle.first else { return false }
        let last = haystack.count - needle.count
        var start = 0
        while start <= last {
            if haystack[start] == first,
                needle.indices.allSatisfy({ haystack[start + $0] == needle[$0] })
            {
                return true
            }
            start += 1
        }
        return false
    }

    /// The text that a value in base64 stands for, if that is text.
    static func decodedText(_ value: UnsafeRawBufferPointer) -> [UInt8]? {
        guard value.count >= 8, value.count % 4 == 0 else { return nil }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(value.count / 4 * 3)
        var bits: UInt32 = 0
        var padding = 0
        for (index, byte) in value.enumerated() {
            let sextet: UInt32
            switch byte {
            case 0x41...0x5A: sextet = UInt32(byte - 0x41)
            case 0x61...0x7A: sextet = UInt32(byte - 0x61 + 26)
            case 0x30...0x39: sextet = UInt32(byte - 0x30 + 52)
            case UInt8(ascii: "+"), UInt8(ascii: "-"): sextet = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): sextet = 63
            case UInt8(ascii: "=") where index >= value.count - 2:
                sextet = 0
                padding += 1
            default: return nil
            }
            if padding > 0 && byte != UInt8(ascii: "=") { return nil }
            bits = bits << 6 | sextet
            guard index % 4 == 3 else { continue }
            for shift: UInt32 in [16, 8, 0] {
                let part = UInt8(truncatingIfNeeded: bits >> shift)
                if decoded.count < (index + 1) / 4 * 3 - (index == value.count - 1 ? padding : 0) {
                    // A line feed at the end is what `echo` leaves.
                    guard part >= 0x20 && part < 0x7F || part == 0x0A else { return nil }
                    decoded.append(part)
                }
            }
            bits = 0
        }
        if decoded.last == 0x0A { decoded.removeLast() }
        return decoded
    }
}
