import Foundation
import KeyMaterial
import ScanModel
import TestSupport
import Testing

/// Certificates and requests made by OpenSSL at test time, and what hostile hands may do to them.
@Suite(.enabled(if: KeyTool.has("openssl"))) struct CertificateTests {
    private static let algorithms = [
        ["rsa:1024"], ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], ["ed25519"],
    ]

    private struct Made {
        let certificate: [UInt8]
        let request: [UInt8]
        let key: [UInt8]
        let publicKey: [UInt8]
    }

    private func make(_ algorithm: [String]) throws -> Made {
        try KeyTool.withFolder { folder in
            func read(_ name: String) throws -> [UInt8] {
                [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            }
            let fresh = ["-newkey"] + algorithm + ["-nodes", "-keyout", "key.pem"]
            try KeyTool.run(
                "openssl",
                ["req", "-x509", "-subj", "/C=XX/O=Acme/CN=acme.invalid", "-days", "3650"] + fresh
                    + ["-set_serial", "0x1234", "-outform", "DER", "-out", "c.der"], in: folder)
            try KeyTool.run(
                "openssl",
                [
                    "req", "-new", "-key", "key.pem", "-subj", "/CN=acme.invalid", "-outform",
                    "DER", "-out", "r.der",
                ], in: folder)
            try KeyTool.run(
                "openssl",
                ["pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "p.der"],
                in: folder)
            return Made(
                certificate: try read("c.der"), request: try read("r.der"),
                key: try read("key.pem"), publicKey: try read("p.der"))
        }
    }

    @Test(arguments: algorithms)
    func readsWhatOpenSSLWrites(_ algorithm: [String]) throws {
        let made = try make(algorithm)
        let certificate = try #require(Certificate(der: made.certificate))
        #expect(certificate.serialNumber == [0x12, 0x34])
        #expect(certificate.subject.commonName == "acme.invalid")
        #expect(certificate.subject.attributes.map(\.value) == ["XX", "Acme", "acme.invalid"])
        #expect(certificate.isSelfIssued)
        let days =
            (certificate.notAfter.secondsSince1970 - certificate.notBefore.secondsSince1970)
            / 86_400
        #expect(days == 3650)
        #expect(certificate.subjectPublicKeyInfo == made.publicKey)
        #expect(!certificate.extensions.isEmpty && !certificate.signature.isEmpty)
        let request = try #require(CertificateRequest(der: made.request))
        #expect(request.subject.commonName == "acme.invalid")

        let publicKey = try #require(PublicKey.readDER(made.publicKey))
        #expect(certificate.publicKey == publicKey && request.publicKey == publicKey)
        let pair = try #require(made.key.withUnsafeBytes { KeyPair.read($0) })
        if pair.publicKey != nil { #expect(pair.publicKey?.identity == publicKey.identity) }
        #expect(pair.publicKey != nil || pair.privateNumber != nil)
    }

    @Test func refusesEveryTruncation() throws {
        let made = try make(["ed25519"])
        for length in 0..<made.certificate.count {
            #expect(Certificate(der: Array(made.certificate[..<length])) == nil)
            _ = PublicKey.readDER(Array(made.certificate[..<length]))
        }
        #expect(Certificate(der: made.certificate + [0]) == nil)
    }

    @Test func boundsLengths() {
        // Four bytes of length that say two gigabytes, and nine that say more than any memory.
        for head in [
            [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x30, 0x89, 1, 2, 3, 4, 5, 6, 7, 8, 9],
            [0x30, 0x80], [0x30, 0x82, 0xFF, 0xFF, 0x30, 0x82, 0xFF, 0xFF],
        ] as [[UInt8]] {
            #expect(Certificate(der: head + [UInt8](repeating: 0x30, count: 200)) == nil)
            #expect(CertificateRequest(der: head) == nil)
            #expect(PublicKey.readDER(head) == nil)
        }
        var nested: [UInt8] = []
        for _ in 0..<60 { nested = [0x30, UInt8(nested.count)] + nested }
        #expect(Certificate(der: nested) == nil)
        var limits = KeyMaterialLimits()
        limits.maxInputBytes = 10
        #expect(Certificate(der: [UInt8](repeating: 0, count: 11), limits: limits) == nil)
    }

    @Test func survivesMutations() throws {
        let made = try make(["ec", "-pkeyopt", "ec_paramgen_curve:P-256"])
        var random = SeededBytes(seed: 21)
        for _ in 0..<4000 {
            _ = Certificate(der: random.mutated(made.certificate))
            _ = CertificateRequest(der: random.mutated(made.request))
            _ = PublicKey.readDER(random.mutated(made.publicKey))
            _ = random.mutated(made.key).withUnsafeBytes { KeyPair.read($0) }
        }
    }

    @Test(arguments: [
        ("170D3439313233313233353935395A", "2049-12-31"),
        ("170D3530303130313030303030305A", "1950-01-01"),
        ("180F32303530303130313030303030305A", "2050-01-01"),
    ])
    func readsYearsAsTheStandardSays(_ time: String, _ day: String) throws {
        let made = try make(["ed25519"])
        let certificate = try #require(Certificate(der: made.certificate))
        #expect(certificate.notBefore < certificate.notAfter)
        // The validity is replaced by the same time twice.
        let bytes = stride(from: 0, to: time.count, by: 2).compactMap { offset -> UInt8? in
            let start = time.index(time.startIndex, offsetBy: offset)
            return UInt8(time[start..<time.index(start, offsetBy: 2)], radix: 16)
        }
        let changed = CertificateTests.replacingValidity(of: made.certificate, by: bytes + bytes)
        let read = try #require(Certificate(der: changed))
        #expect(
            CalendarDate(secondsSince1970: read.notAfter.secondsSince1970).description == day)
    }

    /// The certificate with other times; lengths above are written anew.
    private static func replacingValidity(of der: [UInt8], by times: [UInt8]) -> [UInt8] {
        func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
            content.count < 128
                ? [tag, UInt8(content.count)] + content
                : [tag, 0x82, UInt8(content.count >> 8), UInt8(content.count & 255)] + content
        }
        func parts(_ bytes: [UInt8]) -> [(tag: UInt8, content: [UInt8])] {
            var found: [(UInt8, [UInt8])] = []
            var place = 0
            while place < bytes.count {
                let tag = bytes[place]
                var length = Int(bytes[place + 1])
                place += 2
                if length > 128 {
                    let count = length & 127
                    length = bytes[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
                    place += count
                }
                found.append((tag, Array(bytes[place..<(place + length)])))
                place += length
            }
            return found
        }
        var outer = parts(parts(der)[0].content)
        var body = parts(outer[0].content)
        body[4].content = times
        outer[0].content = body.flatMap { element($0.tag, $0.content) }
        return element(0x30, outer.flatMap { element($0.tag, $0.content) })
    }
}
