package import CryptoNames

extension CryptoItem {
    /// The item of an algorithm's name.
    ///
    /// - Parameters:
    ///   - more: what the use tells beside the name; the name's own parameters come first.
    ///   - kind: what the use says it is, where the name alone leaves that open.
    /// - Returns: `nil` for what is no cryptography, such as a checksum.
    package init?(
        _ algorithm: AlgorithmName, _ more: AssetParameters = AssetParameters(),
        as kind: Kind? = nil
    ) {
        guard algorithm.primitive != "CRC" else { return nil }
        if algorithm.family == .ssh {
            guard let known = SSHAlgorithm(name: algorithm.primitive) else { return nil }
            self.init(known)
            return
        }
        var parameters = more
        parameters.bits = algorithm.size ?? more.bits
        parameters.mode = algorithm.mode ?? more.mode
        parameters.padding = algorithm.padding ?? more.padding
        parameters.digest = algorithm.digest ?? more.digest
        parameters.tagBits = algorithm.tagBits ?? more.tagBits
        if algorithm.family == .curve { parameters.curve = algorithm.primitive }
        let kind = Kind(algorithm, kind)
        var entries = algorithm.policyEntries
        if let curve = more.curve.flatMap({ AlgorithmName($0) }) {
            parameters.curve = curve.primitive
            parameters.bits = parameters.bits ?? curve.size
            entries += curve.policyEntries.filter { !entries.contains($0) }
        }
        if entries.isEmpty, CryptoItem.isClassical(algorithm) {
            entries = CryptoItem.entries(ofSized: algorithm.primitive, parameters.bits)
        }
        if kind == .cipher, let bits = parameters.bits, bits < 112, algorithm.primitive != "DES" {
            entries.append("key-symmetric-short")
        }
        self.init(
            kind, CryptoItem.name(of: algorithm, parameters, kind), parameters, entries: entries)
    }

    /// The item of a protocol's version.
    package init(_ version: ProtocolVersion) {
        self.init(.protocolVersion, version.title, entries: [version.policyEntry])
    }

    /// The item of a suite.
    package init(_ suite: CipherSuite) {
        let found = suite.weaknesses.map(\.rawValue)
        self.init(.cipherSuite, suite.title, entries: found.isEmpty ? ["suite-good"] : found)
    }

    /// The item of an algorithm of SSH.
    package init(_ algorithm: SSHAlgorithm) {
        self.init(
            Kind(algorithm.kind), "ssh:" + algorithm.name, entries: algorithm.policyEntries)
    }

    /// The item of a word of a list.
    package init(_ member: CipherMember) {
        switch member.kind {
        case .sshCipher, .sshMAC, .sshKeyExchange, .sshKey:
            self.init(Kind(member.kind), "ssh:" + member.name, entries: member.policyEntries)
        case .proposal:
            let item = AlgorithmName(member.name).flatMap { CryptoItem($0) }
            self.init(
                item?.kind ?? .cipher, item?.name ?? CryptoItem.unknownName,
                item?.parameters ?? AssetParameters(), entries: member.policyEntries)
        case .suite, .group:
            self.init(Kind(member.kind), member.name, entries: member.policyEntries)
        }
    }

    /// The item of a key.
    ///
    /// - Parameter curve: its curve, however it is spelled.
    package init(_ kind: Kind, key name: String, bits: Int?, curve: String? = nil) {
        let known = (curve ?? (name == "EC" ? nil : name)).flatMap { AlgorithmName($0) }
        if let known, known.family == .curve {
            self.init(
                kind, known.primitive,
                AssetParameters(bits: bits ?? known.size, curve: known.primitive),
                entries: known.policyEntries)
            return
        }
        let entries = name == "DSA" ? ["key-dsa"] : CryptoItem.entries(ofSized: name, bits)
        self.init(
            kind, bits.map { "\(name)-\($0)" } ?? name, AssetParameters(bits: bits),
            entries: entries)
    }

    /// Keys whose size decides, and that a quantum computer breaks.
    private static func entries(ofSized name: String, _ bits: Int?) -> [String] {
        guard let bits else { return ["key-classical"] }
        switch name {
        case "RSA":
            return AlgorithmName("rsa\(bits)")?.policyEntries ?? ["key-classical"]
        case "DH", "DSA":
            return bits < 2048
                ? ["key-dh-lt-2048"] : bits < 3072 ? ["key-dh-2048"] : ["key-dh-3072"]
        case "EC", "ECDH", "ECDSA":
            return bits < 224
                ? ["key-ec-lt-224"] : bits < 250 ? ["key-ec-p224"] : ["key-ec-nist"]
        default: return ["key-classical"]
        }
    }

    private static func isClassical(_ algorithm: AlgorithmName) -> Bool {
        switch algorithm.family {
        case .signature, .encryption, .keyAgreement, .key: true
        default: false
        }
    }

    private static func name(
        of algorithm: AlgorithmName, _ parameters: AssetParameters, _ kind: Kind
    ) -> String {
        let primitive = algorithm.primitive
        let digest = parameters.digest.map { "-" + $0 } ?? ""
        let size = parameters.bits.map { "-\($0)" } ?? ""
        switch algorithm.family {
        case .hash, .mode, .curve: return primitive
        case .jose: return primitive
        case .cipher:
            let sized = primitive == "AES" || primitive == "RC2" || primitive == "Camellia"
            return primitive + (sized ? size : "")
                + (parameters.mode.map { "-" + $0 } ?? "")
        case .mac: return primitive + digest
        case .kdf:
            return primitive == "PBKDF2" && !digest.isEmpty
                ? "PBKDF2-HMAC" + digest : primitive + digest
        case .signature, .encryption:
            guard primitive == "RSA" else { return primitive + digest }
            let head = algorithm.family == .signature ? "RSASSA" : "RSAES"
            switch parameters.padding {
            case "PSS": return "RSASSA-PSS" + digest
            case "OAEP": return "RSAES-OAEP" + digest
            case "none": return "RSA without padding"
            default: return head + "-PKCS1-v1_5" + digest
            }
        case .key, .keyAgreement:
            if primitive == "EC" || primitive == "ECDH", let curve = parameters.curve {
                return primitive + "-" + curve
            }
            return primitive + size
        case .postQuantum: return primitive + size
        case .ssh: return primitive
        }
    }
}

extension CryptoItem.Kind {
    /// The kind of an algorithm.
    fileprivate init(_ algorithm: AlgorithmName, _ asked: CryptoItem.Kind?) {
        switch algorithm.family {
        case .hash: self = .hash
        case .mac: self = .mac
        case .cipher: self = .cipher
        case .mode: self = .mode
        case .signature: self = asked == .key ? .key : .signature
        case .encryption: self = .encryption
        case .keyAgreement: self = asked == .key ? .key : .keyAgreement
        case .curve: self = asked == .key || asked == .keyAgreement ? asked ?? .curve : .curve
        case .kdf: self = .kdf
        case .key: self = asked == .signature || asked == .encryption ? asked ?? .key : .key
        case .jose: self = .token
        case .ssh: self = .key
        case .postQuantum:
            let isSignature = ["ML-DSA", "Dilithium", "SLH-DSA", "SPHINCS+", "Rainbow", "XMSS"]
                .contains(algorithm.primitive)
            self = isSignature || algorithm.primitive == "LMS" ? .signature : .kem
        }
    }

    fileprivate init(_ kind: CipherMember.Kind) {
        switch kind {
        case .suite: self = .cipherSuite
        case .group: self = .suiteGroup
        case .sshCipher, .proposal: self = .cipher
        case .sshMAC: self = .mac
        case .sshKeyExchange: self = .keyAgreement
        case .sshKey: self = .signature
        }
    }
}
