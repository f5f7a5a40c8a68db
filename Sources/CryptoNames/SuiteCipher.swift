/// What a cipher suite encrypts with.
package enum SuiteCipher: String, Sendable, CaseIterable {
    case none, rc4, rc2, des, tripleDES, idea, seed, aes, camellia, aria, sm4, chacha20, gost
    case fortezza
}
