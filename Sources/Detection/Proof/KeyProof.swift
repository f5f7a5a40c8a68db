internal import KeyMaterial
internal import Rules
internal import ScanModel

/// What a private key says of itself, beyond what its rule's validators have said.
struct KeyProof {
    /// More that is known, a sentence each.
    private(set) var evidence: [Evidence] = []
    /// Names of the public half, as it is written and as it was computed.
    private(set) var digests: [Fingerprint] = []

    /// Most keys of one OpenPGP block that are looked up.
    private static let maxSubkeys = 16
    /// Longer values are no keys.
    private static let maxBytes = 64 << 10

    /// Looks at a value that a rule took for a secret.
    ///
    /// - Parameter range: where the value stands in `text`.
    /// - Returns: `nil` when it is no private key.
    init?(
        of range: Range<Int>, in text: UnsafeRawBufferPointer, _ rule: Rule, key: FingerprintKey
    ) {
        let value = UnsafeRawBufferPointer(rebasing: text[range])
        guard value.count <= Self.maxBytes, value.count >= 40 else { return nil }
        if rule.id.family == "jwk" {
            guard let object = JSONWebKey.object(around: range.lowerBound, in: text),
                let found = JSONWebKey(Array(text[object])), found.isPrivate
            else { return nil }
            let size = found.bits.map { " of \($0) bits" } ?? ""
            evidence.append(
                Evidence(
                    .consistent, "It belongs to a JSON Web Key of type \(found.shownType)\(size)."))
            add(found.pair, key)
            return
        }
        let start = Array(value.prefix(64))
        if rule.id.rawValue.hasPrefix("private-key.keystore") {
            guard let store = KeyStoreInfo.read(text) else { return nil }
            add(store)
        } else if start.contains(UInt8(ascii: "-")), KeyProof.holdsFrame(value) {
            if !rule.validators.contains(PEMPrivateKeyValidator.name),
                case .valid(let said) = PEMPrivateKeyValidator().judge(value)
            {
                evidence.append(said)
            }
            if let protection = KeyProtection.read(value) { add(protection) }
            if let pair = KeyPair.read(value) { add(pair, key) }
            for half in OpenPGPPublicKey.read(value).prefix(KeyProof.maxSubkeys) {
                let digest = key.digest(of: half.identity)
                if !digests.contains(digest) { digests.append(digest) }
            }
        } else if start[0] == UInt8(ascii: "M"),
            let bytes = Base64Decoding.decode(Array(value), alphabet: .either, padding: .optional)
        {
            add(der: bytes, key)
        } else if start[0] == 0x30 {
            add(der: Array(value), key)
        } else {
            return nil
        }
        if evidence.isEmpty, digests.isEmpty { return nil }
    }

    private static func holdsFrame(_ value: UnsafeRawBufferPointer) -> Bool {
        NearbySearch.contains("private key-----", in: value)
            || NearbySearch.contains("private key block-----", in: value)
            || NearbySearch.contains("putty-user-key-file", in: value)
    }

    private mutating func add(der bytes: [UInt8], _ key: FingerprintKey) {
        guard bytes.first == 0x30 else { return }
        if let protection = KeyProtection.readDER(bytes) { add(protection) }
        if (try? PrivateKeyReader.readDER(bytes)) != nil, let pair = KeyPair.readDER(bytes) {
            add(pair, key)
        }
    }

    private mutating func add(_ store: KeyStoreInfo) {
        let count = store.keyCount.map { "\($0) of them private or secret keys" }
        evidence.append(
            Evidence(
                .consistent,
                "It is a store of keys and certificates (\(store.format.rawValue))"
                    + (count.map { ", \($0)." } ?? "; encryption hides what is in it.")))
        if let protection = store.protection { add(protection) }
    }

    private mutating func add(_ protection: KeyProtection) {
        evidence.append(
            Evidence(
                .consistent,
                "Its passphrase is stretched by \(protection)"
                    + (protection.isWeak ? ": guesses are cheap." : ".")))
    }

    private mutating func add(_ pair: KeyPair, _ key: FingerprintKey) {
        var computed: PublicKey?
        if let (curve, bytes) = pair.privateNumber { computed = PublicHalf.computed(curve, bytes) }
        if let computed, let written = pair.publicKey {
            evidence.append(
                computed.identity == written.identity
                    ? Evidence(.proven, "The public half beside it is the one computed from it.")
                    : Evidence(
                        .unverified, "The public half beside it is not the one computed from it."))
        }
        for half in [pair.publicKey, computed] {
            guard let half else { continue }
            let digest = key.digest(of: half.identity)
            if !digests.contains(digest) { digests.append(digest) }
        }
    }
}

extension JSONWebKey {
    /// Its type if it is one that RFC 7518 or RFC 8037 names: other words are not repeated.
    fileprivate var shownType: String {
        ["RSA", "EC", "OKP", "oct"].contains(type) ? type : "unknown"
    }
}
