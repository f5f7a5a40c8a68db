/// Reads JKS and JCEKS stores: magic, version, count, then entries of a tag, an alias and a date
/// (OpenJDK, `sun.security.provider.JavaKeyStore` and `com.sun.crypto.provider.JceKeyStore`).
enum JavaKeyStore {
    static func read(
        _ bytes: [UInt8], _ format: KeyStoreInfo.Format, _ limits: KeyMaterialLimits
    ) -> KeyStoreInfo? {
        var cursor = ByteCursor(bytes)
        guard cursor.take(4) != nil, let version = cursor.number(width: 4),
            version == 1 || version == 2, let count = cursor.number(width: 4),
            (1...limits.maxItems).contains(count)
        else { return nil }
        var keyCount = 0
        var protection: KeyProtection?
        for _ in 0..<count {
            guard let tag = cursor.number(width: 4), let length = cursor.number(width: 2),
                cursor.take(length) != nil, cursor.take(8) != nil
            else { break }
            if tag == 1 {
                guard let size = cursor.number(width: 4), size >= 16 else { return nil }
                keyCount += 1
                guard let key = cursor.take(size) else { break }
                protection = protection ?? scheme(of: key, limits)
                guard skipChain(&cursor, version) else { break }
            } else if tag == 2 {
                guard skipCertificate(&cursor, version) else { break }
            } else if tag == 3, format == .jceks {
                // A sealed object in Java's serialisation, whose length is written nowhere.
                keyCount += 1
                break
            } else {
                return nil
            }
        }
        guard keyCount > 0 else { return nil }
        return KeyStoreInfo(format: format, keyCount: keyCount, protection: protection)
    }

    /// The protected key is an EncryptedPrivateKeyInfo with an algorithm of Sun's.
    private static func scheme(
        of key: ArraySlice<UInt8>, _ limits: KeyMaterialLimits
    ) -> KeyProtection? {
        var outer = DERReader(key, maxDepth: limits.maxDepth)
        guard var body = outer.sequence(), let algorithm = body.sequence() else { return nil }
        var copy = algorithm
        let identifier = copy.next(DERElement.Tag.objectIdentifier)?.content
        // 1.3.6.1.4.1.42.2.17.1.1: a keystream of SHA-1 digests.
        if identifier?.elementsEqual([
            0x2B, 0x06, 0x01, 0x04, 0x01, 0x2A, 0x02, 0x11, 0x01, 0x01,
        ]) == true {
            return KeyProtection("SHA-1", cost: "one round", isWeak: true)
        }
        // 1.3.6.1.4.1.42.2.19.1: MD5 iterated, with triple DES.
        if identifier?.elementsEqual([
            0x2B, 0x06, 0x01, 0x04, 0x01, 0x2A, 0x02, 0x13, 0x01,
        ]) == true {
            return KeyProtection("MD5", isWeak: true)
        }
        return KeyProtection.passwordBased(algorithm)
    }

    private static func skipChain(_ cursor: inout ByteCursor, _ version: Int) -> Bool {
        guard let count = cursor.number(width: 4), count <= 64 else { return false }
        for _ in 0..<count where !skipCertificate(&cursor, version) { return false }
        return true
    }

    private static func skipCertificate(_ cursor: inout ByteCursor, _ version: Int) -> Bool {
        if version == 2 {
            guard let length = cursor.number(width: 2), cursor.take(length) != nil else {
                return false
            }
        }
        return cursor.number(width: 4).flatMap { cursor.take($0) } != nil
    }
}
