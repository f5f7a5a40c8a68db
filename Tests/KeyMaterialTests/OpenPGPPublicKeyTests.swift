import Testing

@testable import KeyMaterial

/// Public and secret packets of one OpenPGP key have one public half.
@Suite struct OpenPGPPublicKeyTests {
    private let point = [UInt8](1...32)

    /// Version 4, made in 2024, with legacy Ed25519 (RFC 9580 §9.2).
    private func numbers() -> [UInt8] {
        let curve: [UInt8] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x0F, 0x01]
        return [4, 0x66, 0, 0, 0, 22, UInt8(curve.count)] + curve + [1, 7, 0x40] + point
    }

    private func packet(_ tag: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xC0 | tag, UInt8(body.count)] + body
    }

    @Test func halvesAreEqual() throws {
        let open = packet(6, numbers()) + packet(13, Array("a <a@b>".utf8))
        let secret = packet(5, numbers() + [0, 0, 8, 0x55, 0, 0x55])
        let half = try #require(OpenPGPPublicKey.read(packets: open).first)
        #expect(half.kind == .ed25519)
        #expect(OpenPGPPublicKey.read(packets: secret) == [half])
        #expect(PublicKey.point(.ed25519, point[...]) == half)
    }

    @Test func newAndOldPointsAreEqual() {
        let new = packet(14, [4, 0, 0, 0, 0, 27] + point)
        #expect(
            OpenPGPPublicKey.read(packets: new)
                == OpenPGPPublicKey.read(packets: packet(14, numbers())))
    }

    @Test func whatIsCutOffIsNoKey() {
        let whole = packet(6, numbers())
        for count in 0..<whole.count {
            #expect(OpenPGPPublicKey.read(packets: Array(whole[..<count])).isEmpty)
        }
    }
}
