internal import KeyMaterial
internal import ScanModel

/// Reads the public keys and certificates of one blob, where a literal says that one may begin.
struct KeyTraceReader {
    /// Most places of one blob that are looked at; beyond them relations may be missed, no finding.
    static let maxCount = 2048
    /// Longest PEM block that is read, in bytes.
    private static let maxBlockBytes = 32 << 10

    private let text: UnsafeRawBufferPointer
    private let key: FingerprintKey

    /// Borrows `text`, whose digests are made under `key`.
    init(_ text: UnsafeRawBufferPointer, key: FingerprintKey) {
        self.text = text
        self.key = key
    }

    /// A trace before its place is worked out.
    struct Found {
        let holder: KeyTrace.Holder
        let digest: Fingerprint
        let validUntil: CalendarDate?
        let range: Range<Int>
    }

    /// What begins at `start`, where one of `RuleSet.keyMarkers` stands.
    func trace(at start: Int) -> Found? {
        guard start >= 0, start < text.count else { return nil }
        switch text[start] {
        case UInt8(ascii: "-"): return pem(at: start, text, range: nil)
        case UInt8(ascii: "L"): return encodedPEM(at: start)
        case UInt8(ascii: "A"): return ssh(at: start)
        case UInt8(ascii: "\""): return jsonWebKey(at: start)
        default: return nil
        }
    }

    /// Whether a whole file may be the DER of something with a public key.
    static func mayBeOne(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count >= 44, text.count <= 1 << 16, text[0] == 0x30 else { return false }
        // The sequence has to fill the file exactly.
        switch text[1] {
        case 0x2A...0x7F: return text.count == 2 + Int(text[1])
        case 0x81: return text.count == 3 + Int(text[2])
        case 0x82: return text.count == 4 + Int(text[2]) << 8 + Int(text[3])
        default: return false
        }
    }

    /// A file that is nothing but the DER of a certificate, a request or a public key.
    func wholeFile() -> Found? {
        guard Self.mayBeOne(text) else { return nil }
        return der(Array(text), label: nil, range: 0..<text.count)
    }

    private func pem(
        at start: Int, _ text: UnsafeRawBufferPointer, range: Range<Int>?
    ) -> Found? {
        let rest = UnsafeRawBufferPointer(
            rebasing: text[start..<min(text.count, start + Self.maxBlockBytes)])
        guard let mark = Self.endLine(in: rest) else { return nil }
        // The END line has to be within the block that is handed on.
        let end = min(rest.count, mark + 80)
        let block = UnsafeRawBufferPointer(rebasing: rest[..<end])
        guard let reader = try? PEMReader(block),
            let decoded = try? reader.firstBlock(where: { _ in true })
        else { return nil }
        let header = start..<start + min(block.count, decoded.label.utf8.count + 16)
        return der(decoded.body, label: decoded.label, range: range ?? header)
    }

    /// Where `-----END ` begins.
    private static func endLine(in block: UnsafeRawBufferPointer) -> Int? {
        guard block.count >= 9 else { return nil }
        return (0...(block.count - 9)).first { start in
            block[start + 5] == UInt8(ascii: "E") && block[start] == UInt8(ascii: "-")
                && block[start...].starts(with: "-----END ".utf8)
        }
    }

    private func der(_ body: [UInt8], label: String?, range: Range<Int>) -> Found? {
        func found(
            _ holder: KeyTrace.Holder, _ publicKey: PublicKey?, until: CalendarDate? = nil
        ) -> Found? {
            publicKey.map {
                Found(
                    holder: holder, digest: key.digest(of: $0.identity), validUntil: until,
                    range: range)
            }
        }
        if label == "PGP PUBLIC KEY BLOCK" {
            return found(.pgpKey, OpenPGPPublicKey.read(packets: body).first)
        }
        if label?.hasSuffix("PUBLIC KEY") != true {
            // OpenSSL's trusted form has data of its own after the certificate.
            if let certificate = Certificate(der: body)
                ?? (label?.hasPrefix("TRUSTED") == true ? trusted(body) : nil)
            {
                let last = CalendarDate(secondsSince1970: certificate.notAfter.secondsSince1970)
                return found(.certificate, certificate.publicKey, until: last)
            }
            if let request = CertificateRequest(der: body) {
                return found(.request, request.publicKey)
            }
        }
        return found(.publicKey, PublicKey.readDER(body))
    }

    private func trusted(_ body: [UInt8]) -> Certificate? {
        guard body.count > 4, body[0] == 0x30, body[1] == 0x82 else { return nil }
        let length = Int(body[2]) << 8 | Int(body[3])
        guard length + 4 <= body.count else { return nil }
        return Certificate(der: Array(body[..<(length + 4)]))
    }

    /// PEM within base64, as Kubernetes secrets and kubeconfig files have it.
    private func encodedPEM(at start: Int) -> Found? {
        let run = text[start...].prefix(Self.maxBlockBytes * 4 / 3).prefix(while: Self.isBase64)
        let encoded = Array(run)
        guard encoded.count > 100,
            let decoded = Base64Decoding.decode(encoded, padding: .optional)
        else { return nil }
        return decoded.withUnsafeBytes {
            pem(at: 0, $0, range: start..<start + min(encoded.count, 64))
        }
    }

    /// The base64 of an SSH public key, as in `authorized_keys`, `known_hosts` and `*.pub`.
    private func ssh(at start: Int) -> Found? {
        let encoded = Array(text[start...].prefix(8192).prefix(while: Self.isBase64))
        guard encoded.count > 60,
            let blob = Base64Decoding.decode(encoded, padding: .optional),
            let publicKey = PublicKey.ssh(blob[...])
        else { return nil }
        return Found(
            holder: .sshKey, digest: key.digest(of: publicKey.identity), validUntil: nil,
            range: start..<start + encoded.count)
    }

    /// The public half of a JSON Web Key; one that is private is a finding, no trace.
    private func jsonWebKey(at start: Int) -> Found? {
        guard let range = JSONWebKey.object(around: start, in: text),
            let found = JSONWebKey(Array(text[range])), !found.isPrivate,
            let publicKey = found.pair.publicKey
        else { return nil }
        return Found(
            holder: .jsonWebKey, digest: key.digest(of: publicKey.identity), validUntil: nil,
            range: start..<min(start + 5, text.count))
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
            UInt8(ascii: "="):
            true
        default: false
        }
    }
}
