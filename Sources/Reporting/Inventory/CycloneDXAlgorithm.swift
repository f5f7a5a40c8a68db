internal import CryptoPolicy

/// What CycloneDX 1.6 says of an algorithm (`algorithmProperties`).
struct CycloneDXAlgorithm {
    private let item: CryptoItem

    init(_ item: CryptoItem) { self.item = item }

    func write(to json: JSONWriter) {
        json.object("algorithmProperties") {
            json.member("primitive", primitive)
            json.member("parameterSetIdentifier", ifPresent: parameterSet)
            json.member("curve", ifPresent: item.parameters.curve)
            json.member("mode", ifPresent: mode)
            json.member("padding", ifPresent: padding)
            if !functions.isEmpty { json.member("cryptoFunctions", functions) }
            if let level = classicalLevel { json.member("classicalSecurityLevel", level) }
            if let level = quantumLevel { json.member("nistQuantumSecurityLevel", level) }
        }
    }

    private var primitive: String {
        if item.isUnknown { return "unknown" }
        switch item.kind {
        case .hash: return item.name.hasPrefix("SHAKE") ? "xof" : "hash"
        case .mac: return "mac"
        case .cipher:
            if isAuthenticated { return "ae" }
            return ["RC4", "ChaCha20", "Salsa20"].contains(item.name)
                ? "stream-cipher" : "block-cipher"
        case .mode: return "block-cipher"
        case .kdf: return "kdf"
        case .signature: return "signature"
        case .encryption: return "pke"
        case .keyAgreement: return "key-agree"
        case .kem: return "kem"
        case .random: return "drbg"
        case .curve:
            if item.name.hasPrefix("Ed") { return "signature" }
            return item.name.hasPrefix("X") ? "key-agree" : "other"
        case .token:
            if item.name.hasPrefix("HS") { return "mac" }
            return ["RS", "PS", "ES", "Ed"].contains { item.name.hasPrefix($0) }
                ? "signature" : "other"
        default: return "other"
        }
    }

    private var isAuthenticated: Bool {
        item.name.contains("Poly1305") || item.name.contains("poly1305")
            || item.name.contains("gcm")
            || ["GCM", "CCM", "CCM8", "EAX", "OCB", "SIV", "GCM-SIV"].contains(
                item.parameters.mode)
    }

    private var mode: String? {
        item.parameters.mode.map { mode in
            let word = mode.lowercased()
            return ["cbc", "ecb", "ccm", "gcm", "cfb", "ofb", "ctr"].contains(word)
                ? word : "other"
        }
    }

    private var padding: String? {
        item.parameters.padding.map { padding in
            switch padding {
            case "PKCS7": "pkcs7"
            case "PKCS1": "pkcs1v15"
            case "OAEP": "oaep"
            case "none": "raw"
            default: "other"
            }
        }
    }

    private var functions: [String] {
        switch primitive {
        case "hash", "xof": ["digest"]
        case "mac": ["tag"]
        case "ae", "block-cipher", "stream-cipher", "pke": ["encrypt", "decrypt"]
        case "kdf": ["keyderive"]
        case "signature": ["sign", "verify"]
        case "kem": ["encapsulate", "decapsulate"]
        case "drbg": ["generate"]
        default: []
        }
    }

    private var parameterSet: String? {
        item.parameters.bits.map(String.init)
            ?? item.name.split(separator: "-").last.flatMap { part in
                Int(part).map(String.init)
            }
    }

    /// - Source: NIST SP 800-57 Part 1 r5, tables 2 and 3.
    private var classicalLevel: Int? {
        let bits = item.parameters.bits
        switch item.kind {
        case .hash: return digestBits.map { $0 / 2 }
        case .cipher:
            if item.name.hasPrefix("3DES") { return 112 }
            if item.name.hasPrefix("AES") || item.name.hasPrefix("Camellia") { return bits }
            return item.name.hasPrefix("ChaCha20") ? 256 : nil
        case .curve: return bits.map { $0 / 2 }
        case .encryption, .signature, .keyAgreement:
            guard item.parameters.curve == nil else { return bits.map { $0 / 2 } }
            return bits.map(CycloneDXAlgorithm.levelOfModulus)
        default: return nil
        }
    }

    private static func levelOfModulus(_ bits: Int) -> Int {
        switch bits {
        case ..<1024: 0
        case ..<2048: 80
        case ..<3072: 112
        case ..<7680: 128
        case ..<15_360: 192
        default: 256
        }
    }

    private var digestBits: Int? {
        switch item.name {
        case "SHA-224", "SHA-512/224", "SHA3-224": 224
        case "SHA-256", "SHA-512/256", "SHA3-256", "SM3": 256
        case "SHA-384", "SHA3-384": 384
        case "SHA-512", "SHA3-512", "BLAKE2b": 512
        default: nil
        }
    }

    /// - Source: NIST's call for proposals for post-quantum cryptography (2016), §4.A.5; FIPS 203
    ///   and 204.
    private var quantumLevel: Int? {
        switch item.kind {
        case .signature, .encryption, .keyAgreement, .kem, .curve:
            switch item.name {
            case "ML-KEM-512": return 1
            case "ML-KEM-768", "X25519MLKEM768", "SecP256r1MLKEM768", "ML-DSA-65": return 3
            case "ML-DSA-44": return 2
            case "ML-KEM-1024", "SecP384r1MLKEM1024", "ML-DSA-87": return 5
            default:
                let isClassical = ["RSA", "ECD", "DSA", "DH", "P-", "X", "Ed", "secp", "EC"]
                    .contains { item.name.hasPrefix($0) }
                return isClassical ? 0 : nil
            }
        case .hash:
            return switch digestBits {
            case 256: 2
            case 384: 4
            case 512: 5
            default: nil
            }
        case .cipher:
            guard item.name.hasPrefix("AES") else { return nil }
            return switch item.parameters.bits {
            case 128: 1
            case 192: 3
            case 256: 5
            default: nil
            }
        default: return nil
        }
    }
}
