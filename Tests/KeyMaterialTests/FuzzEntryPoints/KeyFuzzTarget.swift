import KeyMaterial

/// The fuzz targets of this room, by the names of their programs and corpora.
package enum KeyFuzzTarget: String, CaseIterable, Sendable {
    /// Private keys in DER and PEM.
    case privateKeys = "private-keys"
    /// Certificates, requests and public keys.
    case certificates
    /// PKCS#12 and the stores of Java.
    case keyStores = "key-stores"
    /// OpenSSH, PuTTY and OpenPGP.
    case framedKeys = "framed-keys"
    /// Keys and tokens in JSON.
    case jsonKeys = "json-keys"

    /// Runs one input.
    ///
    /// The first byte says how the rest is framed, so that no fuzzer need know base64; from `0x20`
    /// on it is a part of the input, which is read as it is.
    package func run(_ bytes: UnsafeRawBufferPointer) {
        let options = bytes.first.flatMap { $0 < 0x20 ? $0 : nil }
        let rest = Array(bytes.dropFirst(options == nil ? 0 : 1))
        switch self {
        case .privateKeys: KeyFuzzTarget.readPrivateKey(options, rest)
        case .certificates: KeyFuzzTarget.readCertificate(rest)
        case .keyStores: KeyFuzzTarget.readKeyStore(options, rest)
        case .framedKeys: KeyFuzzTarget.readFramedKey(options, rest)
        case .jsonKeys: KeyFuzzTarget.readJSON(options, rest)
        }
    }

    private static func readPrivateKey(_ options: UInt8?, _ rest: [UInt8]) {
        guard let options else { return readText(rest) }
        _ = try? PrivateKeyReader.readDER(rest)
        _ = KeyPair.readDER(rest)
        _ = KeyProtection.readDER(rest)
        let labels = ["", "RSA ", "EC ", "DSA ", "ENCRYPTED "]
        readText(pem(labels[Int(options) % labels.count] + "PRIVATE KEY", rest))
    }

    private static func readCertificate(_ rest: [UInt8]) {
        _ = Certificate(der: rest)?.facts
        _ = CertificateRequest(der: rest)
        _ = RevocationList(der: rest)
        _ = KeyExchangeParameters(der: rest)
        _ = SignedBundle.certificates(der: rest)
        _ = PublicKeyStrength(der: rest)
        _ = PublicKeyStrength(ssh: rest)
        _ = PublicKey.readDER(rest)
        _ = PublicKey.ssh(rest[...])
        readText(rest)
    }

    private static func readKeyStore(_ options: UInt8?, _ rest: [UInt8]) {
        var input = rest
        // The magic of a JKS or JCEKS file.
        if let options, options & 1 != 0 { input = [0xFE, 0xED, 0xFE, 0xED] + input }
        if let options, options & 2 != 0 { input = [0xCE, 0xCE, 0xCE, 0xCE] + input }
        input.withUnsafeBytes { input in
            _ = KeyStoreInfo.read(input)
            for body in KeyStoreInfo.certificates(in: input) { _ = Certificate(der: body)?.facts }
        }
        _ = KeyStoreInfo.holdsOnlyCertificates(pkcs12Contents: rest)
    }

    private static func readFramedKey(_ options: UInt8?, _ rest: [UInt8]) {
        switch options {
        case nil: readText(rest)
        case 1: readText(pem("PGP PRIVATE KEY BLOCK", rest))
        case 2: readText(Array("PuTTY-User-Key-File-3: ssh-ed25519\n".utf8) + rest)
        default:
            readText(pem("OPENSSH PRIVATE KEY", Array("openssh-key-v1\0".utf8) + rest))
        }
    }

    private static func readJSON(_ options: UInt8?, _ rest: [UInt8]) {
        _ = JSONWebKey(rest)
        // Parts of a token stand between NULs.
        let parts = rest.split(separator: 0, omittingEmptySubsequences: false)
        let token = Array(
            parts.map {
                base64(Array($0)).map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 }
                    .filter { $0 != 0x3D }
            }.joined(separator: [0x2E]))
        for text in options == nil ? [rest] : [rest, token] {
            text.withUnsafeBytes { text in
                _ = JSONWebToken(compact: text)
                for offset in [0, text.count / 2, text.count - 1] {
                    guard let range = JSONWebKey.object(around: offset, in: text) else { continue }
                    _ = JSONWebKey(Array(text[range]))
                }
            }
        }
    }

    /// Memory of their own, so that a read past the end is seen.
    private static func readText(_ text: [UInt8]) {
        text.withUnsafeBytes { text in
            _ = try? PrivateKeyReader.read(text)
            _ = KeyPair.read(text)
            _ = KeyProtection.read(text)
        }
    }

    private static func pem(_ label: String, _ body: [UInt8]) -> [UInt8] {
        Array("-----BEGIN \(label)-----\n\n".utf8) + base64(body)
            + Array("\n-----END \(label)-----\n".utf8)
    }

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let rest = bytes[start..<min(start + 3, bytes.count)]
            let group = (0..<3).reduce(0) { sum, place in
                sum << 8 | (place < rest.count ? Int(rest[start + place]) : 0)
            }
            for place in 0..<4 {
                text.append(place <= rest.count ? alphabet[group >> (18 - 6 * place) & 63] : 0x3D)
            }
        }
        return text
    }
}
