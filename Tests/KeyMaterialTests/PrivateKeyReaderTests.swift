import Foundation
import KeyMaterial
import TestSupport
import Testing

/// Keys made by the usual programs at test time, and what hostile hands may do to them.
@Suite struct PrivateKeyReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let kind: PrivateKeyInfo.Kind
        let format: PrivateKeyInfo.Format
        let bits: Int?
        var isEncrypted = false
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let openSSLCases = [
        Case(
            arguments: ["genrsa", "-traditional", "1024"], kind: .rsa, format: .pkcs1, bits: 1024),
        Case(arguments: ["genrsa", "1024"], kind: .rsa, format: .pkcs8, bits: 1024),
        Case(
            arguments: ["genrsa", "-traditional", "-aes128", "-passout", "pass:x123", "1024"],
            kind: .rsa, format: .pkcs1, bits: nil, isEncrypted: true),
        Case(
            arguments: ["genrsa", "-aes256", "-passout", "pass:x123", "1024"], kind: .other,
            format: .pkcs8, bits: nil, isEncrypted: true),
        Case(
            arguments: ["ecparam", "-name", "prime256v1", "-genkey"], kind: .ec, format: .sec1,
            bits: 256),
        Case(
            arguments: ["ecparam", "-name", "secp384r1", "-genkey", "-noout"], kind: .ec,
            format: .sec1, bits: 384),
        Case(
            arguments: ["ecparam", "-name", "secp521r1", "-genkey", "-noout"], kind: .ec,
            format: .sec1, bits: 521),
        Case(
            arguments: ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
            kind: .ec, format: .pkcs8, bits: 256),
        Case(
            arguments: ["genpkey", "-algorithm", "ED25519"], kind: .ed25519, format: .pkcs8,
            bits: 256),
        Case(
            arguments: ["genpkey", "-algorithm", "ED448"], kind: .ed448, format: .pkcs8, bits: 448),
        Case(
            arguments: ["genpkey", "-algorithm", "X25519"], kind: .x25519, format: .pkcs8, bits: 256
        ),
        Case(arguments: ["genpkey", "-algorithm", "X448"], kind: .x448, format: .pkcs8, bits: 448),
    ]

    @Test(.enabled(if: KeyTool.has("openssl")), arguments: openSSLCases)
    func readsWhatOpenSSLWrites(_ example: Case) throws {
        let pem = try KeyTool.withFolder { try KeyTool.run("openssl", example.arguments, in: $0) }
        let info = try pem.withUnsafeBytes { try PrivateKeyReader.read($0) }
        expect(info, is: example)
    }

    @Test(.enabled(if: KeyTool.has("openssl")))
    func readsDSA() throws {
        try KeyTool.withFolder { folder in
            try KeyTool.run(
                "openssl",
                [
                    "genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt",
                    "dsa_paramgen_bits:1024", "-out", "p.pem",
                ], in: folder)
            let modern = try KeyTool.run(
                "openssl", ["genpkey", "-paramfile", "p.pem", "-out", "k.pem"], in: folder)
            #expect(modern.isEmpty)
            let pkcs8 = try [UInt8](Data(contentsOf: folder.appendingPathComponent("k.pem")))
            let info = try pkcs8.withUnsafeBytes { try PrivateKeyReader.read($0) }
            #expect(info.kind == .dsa && info.format == .pkcs8 && info.bits == 1024)
            let old = try KeyTool.run(
                "openssl", ["pkey", "-in", "k.pem", "-traditional"], in: folder)
            let oldInfo = try old.withUnsafeBytes { try PrivateKeyReader.read($0) }
            #expect(oldInfo.kind == .dsa && oldInfo.format == .traditionalDSA)
            #expect(oldInfo.bits == 1024 && !oldInfo.isEncrypted)
        }
    }

    static let sshCases = [
        Case(arguments: ["-t", "ed25519", "-N", ""], kind: .ed25519, format: .openSSH, bits: 256),
        Case(
            arguments: ["-t", "ed25519", "-N", "x12345"], kind: .ed25519, format: .openSSH,
            bits: 256, isEncrypted: true),
        Case(
            arguments: ["-t", "rsa", "-b", "1024", "-N", ""], kind: .rsa, format: .openSSH,
            bits: 1024),
        Case(
            arguments: ["-t", "ecdsa", "-b", "384", "-N", ""], kind: .ec, format: .openSSH,
            bits: 384),
        Case(
            arguments: ["-t", "rsa", "-b", "1024", "-m", "PEM", "-N", ""], kind: .rsa,
            format: .pkcs1, bits: 1024),
        Case(
            arguments: ["-t", "rsa", "-b", "1024", "-m", "PEM", "-N", "x12345"], kind: .rsa,
            format: .pkcs1, bits: nil, isEncrypted: true),
    ]

    @Test(.enabled(if: KeyTool.has("ssh-keygen")), arguments: sshCases)
    func readsWhatSSHKeygenWrites(_ example: Case) throws {
        let pem = try KeyTool.withFolder { folder in
            try KeyTool.run("ssh-keygen", ["-q", "-f", "key"] + example.arguments, in: folder)
            return try [UInt8](Data(contentsOf: folder.appendingPathComponent("key")))
        }
        let info = try pem.withUnsafeBytes { try PrivateKeyReader.read($0) }
        expect(info, is: example)
    }

    @Test(
        .enabled(if: KeyTool.has("puttygen") && KeyTool.has("ssh-keygen")),
        arguments: [false, true])
    func readsPuTTYKeys(isEncrypted: Bool) throws {
        let file = try KeyTool.withFolder { folder in
            try KeyTool.run(
                "ssh-keygen",
                ["-q", "-f", "key", "-t", "rsa", "-b", "1024", "-N", "", "-C", "Ann's key"],
                in: folder)
            var arguments = ["key", "-O", "private", "-o", "key.ppk"]
            if isEncrypted {
                try Data("x12345".utf8).write(to: folder.appendingPathComponent("word"))
                arguments += ["--new-passphrase", "word"]
            }
            try KeyTool.run("puttygen", arguments, in: folder)
            return try [UInt8](Data(contentsOf: folder.appendingPathComponent("key.ppk")))
        }
        let info = try file.withUnsafeBytes { try PrivateKeyReader.read($0) }
        #expect(info.kind == .rsa && info.format == .putty && info.bits == 1024)
        #expect(info.isEncrypted == isEncrypted)
    }

    @Test(.enabled(if: KeyTool.has("gpg")), arguments: [false, true])
    func readsPGPKeys(isEncrypted: Bool) throws {
        let armor = try KeyTool.withFolder { folder in
            let word = isEncrypted ? "x12345" : ""
            let base = ["--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", word]
            defer { _ = try? KeyTool.run("gpgconf", ["--kill", "all"], in: folder) }
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: folder.path)
            try KeyTool.run(
                "gpg", base + ["--quick-generate-key", "Ann <ann@invalid>", "rsa1024", "sign"],
                in: folder)
            return try KeyTool.run(
                "gpg", base + ["--armor", "--export-secret-keys"], in: folder)
        }
        let info = try armor.withUnsafeBytes { try PrivateKeyReader.read($0) }
        #expect(info.kind == .rsa && info.format == .openPGP && info.bits == 1024)
        #expect(info.isEncrypted == isEncrypted)
    }

    /// How the same key stands in source code, JSON, YAML, XML and shell files.
    @Test(.enabled(if: KeyTool.has("openssl")))
    func readsEscapedAndIndentedForms() throws {
        let pem = try KeyTool.withFolder {
            String(
                decoding: try KeyTool.run("openssl", ["genrsa", "-traditional", "1024"], in: $0),
                as: UTF8.self)
        }
        let lines = pem.split(separator: "\n").map(String.init)
        let body = lines.dropFirst().dropLast()
        let last = lines[lines.count - 1]
        let forms: [String] = [
            lines.joined(separator: "\\n"),
            lines.joined(separator: "\\\\n"),
            lines.joined(separator: "\\r\\n"),
            lines.joined(separator: "\r\n"),
            lines.map { "      \($0)" }.joined(separator: "\n"),
            lines.map { "# \($0)" }.joined(separator: "\n"),
            lines.map { "// \($0)" }.joined(separator: "\n"),
            lines.map { "\"\($0)\\n\" +" }.joined(separator: "\n  "),
            lines.map { "'\($0)'," }.joined(separator: "\n  "),
            lines.joined(separator: "&#10;"),
            lines.joined(separator: "&#xD;&#xA;"),
            lines.joined(separator: "\\n").replacing("/", with: "\\/")
                .replacing("+", with: "\\u002b"),
            [lines[0], body.joined(), last].joined(),
            [lines[0], body.joined(separator: " "), last].joined(separator: " "),
            "KEY = `\n\(pem)`\n",
        ]
        for (number, form) in forms.enumerated() {
            let info = try? Array(form.utf8).withUnsafeBytes { try PrivateKeyReader.read($0) }
            #expect(info?.bits == 1024, "form \(number)")
        }
    }

    @Test(.enabled(if: KeyTool.has("openssl")))
    func tellsPublicKeysAndBrokenKeysApart() throws {
        try KeyTool.withFolder { folder in
            let pem = try KeyTool.run("openssl", ["genrsa", "-traditional", "1024"], in: folder)
            try Data(pem).write(to: folder.appendingPathComponent("k.pem"))
            let der = try KeyTool.run(
                "openssl", ["rsa", "-in", "k.pem", "-traditional", "-outform", "DER"], in: folder)
            #expect(try PrivateKeyReader.readDER(der).bits == 1024)
            let publicDER = try KeyTool.run(
                "openssl", ["rsa", "-in", "k.pem", "-pubout", "-outform", "DER"], in: folder)
            #expect(code { try PrivateKeyReader.readDER(publicDER) } == .notPrivate)

            // One bit of the modulus: the numbers no longer fit.
            var bent = der
            bent[20] ^= 1
            #expect(code { try PrivateKeyReader.readDER(bent) } == .inconsistent)
            #expect(code { try PrivateKeyReader.readDER(Array(der.dropLast())) } == .badStructure)
            #expect(code { try PrivateKeyReader.readDER(der + [0]) } == .badStructure)
            #expect(code { try PrivateKeyReader.readDER([]) } == .badStructure)

            let cut = Array(pem.prefix(pem.count / 2))
            #expect(
                code { try cut.withUnsafeBytes { try PrivateKeyReader.read($0) } } == .truncated)
        }
    }

    @Test(arguments: [
        ("", KeyMaterialError.Code.noFrame),
        ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", .noFrame),
        ("-----BEGIN RSA PRIVATE KEY-----", .truncated),
        ("-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----", .badBase64),
        ("-----BEGIN RSA PRIVATE KEY-----\n-----END RSA PRIVATE KEY-----", .badBase64),
        ("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----", .badStructure),
        ("-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----", .badStructure),
        (
            "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----",
            .badStructure
        ),
        (
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nAAAA\n-----END PGP PRIVATE KEY BLOCK-----",
            .badStructure
        ),
        ("PuTTY-User-Key-File-9: ssh-rsa\n", .badStructure),
        ("PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nPublic-Lines: 999999", .truncated),
    ])
    func namesTheFault(_ text: String, _ expected: KeyMaterialError.Code) {
        #expect(
            code { try Array(text.utf8).withUnsafeBytes { try PrivateKeyReader.read($0) } }
                == expected)
    }

    @Test func keepsToItsLimits() {
        var limits = KeyMaterialLimits()
        limits.maxInputBytes = 100
        let text = [UInt8](repeating: UInt8(ascii: "-"), count: 100)
        #expect(
            code { try text.withUnsafeBytes { try PrivateKeyReader.read($0, limits: limits) } }
                == .noFrame)
        #expect(
            code {
                try (text + text).withUnsafeBytes { try PrivateKeyReader.read($0, limits: limits) }
            } == .tooLarge)
    }

    /// No mutation of a real key may trap, and none may take long.
    @Test(.enabled(if: KeyTool.has("openssl") && KeyTool.has("ssh-keygen")))
    func survivesMutations() throws {
        let seeds: [[UInt8]] = try KeyTool.withFolder { folder in
            try KeyTool.run(
                "ssh-keygen", ["-q", "-f", "key", "-t", "rsa", "-b", "1024", "-N", ""], in: folder)
            return [
                try KeyTool.run("openssl", ["genrsa", "-traditional", "1024"], in: folder),
                try KeyTool.run("openssl", ["genpkey", "-algorithm", "ED25519"], in: folder),
                try KeyTool.run(
                    "openssl", ["ecparam", "-name", "prime256v1", "-genkey"], in: folder),
                try [UInt8](Data(contentsOf: folder.appendingPathComponent("key"))),
            ]
        }
        var random = SeededBytes(seed: 42)
        for seed in seeds {
            for _ in 0..<1500 {
                let bytes = random.mutated(seed)
                _ = bytes.withUnsafeBytes { try? PrivateKeyReader.read($0) }
            }
            let block = try seed.withUnsafeBytes { bytes in
                try PEMReader(bytes).firstBlock { $0.contains("PRIVATE KEY") }
            }
            for _ in 0..<3000 {
                let body = random.mutated(block.body)
                _ = try? PrivateKeyReader.readDER(body)
                // Through the armor too, so that OpenSSH and PGP bodies are met.
                let text = Data(body).base64EncodedString()
                for label in ["OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK", "PRIVATE KEY"] {
                    let pem = "-----BEGIN \(label)-----\n\n\(text)\n-----END \(label)-----\n"
                    _ = Array(pem.utf8).withUnsafeBytes { try? PrivateKeyReader.read($0) }
                }
            }
        }
    }

    private func expect(_ info: PrivateKeyInfo, is example: Case) {
        #expect(info.kind == example.kind)
        #expect(info.format == example.format)
        #expect(info.bits == example.bits)
        #expect(info.isEncrypted == example.isEncrypted)
    }

    private func code(_ body: () throws -> PrivateKeyInfo) -> KeyMaterialError.Code? {
        do {
            _ = try body()
            return nil
        } catch let error as KeyMaterialError {
            return error.code
        } catch {
            return nil
        }
    }
}
