/// What a file of keys and certificates holds, as far as it can be read without its password.
package struct KeyStoreInfo: Hashable, Sendable {
    /// The formats that are told apart.
    package enum Format: String, Sendable {
        /// RFC 7292.
        case pkcs12 = "PKCS#12"
        /// Java's first key store.
        case jks = "JKS"
        /// The one of the Java Cryptography Extension.
        case jceks = "JCEKS"
    }

    package let format: Format
    /// How many private or secret keys it holds; `nil` when encryption hides that.
    package let keyCount: Int?
    /// How its private keys are protected, where that can be read.
    package let protection: KeyProtection?

    /// Reads the beginning of a store: a file may be longer than what was captured.
    ///
    /// - Returns: `nil` when the bytes are no such store, or one that holds no key.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> KeyStoreInfo? {
        guard bytes.count >= 12, bytes.count <= limits.maxInputBytes else { return nil }
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        case (0xFE, 0xED, 0xFE, 0xED): return JavaKeyStore.read(Array(bytes), .jks, limits)
        case (0xCE, 0xCE, 0xCE, 0xCE): return JavaKeyStore.read(Array(bytes), .jceks, limits)
        case (0x30, _, _, _): return PKCS12Store.read(Array(bytes), limits)
        default: return nil
        }
    }

    /// Whether the contents of a PKCS#12 sequence are whole and hold no key in the clear or
    /// shrouded.
    package static func holdsOnlyCertificates(
        pkcs12Contents bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> Bool {
        guard bytes.count <= limits.maxInputBytes,
            let found = PKCS12Store.contents(
                DERReader(bytes[...], maxDepth: limits.maxDepth), limits)
        else { return false }
        return found.keyCount == 0
    }
}
