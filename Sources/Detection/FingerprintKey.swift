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

    /// HMAC-SHA-256 over `domain`, a zero byte and `value`, cut to 128 bits. Of a key in PEM only
    /// its label and its body count: it is the same key with other line ends or without a footer.
    func fingerprint(domain: some StringProtocol, value: SecretBytes) -> Fingerprint {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Array(domain.utf8) + [0])
        if let key = KeyBody.bytes(of: value.bytes) {
            code.update(data: key)
        } else {
            code.update(data: value.bytes)
        }
        let digits = Array("0123456789abcdef".utf8)
        let hex = code.finalize().prefix(16).flatMap {
            [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
        }
        return Fingerprint(hex: String(decoding: hex, as: UTF8.self))
    }

    /// The key under which files of the cache are sealed. No fingerprint is made of its label:
    /// those have a zero byte after their domain.
    private var cacheKey: SymmetricKey {
        SymmetricKey(
            data: HMAC<SHA256>.authenticationCode(
                for: Array("portcullis cache v1".utf8), using: key))
    }

    /// HMAC-SHA-256 over bytes of the cache.
    func cacheTag(over bytes: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: cacheKey))
    }

    /// Whether a tag is the one of the bytes; takes the same time wherever they differ.
    func isCacheTag(_ tag: ArraySlice<UInt8>, over bytes: ArraySlice<UInt8>) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(tag, authenticating: bytes, using: cacheKey)
    }
}

extension FingerprintKey: CustomStringConvertible {
    package var description: String { "(key)" }
}
