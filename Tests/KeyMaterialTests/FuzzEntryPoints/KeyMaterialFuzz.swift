import KeyMaterial

/// Reads keys, certificates and stores in every format. Input: the bytes as they are.
package enum KeyMaterialFuzz {
    /// Runs one input.
    package static func run(_ bytes: UnsafeRawBufferPointer) {
        let input = Array(bytes)
        // Memory of their own, so that a read past the end is seen.
        input.withUnsafeBytes { text in
            _ = try? PrivateKeyReader.read(text)
            _ = KeyPair.read(text)
            _ = KeyProtection.read(text)
            _ = KeyStoreInfo.read(text)
            for body in KeyStoreInfo.certificates(in: text) { _ = Certificate(der: body)?.facts }
            if let block = try? PEMReader(text).firstBlock(where: { _ in true }) {
                _ = PrivateKeyStrength.read(block)
            }
            _ = JSONWebToken(compact: text)
            for offset in [0, text.count / 2, text.count - 1] {
                guard let range = JSONWebKey.object(around: offset, in: text) else { continue }
                _ = JSONWebKey(Array(input[range]))
            }
        }
        _ = try? PrivateKeyReader.readDER(input)
        _ = KeyPair.readDER(input)
        _ = KeyProtection.readDER(input)
        _ = KeyStoreInfo.holdsOnlyCertificates(pkcs12Contents: input)
        _ = Certificate(der: input)?.facts
        _ = CertificateRequest(der: input)
        _ = PublicKey.readDER(input)
        _ = PublicKey.ssh(input[...])
        _ = PublicKeyStrength(der: input)
        _ = PublicKeyStrength(ssh: input)
        _ = RevocationList(der: input)
        _ = KeyExchangeParameters(der: input)
        _ = SignedBundle.certificates(der: input)
        _ = JSONWebKey(input)
    }
}
