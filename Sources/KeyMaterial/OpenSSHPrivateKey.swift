/// Reads `openssh-key-v1` (OpenSSH, PROTOCOL.key).
enum OpenSSHPrivateKey {
    /// The most keys that one file is taken to hold; `ssh-keygen` writes one.
    private static let maxKeys = 16

    static func read(_ bytes: [UInt8]) throws(KeyMaterialError) -> PrivateKeyInfo {
        var cursor = ByteCursor(bytes)
        guard cursor.take(15)?.elementsEqual("openssh-key-v1\0".utf8) == true,
            let cipher = cursor.sshString(), let derivation = cursor.sshString(),
            cursor.sshString() != nil, let count = cursor.number(width: 4),
            (1...maxKeys).contains(count)
        else {
            throw KeyMaterialError(.badStructure, "the body does not begin as openssh-key-v1")
        }
        var first: (kind: PrivateKeyInfo.Kind, bits: Int?)?
        for _ in 0..<count {
            guard let blob = cursor.sshString(), let found = KeyAlgorithm.sshBits(ofPublicKey: blob)
            else { throw KeyMaterialError(.badStructure, "a public key in the body is cut off") }
            first = first ?? found
        }
        guard let secret = cursor.sshString(), secret.count >= 8, let (kind, bits) = first else {
            throw KeyMaterialError(.badStructure, "the private section is cut off")
        }
        let isEncrypted = !cipher.elementsEqual("none".utf8)
        if isEncrypted {
            guard !derivation.elementsEqual("none".utf8) else {
                throw KeyMaterialError(.inconsistent, "a cipher is named without key derivation")
            }
        } else {
            var inner = ByteCursor(secret)
            guard let left = inner.number(width: 4), left == inner.number(width: 4) else {
                throw KeyMaterialError(.inconsistent, "the two check numbers differ")
            }
            guard let name = inner.sshString(), KeyAlgorithm.sshKind(name).kind == kind else {
                throw KeyMaterialError(.inconsistent, "public and private section differ in type")
            }
        }
        return PrivateKeyInfo(kind: kind, format: .openSSH, bits: bits, isEncrypted: isEncrypted)
    }
}
