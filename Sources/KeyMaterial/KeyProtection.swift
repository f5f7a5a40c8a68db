/// How a passphrase becomes the key that protects a private key, and what a guess costs.
package struct KeyProtection: Hashable, Sendable {
    /// The function, such as `PBKDF2` or `bcrypt`.
    package let derivation: String
    /// Its cost in the function's own unit, with that unit, such as `2048 iterations`.
    package let cost: String?
    /// Rounds of PBKDF2 and of the schemes before it.
    package let iterations: Int?
    /// Whether guesses are so cheap that only a long random passphrase helps.
    package let isWeak: Bool
    /// The cipher, where it is written down and known here.
    package let cipher: PrivateKeyCipher?

    init(
        _ derivation: String, cost: String? = nil, isWeak: Bool = false,
        iterations: Int? = nil, cipher: PrivateKeyCipher? = nil
    ) {
        self.cipher = cipher
        self.iterations = iterations
        self.derivation = derivation
        self.cost = cost
        self.isWeak = isWeak
    }

    /// Fewer iterations of PBKDF2 count as weak: OWASP's Password Storage Cheat Sheet (2023) asks
    /// for 600,000 with SHA-256, and OpenSSL's default is 2048.
    private static let minIterations = 100_000

    /// How the first private key in `text` is protected; `nil` when it is not, or nobody can tell.
    package static func read(
        _ text: UnsafeRawBufferPointer, limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> KeyProtection? {
        guard text.count <= limits.maxInputBytes else { return nil }
        let trimmed = Array(text).drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") }
        if PuTTYPrivateKey.isPuTTY(trimmed) { return putty(trimmed) }
        guard let reader = try? PEMReader(text, limits: limits),
            let block = try? reader.firstBlock(where: { $0.contains("PRIVATE KEY") })
        else { return nil }
        if block.isEncryptedByHeader {
            // OpenSSL's EVP_BytesToKey with a count of one.
            return KeyProtection(
                "MD5", cost: "one round", isWeak: true,
                cipher: block.cipherName.flatMap(PrivateKeyCipher.init(headerName:)))
        }
        if block.label == "OPENSSH PRIVATE KEY" { return openSSH(block.body) }
        if block.label.hasPrefix("PGP") { return nil }
        return readDER(block.body, limits: limits)
    }

    /// How an encrypted PKCS#8 key is protected.
    package static func readDER(
        _ bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> KeyProtection? {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard var body = outer.sequence(), let algorithm = body.sequence() else { return nil }
        return passwordBased(algorithm)
    }

    /// PBES2 (RFC 8018 appendix A.4), or a scheme of PKCS#5 v1 or PKCS#12 with its iterations.
    static func passwordBased(_ reader: DERReader) -> KeyProtection? {
        var algorithm = reader
        guard let identifier = algorithm.next(DERElement.Tag.objectIdentifier)?.content,
            var parameters = algorithm.sequence()
        else { return nil }
        if Array(identifier) != [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D] {
            let isPKCS12 = identifier.starts(
                with: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x01])
            guard
                isPKCS12
                    || identifier.starts(
                        with: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05]),
                parameters.next(DERElement.Tag.octetString) != nil,
                let count = number(&parameters)
            else { return nil }
            return KeyProtection(
                isPKCS12 ? "PKCS#12" : "PBKDF1", cost: "\(count) iterations", isWeak: true,
                iterations: count, cipher: PrivateKeyCipher(scheme: identifier))
        }
        guard var derivation = parameters.sequence(),
            let function = derivation.next(DERElement.Tag.objectIdentifier)?.content,
            var values = derivation.sequence(),
            values.next(DERElement.Tag.octetString) != nil, let count = number(&values)
        else { return nil }
        var encryption = parameters.sequence()
        let cipher = encryption?.next(DERElement.Tag.objectIdentifier).flatMap {
            PrivateKeyCipher(identifier: $0.content)
        }
        // 1.3.6.1.4.1.11591.4.11: scrypt (RFC 7914 §7).
        if Array(function) == [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x04, 0x0B] {
            return KeyProtection(
                "scrypt", cost: "N = \(count)", isWeak: count < 1 << 14, cipher: cipher)
        }
        return KeyProtection(
            "PBKDF2", cost: "\(count) iterations", isWeak: count < minIterations,
            iterations: count, cipher: cipher)
    }

    /// The next INTEGER of at most four bytes.
    private static func number(_ reader: inout DERReader) -> Int? {
        guard let digits = reader.unsignedInteger(), digits.count <= 4 else { return nil }
        return digits.reduce(0) { $0 << 8 | Int($1) }
    }

    private static func openSSH(_ bytes: [UInt8]) -> KeyProtection? {
        var cursor = ByteCursor(bytes)
        guard cursor.take(15)?.elementsEqual("openssh-key-v1\0".utf8) == true,
            let cipher = cursor.sshString(), !cipher.elementsEqual("none".utf8),
            let function = cursor.sshString(), let options = cursor.sshString()
        else { return nil }
        guard function.elementsEqual("bcrypt".utf8) else { return nil }
        var inner = ByteCursor(options)
        guard inner.sshString() != nil, let rounds = inner.number(width: 4) else { return nil }
        return KeyProtection("bcrypt", cost: "\(rounds) rounds", isWeak: rounds < 16)
    }

    /// PuTTY user manual, appendix C.2: Argon2 since version 3, before that SHA-1 without salt.
    private static func putty(_ text: ArraySlice<UInt8>) -> KeyProtection? {
        let isOld = text.starts(with: "PuTTY-User-Key-File-2".utf8)
        for line in PEMLines.split(text.prefix(4096)) where line.starts(with: "Encryption:".utf8) {
            if line.suffix(4).elementsEqual("none".utf8) { return nil }
            return isOld
                ? KeyProtection("SHA-1", cost: "one round", isWeak: true)
                : KeyProtection("Argon2")
        }
        return nil
    }
}

extension KeyProtection: CustomStringConvertible {
    package var description: String { cost.map { "\(derivation), \($0)" } ?? derivation }
}
