/// Classes that `import javax.crypto.*;` brings in.
extension CodeParser {
    /// Classes of Java's own packages whose names rules know.
    private static let classes: [(package: String, names: String)] = [
        (
            "java.security",
            "AlgorithmParameterGenerator AlgorithmParameters DigestInputStream DigestOutputStream "
                + "Key KeyFactory KeyPair KeyPairGenerator KeyStore MessageDigest PrivateKey "
                + "Provider PublicKey SecureRandom Security Signature"
        ),
        (
            "java.security.spec",
            "DSAParameterSpec ECGenParameterSpec ECParameterSpec EncodedKeySpec KeySpec "
                + "MGF1ParameterSpec NamedParameterSpec PKCS8EncodedKeySpec PSSParameterSpec "
                + "RSAKeyGenParameterSpec RSAPrivateKeySpec RSAPublicKeySpec X509EncodedKeySpec"
        ),
        (
            "java.security.cert",
            "CertPathValidator Certificate CertificateFactory PKIXBuilderParameters "
                + "PKIXParameters X509Certificate"
        ),
        (
            "javax.crypto",
            "Cipher CipherInputStream CipherOutputStream KeyAgreement KeyGenerator Mac "
                + "NullCipher SealedObject SecretKey SecretKeyFactory"
        ),
        (
            "javax.crypto.spec",
            "DESKeySpec DESedeKeySpec DHGenParameterSpec DHParameterSpec GCMParameterSpec "
                + "IvParameterSpec OAEPParameterSpec PBEKeySpec PBEParameterSpec PSource "
                + "RC2ParameterSpec RC5ParameterSpec SecretKeySpec"
        ),
        (
            "javax.net.ssl",
            "HostnameVerifier HttpsURLConnection KeyManagerFactory SSLContext SSLEngine "
                + "SSLParameters SSLServerSocket SSLServerSocketFactory SSLSocket "
                + "SSLSocketFactory TrustManager TrustManagerFactory X509ExtendedTrustManager "
                + "X509TrustManager"
        ),
        ("java.util", "Base64 HashMap Hashtable Map Properties Random UUID"),
        ("java.util.concurrent", "ThreadLocalRandom"),
    ]

    /// Gives the classes of packages that are brought in whole their full names.
    ///
    /// A name that the file imports by itself, or declares, stays what it is.
    mutating func nameWildcards() {
        guard syntax.imports == .java || syntax.imports == .scala else { return }
        var packages: Set<String> = []
        for name in out.imports where name.path.hasSuffix(".*") || name.path.hasSuffix("._") {
            packages.insert(String(name.path.dropLast(2)))
        }
        guard !packages.isEmpty else { return }
        let own = Set(out.blocks.lazy.filter { $0.kind == .type }.map(\.name))
        for (package, names) in CodeParser.classes where packages.contains(package) {
            var path: [UInt32] = []
            for part in package.split(separator: ".") {
                path.append(out.symbols.intern(String(part)))
            }
            for name in names.split(separator: " ") {
                guard let symbol = out.symbols.find(String(name)), out.aliases[symbol] == nil,
                    !own.contains(symbol)
                else { continue }
                let place = UInt32(out.paths.count)
                out.paths.append(contentsOf: path + [symbol])
                out.aliases[symbol] = (place, UInt32(path.count) + 1)
            }
        }
    }
}
