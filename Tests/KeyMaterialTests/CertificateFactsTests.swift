import Foundation
import KeyMaterial
import ScanModel
import TestSupport
import Testing

/// Extensions, signatures, curves, lists and bundles made by OpenSSL at test time.
@Suite(.enabled(if: KeyTool.has("openssl"))) struct CertificateFactsTests {
    private static let configuration = """
        [req]
        distinguished_name = name
        [name]
        [full]
        basicConstraints = critical,CA:TRUE,pathlen:2
        keyUsage = keyCertSign,digitalSignature,cRLSign
        extendedKeyUsage = serverAuth,clientAuth
        subjectAltName = DNS:a.acme.invalid,DNS:*.acme.invalid,IP:192.0.2.1,email:a@acme.invalid
        nameConstraints = permitted;DNS:acme.invalid
        subjectKeyIdentifier = hash
        authorityKeyIdentifier = keyid:always
        [bare]
        [ca]
        default_ca = own
        [own]
        database = index.txt
        crlnumber = number
        default_md = sha256
        default_crl_days = 30
        """

    private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        try KeyTool.withFolder { folder in
            try Self.configuration.write(
                to: folder.appendingPathComponent("c.cnf"), atomically: true, encoding: .utf8)
            return try body(folder)
        }
    }

    private func read(_ name: String, in folder: URL) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// A self-signed certificate in DER.
    private func certificate(
        _ more: [String], extensions: String = "bare", in folder: URL
    ) throws -> Certificate {
        try KeyTool.run(
            "openssl",
            [
                "req", "-x509", "-config", "c.cnf", "-extensions", extensions, "-nodes",
                "-keyout", "k.pem", "-subj", "/CN=acme.invalid", "-days", "30", "-outform", "DER",
                "-out", "c.der",
            ] + more, in: folder)
        return try #require(Certificate(der: try read("c.der", in: folder)))
    }

    @Test func readsExtensions() throws {
        try inFolder { folder in
            let made = try certificate(
                ["-newkey", "rsa:1024"], extensions: "full", in: folder)
            let facts = made.facts
            #expect(made.version == 3)
            #expect(facts.hostNames == ["a.acme.invalid", "*.acme.invalid"])
            #expect(facts.addresses == [[192, 0, 2, 1]])
            #expect(facts.isAuthority && facts.pathLength == 2 && facts.hasNameConstraints)
            #expect(facts.keyUsage == [.certificateSigning, .digitalSignature, .listSigning])
            #expect(facts.purposes == [1, 2] && facts.namesServerAuthentication)
            #expect(facts.subjectKeyIdentifier?.count == 20)
            #expect(facts.authorityKeyIdentifier == facts.subjectKeyIdentifier)

            let bare = try certificate(["-newkey", "ed25519"], in: folder).facts
            #expect(!bare.hasAlternativeNames && !bare.hasBasicConstraints && !bare.isAuthority)
            #expect(bare.keyUsage == nil && bare.purposes == nil)
            #expect(bare.allowsServerAuthentication && !bare.namesServerAuthentication)
        }
    }

    @Test(arguments: [
        (["-newkey", "rsa:1024", "-sha1"], "RSA with SHA-1"),
        (["-newkey", "rsa:1024", "-md5"], "RSA with MD5"),
        (["-newkey", "rsa:1024", "-sha384"], "RSA with SHA-384"),
        (
            ["-newkey", "rsa:1024", "-sha1", "-sigopt", "rsa_padding_mode:pss"],
            "RSA-PSS with SHA-1"
        ),
        (
            ["-newkey", "rsa:1024", "-sha256", "-sigopt", "rsa_padding_mode:pss"],
            "RSA-PSS with SHA-256"
        ),
        (
            ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-sha1"],
            "ECDSA with SHA-1"
        ),
        (
            ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-sha512"],
            "ECDSA with SHA-512"
        ),
        (["-newkey", "ed25519"], "Ed25519"),
    ])
    func readsSignatures(_ arguments: [String], _ name: String) throws {
        try inFolder { folder in
            let made = try certificate(arguments, in: folder)
            #expect("\(made.scheme)" == name)
        }
    }

    @Test(arguments: [
        ("prime192v1", 192, false), ("secp160r1", 160, false), ("secp224r1", 224, false),
        ("prime256v1", 256, false), ("secp384r1", 384, false), ("brainpoolP256r1", 256, false),
        ("brainpoolP512t1", 512, false), ("sect233k1", 233, true), ("sect571r1", 571, true),
        ("secp256k1", 256, false),
    ])
    func readsCurves(_ name: String, _ bits: Int, _ isBinary: Bool) throws {
        try inFolder { folder in
            try KeyTool.run(
                "openssl", ["ecparam", "-name", name, "-genkey", "-noout", "-out", "k.pem"],
                in: folder)
            try KeyTool.run(
                "openssl", ["ec", "-in", "k.pem", "-pubout", "-outform", "DER", "-out", "p.der"],
                in: folder)
            let key = try #require(PublicKeyStrength(der: try read("p.der", in: folder)))
            #expect(key.curve?.name == name && key.bits == bits && key.kind == .ec)
            #expect(key.curve?.isBinary == isBinary && !key.hasExplicitCurve)
            let block = try (try read("k.pem", in: folder)).withUnsafeBytes {
                try PEMReader($0).firstBlock { $0.hasSuffix("PRIVATE KEY") }
            }
            #expect(PrivateKeyStrength.read(block)?.curve == key.curve)
            try KeyTool.run(
                "openssl",
                [
                    "ec", "-in", "k.pem", "-pubout", "-param_enc", "explicit", "-outform", "DER",
                    "-out", "e.der",
                ], in: folder)
            let explicit = try #require(PublicKeyStrength(der: try read("e.der", in: folder)))
            #expect(explicit.hasExplicitCurve && explicit.curve == nil)
        }
    }

    @Test(arguments: [("3", 3 as UInt64), ("65537", 65_537)])
    func readsExponents(_ text: String, _ exponent: UInt64) throws {
        try inFolder { folder in
            try KeyTool.run(
                "openssl",
                [
                    "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024",
                    "-pkeyopt", "rsa_keygen_pubexp:\(text)", "-out", "k.pem",
                ], in: folder)
            try KeyTool.run(
                "openssl", ["pkey", "-in", "k.pem", "-pubout", "-outform", "DER", "-out", "p.der"],
                in: folder)
            let key = try #require(PublicKeyStrength(der: try read("p.der", in: folder)))
            #expect(key.exponent == exponent && key.bits == 1024)
            let block = try (try read("k.pem", in: folder)).withUnsafeBytes {
                try PEMReader($0).firstBlock { $0.hasSuffix("PRIVATE KEY") }
            }
            #expect(PrivateKeyStrength.read(block) == key)
        }
    }

    @Test func readsListsAndGroups() throws {
        try inFolder { folder in
            _ = try certificate(["-newkey", "rsa:2048"], in: folder)
            try KeyTool.run(
                "openssl", ["x509", "-inform", "DER", "-in", "c.der", "-out", "ca.pem"],
                in: folder)
            try "".write(
                to: folder.appendingPathComponent("index.txt"), atomically: true, encoding: .utf8)
            try "01\n".write(
                to: folder.appendingPathComponent("number"), atomically: true, encoding: .utf8)
            try KeyTool.run(
                "openssl",
                [
                    "ca", "-config", "c.cnf", "-gencrl", "-keyfile", "k.pem", "-cert", "ca.pem",
                    "-out", "l.pem",
                ], in: folder)
            try KeyTool.run(
                "openssl", ["crl", "-in", "l.pem", "-outform", "DER", "-out", "l.der"], in: folder)
            let bytes = try read("l.der", in: folder)
            let list = try #require(RevocationList(der: bytes))
            #expect(list.issuer.commonName == "acme.invalid")
            #expect("\(list.scheme)" == "RSA with SHA-256")
            let next = try #require(list.nextUpdate)
            #expect(next.secondsSince1970 - list.thisUpdate.secondsSince1970 == 30 * 86_400)
            for length in 0..<bytes.count {
                #expect(RevocationList(der: Array(bytes[..<length])) == nil)
            }
            try KeyTool.run(
                "openssl", ["dhparam", "-dsaparam", "-outform", "DER", "-out", "d.der", "512"],
                in: folder)
            #expect(KeyExchangeParameters(der: try read("d.der", in: folder))?.bits == 512)
            #expect(KeyExchangeParameters(der: bytes) == nil)
        }
    }

    @Test func takesCertificatesOutOfBundlesAndStores() throws {
        try inFolder { folder in
            _ = try certificate(["-newkey", "rsa:2048"], in: folder)
            try KeyTool.run(
                "openssl", ["x509", "-inform", "DER", "-in", "c.der", "-out", "c.pem"],
                in: folder)
            let one = try read("c.der", in: folder)
            try KeyTool.run(
                "openssl",
                [
                    "crl2pkcs7", "-nocrl", "-certfile", "c.pem", "-certfile", "c.pem", "-outform",
                    "DER", "-out", "b.der",
                ], in: folder)
            let bundle = try read("b.der", in: folder)
            #expect(SignedBundle.certificates(der: bundle)?.first == one)
            #expect(SignedBundle.certificates(der: one) == nil)
            for (mode, expected) in [(["-certpbe", "NONE"], [one]), ([], [])] {
                try KeyTool.run(
                    "openssl",
                    [
                        "pkcs12", "-export", "-in", "c.pem", "-inkey", "k.pem", "-passout",
                        "pass:acme", "-out", "s.p12",
                    ] + mode, in: folder)
                let store = try read("s.p12", in: folder)
                #expect(store.withUnsafeBytes { KeyStoreInfo.certificates(in: $0) } == expected)
            }
            let java = CertificateFactsTests.javaStore(one)
            #expect(java.withUnsafeBytes { KeyStoreInfo.certificates(in: $0) } == [one, one])
            for length in 0..<java.count {
                _ = java[..<length].withUnsafeBytes { KeyStoreInfo.certificates(in: $0) }
            }
        }
    }

    /// A store of version 2 with a trusted entry and a key with a chain of one.
    private static func javaStore(_ certificate: [UInt8]) -> [UInt8] {
        func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 255) } }
        func text(_ value: String) -> [UInt8] { [0, UInt8(value.utf8.count)] + value.utf8 }
        let body = text("X.509") + number(certificate.count) + certificate
        let time = [UInt8](repeating: 0, count: 8)
        return [0xFE, 0xED, 0xFE, 0xED] + number(2) + number(2) + number(2) + text("ca") + time
            + body + number(1) + text("own") + time + number(20)
            + [UInt8](repeating: 7, count: 20) + number(1) + body
            + [UInt8](repeating: 9, count: 20)
    }

    @Test(arguments: [
        (["rsa", "-traditional", "-des3"], "MD5, one round", PrivateKeyCipher.tripleDES),
        (["rsa", "-traditional", "-aes128"], "MD5, one round", .aes),
        (
            ["pkcs8", "-topk8", "-v2", "aes-256-cbc", "-iter", "4096"],
            "PBKDF2, 4096 iterations", .aes
        ),
        (["pkcs8", "-topk8", "-v2", "des3"], "PBKDF2, 2048 iterations", .tripleDES),
        (["pkcs8", "-topk8", "-v1", "PBE-SHA1-3DES"], "PKCS#12, 2048 iterations", .tripleDES),
    ])
    func readsHowKeysAreKept(
        _ command: [String], _ words: String, _ cipher: PrivateKeyCipher
    ) throws {
        try inFolder { folder in
            try KeyTool.run(
                "openssl",
                [
                    "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024", "-out",
                    "k.pem",
                ], in: folder)
            try KeyTool.run(
                "openssl", command + ["-in", "k.pem", "-passout", "pass:acme", "-out", "e.pem"],
                in: folder)
            let text = try read("e.pem", in: folder)
            let found = try #require(text.withUnsafeBytes { KeyProtection.read($0) })
            #expect("\(found)" == words && found.cipher == cipher)
        }
    }
}
