private import Crypto
internal import ScanModel

/// The key under which fingerprints are made.
///
/// Without a key of the user's the built-in one serves: fingerprints then are comparable
/// everywhere, and whoever holds a report can test guesses of a weak secret against them.
package struct FingerprintKey: Sendable {
    private let key: SymmetricKey

    /// A key of the user's: any bytes; HMAC takes every length.
    package init(bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

    /// The key that is the same for all.
    package static let builtIn = FingerprintKey(bytes: Array("portcullis fingerprint v1".utf8))

    /// HMAC-SHA-256 over `domain`, a zero byte and `value`, cut to 128 bits.
    func fingerprint(domain: some StringProtocol, value: SecretBytes) -> Fingerprint {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Array(domain.utf8) + [0])
        code.update(data: value.bytes)
        let digits = Array("0123456789abcdef".utf8)
        let hex = code.finalize().prefix(16).flatMap {
            [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
        }
        return Fingerprint(hex: String(decoding: hex, as: UTF8.self))
    }
}

extension FingerprintKey: CustomStringConvertible {
    package var description: String { "(key)" }
}
