/// Drops stored password hashes: `$2b$…`, `$argon2id$…`, `pbkdf2_sha256$…`, `{SSHA}…`.
struct NotPasswordHashFilter: Validator {
    static let name = "not-password-hash"

    private static let heads: [StaticString] = [
        "$1$", "$2a$", "$2b$", "$2x$", "$2y$", "$5$", "$6$", "$7$", "$y$", "$gy$", "$apr1$",
        "$argon2", "$scrypt$", "$pbkdf2", "$sha1$", "$P$", "$H$", "$S$", "pbkdf2_sha", "pbkdf2:",
        "scrypt:", "argon2", "bcrypt", "sha256$", "sha1$", "md5$", "{SSHA", "{SHA", "{MD5}",
        "{SMD5}", "{CRYPT}", "{bcrypt}", "{noop}$", "{PBKDF2", "SCRAM-SHA-",
    ]

    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        if Self.heads.contains(where: { value.hasPrefix($0) }) { return .rejected }
        // A line of an htpasswd file: `name:$2y$…`.
        guard let colon = value.firstIndex(of: UInt8(ascii: ":")),
            let rest = value.part(from: colon + 1, to: value.count), rest.hasPrefix("$")
        else { return .unknown }
        return Self.heads.contains { rest.hasPrefix($0) } ? .rejected : .unknown
    }
}
