private import Crypto
internal import Rules

/// How the cache's files are named and sealed.
///
/// A file is `magic ‖ key ‖ content ‖ HMAC-SHA-256 of all before`, under a key that follows from
/// the fingerprint key. With the built-in one, that tells damage and nothing more; with one of the
/// user's it also keeps out what others wrote.
extension Detector {
    private static let magic = Array("pcscach2".utf8)
    private static let digestByteCount = 32
    private static let headByteCount = magic.count + digestByteCount

    /// The key of a file for this detector.
    ///
    /// - Parameter parts: all else that decides the content.
    package func cacheKey(_ kind: CacheKey.Kind, parts: [[UInt8]]) -> CacheKey {
        var hash = SHA256()
        let rules = ruleSet.withMatchingText { text in
            var hash = SHA256()
            hash.update(bufferPointer: text)
            return Array(hash.finalize())
        }
        let own = [
            Detector.magic, Array(kind.rawValue.utf8), rules, Array("\(limits)".utf8),
            key.cacheTag(over: Array("name".utf8)),
        ]
        for part in own + parts {
            // Lengths first, so that no two lists of parts read the same.
            withUnsafeBytes(of: UInt64(part.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: part)
        }
        return CacheKey(kind: kind, digest: Array(hash.finalize()))
    }

    /// A file with some content.
    package func sealed(_ content: [UInt8], as key: CacheKey) -> [UInt8] {
        var file: [UInt8] = []
        file.reserveCapacity(
            Detector.headByteCount + content.count + Detector.digestByteCount)
        file += Detector.magic
        file += key.digest
        file += content
        file += self.key.cacheTag(over: file)
        return file
    }

    /// The content of a file; `nil` when it is not whole, or not one of that key.
    package func unsealed(_ file: [UInt8], as key: CacheKey) -> ArraySlice<UInt8>? {
        let end = file.count - Detector.digestByteCount
        guard end >= Detector.headByteCount, file.starts(with: Detector.magic + key.digest),
            self.key.isCacheTag(file[end...], over: file[..<end])
        else { return nil }
        return file[Detector.headByteCount..<end]
    }
}
