import CryptoPolicy
import ScanModel
import Testing

@testable import Detection

/// What code uses, by language.
@Suite struct CodeInventoryTests {
    private static let pythonCases: [(String, Set<String>)] = [
        ("import hashlib\nhashlib.sha256(b)", ["hash SHA-256"]),
        ("import hashlib\nf(hashlib.sha1)", ["hash SHA-1"]),
        ("import hashlib\nA = 'md5'\nhashlib.new(A)", ["hash MD5"]),
        ("import hashlib\nhashlib.new(sys.argv[1])", ["hash unknown"]),
        ("import hashlib\nhashlib.new(f(g(h(i(j(x))))))", ["hash unknown"]),
        ("import hashlib\nhashlib.new(f('md5'))", ["hash MD5"]),
        ("import hashlib\n# hashlib.md5(x)\n'hashlib.md5()'", []),
        ("import hashlib\nif False:\n    hashlib.md5(x)", []),
        ("import hmac, hashlib\nhmac.new(k, m, hashlib.sha1)", ["mac HMAC-SHA-1"]),
        ("import hmac\nhmac.new(k, m, digestmod='sha512')", ["mac HMAC-SHA-512"]),
        (
            "import hashlib\nhashlib.pbkdf2_hmac('sha256', p, s, 100000)",
            ["kdf PBKDF2-HMAC-SHA-256"]
        ),
        (
            """
            from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
            c = Cipher(algorithms.AES(k), modes.GCM(n))
            """, ["cipher AES-GCM"]
        ),
        (
            """
            from cryptography.hazmat.primitives.asymmetric import ec, rsa
            a = rsa.generate_private_key(public_exponent=65537, key_size=2048)
            b = ec.generate_private_key(ec.SECP384R1())
            """, ["key RSA-2048", "key EC-P-384", "curve P-384"]
        ),
        (
            "from Crypto.Cipher import AES\nAES.new(k, AES.MODE_CBC, iv)",
            ["cipher AES-CBC"]
        ),
        ("from Crypto.Cipher import DES3\nDES3.new(k, DES3.MODE_ECB)", ["cipher 3DES-ECB"]),
        ("import ssl\nssl.SSLContext(ssl.PROTOCOL_TLSv1_1)", ["protocol TLS 1.1"]),
        ("import ssl\nssl.create_default_context()", ["protocol TLS, version negotiated"]),
        (
            "import ssl\nc.set_ciphers('AES128-GCM-SHA256:!MD5')",
            ["cipher-suite TLS_RSA_WITH_AES_128_GCM_SHA256"]
        ),
        (
            "import jwt\njwt.decode(t, k, algorithms=['HS256', 'RS256'])",
            ["token HS256", "token RS256"]
        ),
        ("import jwt\njwt.encode(p, k)", ["token HS256"]),
        ("import secrets\nsecrets.token_hex(8).upper()", ["random system generator"]),
    ]

    @Test(arguments: pythonCases)
    func python(_ text: String, _ expected: Set<String>) throws {
        #expect(try InventoryScan(text, path: "a.py").names == expected)
    }

    private static let javascriptCases: [(String, Set<String>)] = [
        ("crypto.createHash('sha1').update(x).digest('hex')", ["hash SHA-1"]),
        ("crypto.createHmac('sha256', k)", ["mac HMAC-SHA-256"]),
        ("crypto.createHmac(algorithm, k)", ["mac unknown"]),
        ("crypto.createCipheriv('aes-256-gcm', k, iv)", ["cipher AES-256-GCM"]),
        ("crypto.createSign('RSA-SHA256')", ["signature RSASSA-PKCS1-v1_5-SHA-256"]),
        ("crypto.pbkdf2Sync(p, s, 1000, 32, 'sha512')", ["kdf PBKDF2-HMAC-SHA-512"]),
        ("crypto.generateKeyPairSync('rsa', {modulusLength: 4096})", ["key RSA-4096"]),
        ("crypto.generateKeyPairSync('ec', {namedCurve: 'P-256'})", ["key EC-P-256"]),
        ("crypto.subtle.encrypt({name: 'AES-GCM', iv}, k, d)", ["cipher AES-GCM"]),
        ("crypto.subtle.digest('SHA-384', d)", ["hash SHA-384"]),
        (
            "crypto.subtle.generateKey({name: 'RSA-OAEP', modulusLength: 2048, hash: 'SHA-256'}, true, u)",
            ["encryption RSAES-OAEP-SHA-256"]
        ),
        (
            "https.createServer({minVersion: 'TLSv1.1', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256'})",
            ["protocol TLS 1.1", "cipher-suite TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"]
        ),
        (
            "const jwt = require('jsonwebtoken'); jwt.sign(p, k, {algorithm: 'ES256'})",
            ["token ES256"]
        ),
        ("// crypto.createHash('md5')\nconst s = \"crypto.createHash('md5')\"", []),
    ]

    @Test(arguments: javascriptCases)
    func javascript(_ text: String, _ expected: Set<String>) throws {
        #expect(
            try InventoryScan("const crypto = require('crypto');\n" + text, path: "a.js").names
                == expected)
    }

    private static let javaCases: [(String, Set<String>)] = [
        ("Cipher.getInstance(\"AES/CBC/PKCS5Padding\");", ["cipher AES-CBC"]),
        ("String a = \"DES\"; Cipher.getInstance(a);", ["cipher DES"]),
        ("MessageDigest.getInstance(\"MD5\");", ["hash MD5"]),
        ("Mac.getInstance(\"HmacSHA256\");", ["mac HMAC-SHA-256"]),
        ("Signature.getInstance(\"SHA1withRSA\");", ["signature RSASSA-PKCS1-v1_5-SHA-1"]),
        (
            "SecretKeyFactory.getInstance(\"PBKDF2WithHmacSHA512\");",
            ["kdf PBKDF2-HMAC-SHA-512"]
        ),
        ("SSLContext.getInstance(\"TLSv1.2\");", ["protocol TLS 1.2"]),
        ("SSLContext.getInstance(\"TLS\");", ["protocol TLS, version negotiated"]),
        ("new ECGenParameterSpec(\"secp256r1\");", ["curve P-256"]),
        ("new SecureRandom();", ["random SecureRandom"]),
        ("socket.setEnabledProtocols(new String[] {\"TLSv1\"});", ["protocol TLS 1.0"]),
    ]

    @Test(arguments: javaCases)
    func java(_ line: String, _ expected: Set<String>) throws {
        let text = """
            import java.security.*;
            import javax.crypto.*;
            import javax.net.ssl.*;
            class A { void f() throws Exception { \(line) } }
            """
        #expect(try InventoryScan(text, path: "A.java").names == expected)
    }

    @Test func kotlin() throws {
        let text = """
            import javax.crypto.Cipher
            fun f() { val c = Cipher.getInstance("AES/GCM/NoPadding") }
            """
        #expect(try InventoryScan(text, path: "a.kt").found == ["2:38 cipher AES-GCM"])
    }

    private static let goCases: [(String, String, Set<String>)] = [
        ("\"crypto/md5\"", "md5.New()", ["hash MD5"]),
        ("\"crypto/sha256\"", "sha256.Sum256(b)", ["hash SHA-256"]),
        ("\"crypto/hmac\"; \"crypto/sha1\"", "hmac.New(sha1.New, k)", ["mac HMAC-SHA-1"]),
        (
            "\"crypto/aes\"; \"crypto/cipher\"", "b, _ := aes.NewCipher(k); cipher.NewGCM(b)",
            ["cipher AES", "mode GCM"]
        ),
        (
            "\"crypto/rsa\"; \"crypto/rand\"", "rsa.GenerateKey(rand.Reader, 1024)",
            ["key RSA-1024", "random system generator"]
        ),
        (
            "\"crypto/ecdsa\"; \"crypto/elliptic\"", "ecdsa.GenerateKey(elliptic.P256(), r)",
            ["key EC-P-256", "curve P-256"]
        ),
        ("\"crypto/tls\"", "c := &tls.Config{MinVersion: tls.VersionTLS12}", ["protocol TLS 1.2"]),
        ("\"golang.org/x/crypto/bcrypt\"", "bcrypt.GenerateFromPassword(p, 10)", ["kdf bcrypt"]),
        ("\"fmt\"", "md5.New()", []),
        (
            "\"crypto/tls\"", "c := A{MinVersion: own.Version(tls.VersionTLS10)}",
            ["protocol TLS 1.0"]
        ),
    ]

    @Test(arguments: goCases)
    func go(_ imports: String, _ line: String, _ expected: Set<String>) throws {
        let text = "package a\nimport (\(imports))\nfunc f() { \(line) }\n"
        #expect(try InventoryScan(text, path: "a.go").names == expected)
    }

    private static let otherLanguagesCases: [(String, String, Set<String>)] = [
        (
            "a.cs", "using System.Security.Cryptography; class A { void F() { SHA256.Create(); } }",
            ["hash SHA-256"]
        ),
        (
            "a.cs", "using System.Security.Cryptography; class A { void F() { new HMACSHA1(k); } }",
            ["mac HMAC-SHA-1"]
        ),
        (
            "a.cs",
            "using System.Security.Cryptography; class A { void F() { a.Mode = CipherMode.ECB; } }",
            ["mode ECB"]
        ),
        (
            "a.cs",
            "using System.Security.Cryptography; class A { void F() { RSA.Create(2048); } }",
            ["key RSA-2048"]
        ),
        (
            "a.php", "<?php md5($x); hash('sha256', $x); hash('crc32b', $x);",
            ["hash MD5", "hash SHA-256"]
        ),
        ("a.php", "<?php openssl_encrypt($d, 'aes-256-cbc', $k);", ["cipher AES-256-CBC"]),
        ("a.php", "<?php password_hash($p, PASSWORD_BCRYPT);", ["kdf bcrypt"]),
        ("a.rb", "OpenSSL::Cipher.new('aes-128-gcm')", ["cipher AES-128-GCM"]),
        ("a.rb", "Digest::MD5.hexdigest('a').upcase", ["hash MD5"]),
        (
            "a.rb", "OpenSSL::PKCS5.pbkdf2_hmac(p, s, 9, 8, OpenSSL::Digest.new('SHA512'))",
            ["kdf PBKDF2-HMAC-SHA-512", "hash SHA-512"]
        ),
        ("a.rb", "OpenSSL::PKey::RSA.new(2048)", ["key RSA-2048"]),
        (
            "a.rs", "use sha2::{Sha256, Digest};\nfn f() { Sha256::digest(b\"x\"); }",
            ["hash SHA-256"]
        ),
        ("a.rs", "use aes_gcm::Aes256Gcm;\nfn f() { Aes256Gcm::new(&k); }", ["cipher AES-256-GCM"]),
        ("a.swift", "import CryptoKit\nlet h = SHA256.hash(data: d)", ["hash SHA-256"]),
        ("a.swift", "import CryptoKit\nlet b = try AES.GCM.seal(d, using: k)", ["cipher AES-GCM"]),
        ("a.swift", "import CryptoKit\nlet h = Insecure.MD5.hash(data: d)", ["hash MD5"]),
        ("a.c", "void f() { EVP_DigestInit_ex(c, EVP_sha256(), 0); }", ["hash SHA-256"]),
        (
            "a.c", "void f() { EVP_EncryptInit_ex(c, EVP_aes_128_cbc(), 0, k, i); }",
            ["cipher AES-128-CBC"]
        ),
        (
            "a.c", "void f() { SSL_CTX_new(TLS_client_method()); }",
            ["protocol TLS, version negotiated"]
        ),
        (
            "a.c", "void f() { SSL_CTX_set_min_proto_version(c, TLS1_2_VERSION); }",
            ["protocol TLS 1.2"]
        ),
        ("a.c", "void f() { mbedtls_md_info_from_type(MBEDTLS_MD_SHA256); }", ["hash SHA-256"]),
        ("a.c", "void f() { CC_SHA256_Init(&c); }", ["hash SHA-256"]),
        ("a.c", "int a = BCRYPT_SHA256_ALGORITHM;", ["hash SHA-256"]),
        ("a.c", "void f() { CCHmacInit(&x.hmac, kCCHmacAlgMD5, k, n); }", ["mac HMAC-MD5"]),
        ("a.sh", "openssl genrsa -out key.pem 2048", ["key RSA-2048"]),
        (
            "a.sh", "openssl req -x509 -newkey rsa:4096 -sha256 -out c",
            ["key RSA-4096", "hash SHA-256"]
        ),
        ("a.sh", "openssl enc -aes-256-cbc -in a", ["cipher AES-256-CBC"]),
        ("a.sh", "ssh-keygen -t ed25519 -f k", ["key Ed25519"]),
        ("a.sh", "# openssl genrsa 512\necho done", []),
    ]

    @Test(arguments: otherLanguagesCases)
    func otherLanguages(_ path: String, _ text: String, _ expected: Set<String>) throws {
        #expect(try InventoryScan(text, path: path).names == expected)
    }

    @Test func parametersAreKept() throws {
        let scan = try InventoryScan(
            "import hashlib\nhashlib.pbkdf2_hmac('sha1', p, s, 1000)\n"
                + "import bcrypt\nbcrypt.gensalt(rounds=8)", path: "a.py")
        let parameters = scan.result.assets.map(\.item.parameters)
        #expect(parameters.map(\.iterations) == [1000, nil])
        #expect(parameters.map(\.cost) == [nil, 8])
        #expect(parameters[0].digest == "SHA-1")
    }

    @Test func placesAreThoseOfTheValue() throws {
        let scan = try InventoryScan(
            "import hashlib\nx = hashlib.new(\n    'md5')\n", path: "a.py")
        #expect(scan.found == ["3:5 hash MD5"])
        #expect(scan.result.assets[0].sign == .code)
        #expect(scan.result.assets[0].recogniser == "python.hashlib-new")
    }

    /// UTF-16 is read as text, and names of variables tell nothing.
    @Test func encodingsAndVariables() throws {
        let text = "import hashlib\nhashlib.sha256(x)\n"
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf8.flatMap { [$0, 0] }
        #expect(try InventoryScan(wide, path: "a.py").found == ["2:1 hash SHA-256"])
        #expect(
            try InventoryScan(
                "crypto.createHmac(options.hmac, k)", path: "a.js"
            ).names == ["mac unknown"])
    }

    @Test func limitsAreTold() throws {
        var limits = ScanLimits()
        limits.maxFindingsPerBlob = 3
        let lines = "import hashlib\n" + String(repeating: "hashlib.md5(x)\n", count: 4)
        let over = try InventoryScan(Array(lines.utf8), path: "a.py", limits: limits)
        #expect(over.found.count == 3)
        #expect(over.result.problems.map(\.code) == ["detection.too-many"])
        limits.maxFindingsPerBlob = 4
        let under = try InventoryScan(Array(lines.utf8), path: "a.py", limits: limits)
        #expect(under.found.count == 4 && under.result.problems.isEmpty)
    }
}
