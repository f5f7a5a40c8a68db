/// The parts of a name that is put together from parts, in whatever order and spelling.
struct AlgorithmAtoms {
    private var hashes: [String] = []
    private var ciphers: [(name: String, entry: String)] = []
    private var modes: [String] = []
    private var padding: String?
    private var macs: [String] = []
    private var keys: [String] = []
    private var isPasswordBased = false
    private var isPBKDF2 = false
    private var numbers: [Int] = []

    private enum Atom {
        case hash(String), cipher(String, String), mode(String), padding(String), mac(String)
        case key(String), pbe, pbkdf2, filler
    }

    /// Takes a name apart; `nil` where anything in it is not known.
    static func read(_ name: String) -> AlgorithmAtoms? {
        // `rsa_pss_rsae_sha256`: a key for any RSA signature, which says nothing more.
        let bytes = name.replacing("_rsae_", with: "_").utf8.filter {
            ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39)
        }
        guard !bytes.isEmpty, bytes.count <= 96 else { return nil }
        var atoms = AlgorithmAtoms()
        var index = 0
        var hasMeaning = false
        scan: while index < bytes.count {
            var length = min(longest, bytes.count - index)
            while length > 0 {
                let word = String(decoding: bytes[index..<index + length], as: UTF8.self)
                if let atom = vocabulary[word] {
                    if case .filler = atom {} else { hasMeaning = true }
                    atoms.take(atom)
                    index += length
                    continue scan
                }
                length -= 1
            }
            var end = index
            while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
            guard end > index,
                let number = Int(String(decoding: bytes[index..<end], as: UTF8.self))
            else { return nil }
            atoms.numbers.append(number)
            index = end
        }
        return hasMeaning ? atoms : nil
    }

    private mutating func take(_ atom: Atom) {
        switch atom {
        case .hash(let name): hashes.append(name)
        case .cipher(let name, let entry):
            // `des-ede3`, `chacha20-poly1305`: the later part says more.
            if ciphers.last?.name == "DES", name == "3DES" { ciphers.removeLast() }
            ciphers.append((name, entry))
        case .mode(let name): modes.append(name)
        case .padding(let name): padding = name
        case .mac(let name): macs.append(name)
        case .key(let name): keys.append(name)
        case .pbe: isPasswordBased = true
        case .pbkdf2: isPBKDF2 = true
        case .filler: break
        }
    }

    func algorithm() -> AlgorithmName? {
        if isPBKDF2 { return derivation() }
        if isPasswordBased { return passwordBased() }
        if !macs.isEmpty, macs.first != "Poly1305" || ciphers.isEmpty { return mac() }
        if let key = keys.first { return asymmetric(key) }
        if let cipher = ciphers.first { return symmetric(cipher.name, cipher.entry) }
        if let hash = hashes.first {
            // `SHA-265` is no SHA-1 with a number.
            if hash == "SHA-1", !numbers.isEmpty { return nil }
            return AlgorithmName(hash, .hash, entries: AlgorithmAtoms.entries(ofHash: hash))
        }
        if let mode = modes.first {
            return AlgorithmName(
                mode, .mode, mode: mode, entries: AlgorithmAtoms.entries(ofMode: mode))
        }
        return nil
    }

    private func derivation() -> AlgorithmName {
        let entries: [String] =
            switch hashes.first {
            case "SHA-1": ["kdf-pbkdf2-sha1"]
            case "SHA-256": ["kdf-pbkdf2-sha256"]
            case "SHA-384", "SHA-512": ["kdf-pbkdf2-sha512"]
            case "MD5": ["hash-md5"]
            default: []
            }
        return AlgorithmName("PBKDF2", .kdf, digest: hashes.first, entries: entries)
    }

    private func passwordBased() -> AlgorithmName {
        let isOld = ciphers.contains { $0.name == "DES" || $0.name == "RC2" || $0.name == "RC4" }
        var entries: [String] = []
        if isOld || hashes.contains("MD5") || hashes.contains("MD2") {
            entries.append("kdf-pbe-des")
        } else if ciphers.contains(where: { $0.name == "3DES" }) {
            entries.append("kdf-pkcs12-old")
        } else if macs.contains("HMAC"), hashes.contains("SHA-1") {
            entries.append("kdf-pbkdf2-sha1")
        } else if hashes.contains("SHA-1") {
            entries.append("kdf-pkcs12-old")
        }
        return AlgorithmName(
            "PBE", .kdf, size: size(128...256), digest: hashes.first, entries: entries)
    }

    private func mac() -> AlgorithmName {
        let name = macs[0]
        let tag = numbers.first { $0 >= 16 && $0 <= 128 }
        var entries: [String] = []
        switch (name, hashes.first) {
        case ("HMAC", "MD5"), ("HMAC", "MD4"), ("HMAC", "MD2"): entries.append("mac-hmac-md5")
        case ("HMAC", "SHA-1"): entries.append("mac-hmac-sha1")
        case ("HMAC", "RIPEMD-160"): entries.append("hash-ripemd160")
        case ("CBC-MAC", _): entries.append("mac-cbcmac")
        default: entries.append("mac-hmac-sha2")
        }
        if name == "HMAC", ciphers.contains(where: { $0.name == "DES" }) {
            entries = ["mac-cbcmac"]
        }
        if name == "HMAC", let tag, tag < 128 { entries.append("mac-truncated") }
        return AlgorithmName(
            name, .mac, digest: hashes.first, tagBits: name == "HMAC" ? tag : nil, entries: entries)
    }

    private func asymmetric(_ key: String) -> AlgorithmName? {
        let digest = hashes.first
        if key == "ElGamal" {
            return AlgorithmName(key, .encryption, padding: padding, entries: ["enc-elgamal"])
        }
        if key == "ECDH" || key == "DH" || key == "EC" {
            return AlgorithmName(key, .keyAgreement, entries: [])
        }
        let isTransformation = modes.contains("ECB") || padding == "OAEP" || padding == "none"
        if key == "RSA", padding != "PSS", isTransformation || (padding == "PKCS1" && digest == nil)
        {
            let entries: [String] =
                switch padding {
                case "OAEP": digest == nil || digest == "SHA-1" ? ["enc-rsa-oaep-sha1"] : []
                case "none": ["enc-rsa-raw"]
                default: ["enc-rsa-pkcs1v15"]
                }
            return AlgorithmName(
                "RSA", .encryption, padding: padding ?? "PKCS1", digest: digest, entries: entries)
        }
        if let digest {
            var entries: [String] =
                switch digest {
                case "MD2", "MD4", "MD5": ["sig-rsa-pkcs1-md5"]
                case "SHA-1", "SHA-0": ["sig-sha1"]
                default:
                    key == "RSA"
                        ? [padding == "PSS" ? "sig-rsa-pss" : "sig-rsa-pkcs1v15"]
                        : key == "ECDSA" ? ["sig-ecdsa"] : []
                }
            if key == "DSA" { entries.append("key-dsa") }
            return AlgorithmName(
                key, .signature, padding: padding, digest: digest, entries: entries)
        }
        if key == "DSA" {
            return AlgorithmName(key, .signature, size: size(512...4096), entries: ["key-dsa"])
        }
        guard key == "RSA", padding == nil else {
            return AlgorithmName(
                key, .signature, padding: padding,
                entries: padding == "PSS" ? ["sig-rsa-pss"] : key == "ECDSA" ? ["sig-ecdsa"] : [])
        }
        let bits = size(256...16_384)
        return AlgorithmName("RSA", .key, size: bits, entries: bits.map(AlgorithmAtoms.rsa) ?? [])
    }

    private static func rsa(_ bits: Int) -> [String] {
        bits < 1024
            ? ["key-rsa-lt-1024"]
            : bits < 2048 ? ["key-rsa-1024"] : bits < 3072 ? ["key-rsa-2048"] : ["key-rsa-3072"]
    }

    private func symmetric(_ name: String, _ entry: String) -> AlgorithmName {
        var entries = [entry]
        let isChaChaPoly = name == "ChaCha20" && macs.contains("Poly1305")
        if name == "ChaCha20" || name == "Salsa20" {
            entries = [isChaChaPoly ? "cipher-chacha20" : "cipher-salsa20"]
        }
        if let mode = modes.first { entries += AlgorithmAtoms.entries(ofMode: mode) }
        return AlgorithmName(
            isChaChaPoly ? "ChaCha20-Poly1305" : name, .cipher, mode: modes.first,
            padding: padding == "PKCS1" ? nil : padding, size: size(40...512), entries: entries)
    }

    private func size(_ range: ClosedRange<Int>) -> Int? { numbers.first { range.contains($0) } }

    private static func entries(ofHash name: String) -> [String] {
        switch name {
        case "MD2": ["hash-md2"]
        case "MD4": ["hash-md4"]
        case "MD5": ["hash-md5"]
        case "SHA-0": ["hash-sha0"]
        case "SHA-1": ["hash-sha1"]
        case "RIPEMD-128": ["hash-ripemd128"]
        case "RIPEMD-160": ["hash-ripemd160"]
        case "Tiger", "HAVAL", "GOST94": ["hash-tiger-haval-gost94"]
        case "CRC": ["hash-crc-adler"]
        case "SHA-224", "SHA-512/224", "SHA3-224": ["hash-sha224"]
        case "SHA-256", "SHA-512/256": ["hash-sha256"]
        case "SHA-384", "SHA-512": ["hash-sha384-512"]
        case "BLAKE2", "BLAKE2b", "BLAKE2s", "BLAKE3": ["hash-blake"]
        default: name.hasPrefix("SHA3") || name.hasPrefix("SHAKE") ? ["hash-sha3"] : []
        }
    }

    private static func entries(ofMode mode: String) -> [String] {
        switch mode {
        case "ECB": ["mode-ecb"]
        case "CBC": ["mode-cbc"]
        case "CTR", "OFB", "CFB": ["mode-ctr-ofb-cfb"]
        case "GCM": ["mode-gcm"]
        case "CCM", "EAX", "OCB": ["mode-ccm-eax-ocb"]
        case "CCM8": ["mode-gcm-short-tag"]
        case "SIV", "GCM-SIV": ["mode-siv-gcmsiv"]
        case "XTS": ["mode-xts"]
        case "KW": ["mode-keywrap"]
        case "PCBC", "IGE", "LRW": ["mode-lrw-pcbc"]
        default: []
        }
    }

    private static let longest = 24

    private static let vocabulary: [String: Atom] = {
        var words: [String: Atom] = [:]
        func add(_ atom: Atom, _ names: String) {
            for name in names.split(separator: " ") { words[String(name)] = atom }
        }
        add(.hash("MD2"), "md2")
        add(.hash("MD4"), "md4")
        add(.hash("MD5"), "md5 md5sum md5sha1")
        add(.hash("SHA-0"), "sha0")
        add(.hash("SHA-1"), "sha1 sha sha160 sha1sum")
        for bits in ["224", "256", "384", "512"] {
            add(.hash("SHA-" + bits), "sha\(bits) sha2\(bits) sha\(bits)sum")
            add(.hash("SHA3-" + bits), "sha3\(bits) keccak\(bits)")
        }
        add(.hash("SHA-512/224"), "sha512224 sha512t224")
        add(.hash("SHA-512/256"), "sha512256 sha512t256")
        add(.hash("SHAKE128"), "shake128")
        add(.hash("SHAKE256"), "shake256")
        add(.hash("BLAKE2"), "blake2")
        add(.hash("BLAKE2b"), "blake2b blake2b512 blake2b384 blake2b256 blake2b160")
        add(.hash("BLAKE2s"), "blake2s blake2s256 blake2s128")
        add(.hash("BLAKE3"), "blake3")
        add(.hash("RIPEMD-128"), "ripemd128")
        add(.hash("RIPEMD-160"), "ripemd160 rmd160 ripemd rmd")
        add(.hash("Tiger"), "tiger tiger128 tiger160 tiger192")
        add(.hash("HAVAL"), "haval haval128 haval160 haval256")
        add(.hash("GOST94"), "gost94 gostr341194 mdgost94")
        add(
            .hash("CRC"),
            "crc32 crc32b crc32c adler32 fnv1a fnv132 fnv164 murmur3 xxh32 xxh64 xxh128 xxh3 joaat")
        add(.hash("Whirlpool"), "whirlpool")
        add(.hash("SM3"), "sm3")
        add(.hash("Streebog"), "streebog256 streebog512")
        add(.cipher("DES", "cipher-des"), "des singledes descbc1")
        add(
            .cipher("3DES", "cipher-3des"),
            "3des tripledes desede desede3 des3 tdea tdes ede3 ede 3desede desedeede cbc3")
        add(.cipher("RC4", "cipher-rc4"), "rc4 arcfour arc4 arcfour128 arcfour256")
        add(.cipher("RC2", "cipher-rc2"), "rc2")
        add(.cipher("RC5", "cipher-rc5"), "rc5")
        add(.cipher("Blowfish", "cipher-blowfish"), "blowfish bf")
        add(.cipher("CAST5", "cipher-cast5"), "cast5 cast128 cast")
        add(.cipher("IDEA", "cipher-idea"), "idea")
        add(.cipher("SEED", "cipher-camellia-aria"), "seed")
        add(
            .cipher("64-bit cipher", "cipher-seed-64"),
            "skipjack misty1 kasumi xtea tea gost89 gost28147 khazad")
        add(.cipher("AES", "cipher-aes"), "aes rijndael")
        add(.cipher("ChaCha20", "cipher-chacha20"), "chacha20 chacha xchacha20 chachapoly xchacha")
        add(.cipher("Salsa20", "cipher-salsa20"), "salsa20 xsalsa20")
        add(.cipher("Camellia", "cipher-camellia-aria"), "camellia")
        add(.cipher("ARIA", "cipher-camellia-aria"), "aria")
        add(.cipher("SM4", "cipher-camellia-aria"), "sm4")
        add(.cipher("Twofish", "cipher-camellia-aria"), "twofish")
        add(.cipher("Serpent", "cipher-camellia-aria"), "serpent")
        add(.mode("ECB"), "ecb")
        add(.mode("CBC"), "cbc")
        add(.mode("CTR"), "ctr")
        add(.mode("OFB"), "ofb ofb64 ofb128")
        add(.mode("CFB"), "cfb cfb1 cfb8 cfb64 cfb128")
        add(.mode("CTS"), "cts")
        add(.mode("GCM"), "gcm")
        add(.mode("CCM"), "ccm")
        add(.mode("CCM8"), "ccm8")
        add(.mode("SIV"), "siv")
        add(.mode("GCM-SIV"), "gcmsiv")
        add(.mode("OCB"), "ocb")
        add(.mode("EAX"), "eax")
        add(.mode("XTS"), "xts")
        add(.mode("KW"), "wrap kw kwp keywrap")
        add(.mode("PCBC"), "pcbc")
        add(.mode("IGE"), "ige")
        add(.mode("LRW"), "lrw")
        add(.padding("PKCS7"), "pkcs5padding pkcs7padding pkcs7 pkcs5")
        add(.padding("none"), "nopadding nopad zeropadding")
        add(.padding("PKCS1"), "pkcs1padding pkcs1 pkcs1v15 rsaespkcs1v15padding")
        add(.padding("OAEP"), "oaep oaeppadding pkcs1oaep pkcs1oaeppadding")
        add(.padding("PSS"), "pss pkcs1pss pkcs1psspadding")
        add(.padding("ISO10126"), "iso10126padding iso10126")
        add(.mac("HMAC"), "hmac hmacwith kcchmacalg")
        add(.mac("CMAC"), "cmac omac")
        add(.mac("GMAC"), "gmac")
        add(.mac("KMAC"), "kmac kmac128 kmac256")
        add(.mac("CBC-MAC"), "cbcmac")
        add(.mac("Poly1305"), "poly1305 poly")
        add(.mac("SipHash"), "siphash siphash24")
        add(.key("RSA"), "rsa rsaes rsassa rsaencryption")
        add(.key("DSA"), "dsa dss")
        add(.key("ECDSA"), "ecdsa")
        add(.key("ECDH"), "ecdh ecdhe xdh")
        add(.key("EC"), "ec ecc eckey")
        add(.key("DH"), "dh diffiehellman dhe")
        add(.key("ElGamal"), "elgamal")
        add(.pbe, "pbe pbewith pbes1 pbes2")
        add(.pbkdf2, "pbkdf2 pbkdf2with pbkdf2hmac")
        add(
            .filler,
            """
            with and in format p1363format encryption enc padding id evp mgf1 mgf1padding none \
            algorithm kccalgorithm kccoption kccpbkdf2 kcc mode cipher hash digest message bit bits key calg \
            mcrypt gcrymd gcry cryptoserviceprovider managed cng sign signature etm keytype spec \
            context ciphermode openssl kseckeyalgorithm ciphers symmetric prf
            """)
        return words
    }()
}
