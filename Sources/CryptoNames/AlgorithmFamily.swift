/// What an algorithm is for.
package enum AlgorithmFamily: String, Sendable, CaseIterable {
    case hash, mac, cipher
    /// A mode of operation named alone, such as `CipherMode.ECB`.
    case mode
    case signature, encryption, keyAgreement, curve, kdf
    /// A kind of key with its size, such as `RSA_2048`.
    case key
    /// A token's algorithm of RFC 7518.
    case jose
    case ssh, postQuantum
}
