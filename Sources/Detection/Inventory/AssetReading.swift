internal import CryptoNames
internal import CryptoPolicy
internal import Rules

/// Makes assets of what a rule of the inventory takes out of a text.
struct AssetReading {
    /// A value of the text.
    struct Value {
        /// What stands there; `nil` where only the program can tell.
        let text: String?
        /// Whether it is a name of code and no text of its own.
        var isName = false
    }

    let rule: InventoryRule
    let kind: CryptoItem.Kind

    /// The items of one value.
    ///
    /// - Parameter parameters: what the use tells besides.
    func items(
        of value: Value, _ parameters: [InventoryRule.Parameter: Value]
    ) -> [CryptoItem] {
        if case .fixed(let name) = rule.subject, let entries = rule.entries {
            return [
                CryptoItem(
                    kind, name,
                    AssetParameters(
                        bits: number(.bits, parameters),
                        iterations: number(.iterations, parameters)), entries: entries)
            ]
        }
        guard let text = value.text else { return rule.ignoresUnknown ? [] : [.unknown(kind)] }
        let found: [CryptoItem]
        switch rule.reading {
        case .algorithm:
            let algorithm = AssetReading.algorithm(text, isName: value.isName)
            // A variable called `hmac` does not tell which.
            let isVague = value.isName && algorithm?.family == .mac && algorithm?.digest == nil
            let items = (isVague ? nil : algorithm).map {
                [item($0, parameters)].compactMap { $0 }
            }
            found =
                items.flatMap { $0.allSatisfy { isLikely($0, value) } ? $0 : nil } ?? unknown
        case .algorithms:
            found = ValueJudge.words(of: text).flatMap { word in
                AssetReading.algorithm(String(word), isName: false).map {
                    [item($0, parameters)].compactMap { $0 }
                } ?? unknown
            }
        case .protocols(let grammar):
            found =
                AssetReading.protocols(text, ProtocolGrammar(rawValue: grammar) ?? .list)
                ?? unknown
        case .ciphers(let grammar):
            let list = CipherList.parse(text, CipherGrammar(rawValue: grammar) ?? .openssl)
            found =
                list.members.isEmpty && !list.isRelative && !list.usesSystemProfile
                ? unknown : list.members.map { CryptoItem($0) }
        }
        return found
    }

    /// Whether what a name of code seems to be is what stands in such a place: a key that `bcrypt`
    /// derived is no cipher.
    private func isLikely(_ item: CryptoItem, _ value: Value) -> Bool {
        guard value.isName else { return true }
        return switch kind {
        case .hash, .mac, .kdf, .token: item.kind == kind
        case .cipher: item.kind == .cipher || item.kind == .encryption
        default: true
        }
    }

    private var unknown: [CryptoItem] { rule.ignoresUnknown ? [] : [.unknown(kind)] }

    /// Whether a name of code says something by itself, whatever it is called with.
    static func isTelling(_ name: String) -> Bool {
        algorithm(name, isName: true) != nil || ProtocolVersion(name: name) != nil
            || ProtocolVersion.isNegotiated(name: name)
    }

    /// An algorithm by its name; of names of code any part may be it, the last one first.
    private static func algorithm(_ text: String, isName: Bool) -> AlgorithmName? {
        if let whole = AlgorithmName(text) { return whole }
        guard isName, text.utf8.count <= 256 else { return nil }
        let parts = text.split { "./:\\()".contains($0) }
        for part in parts.reversed() {
            if let known = AlgorithmName(String(part)) ?? within(part) { return known }
        }
        return nil
    }

    /// The longest run of words of a constant or function that is a name: `CC_SHA256_Init`,
    /// `MBEDTLS_MD_SHA256`. Variables are called as anybody likes: their words tell nothing.
    private static func within(_ name: Substring) -> AlgorithmName? {
        guard name.contains("_"), name.first?.isUppercase == true else { return nil }
        var words = name.split(separator: "_").prefix(8)
        // The library of Windows, and no derivation.
        if words.first == "BCRYPT" { words.removeFirst() }
        for length in stride(from: words.count, to: 0, by: -1) {
            for start in words.indices where start + length <= words.endIndex {
                let run = words[start..<start + length].joined(separator: "-")
                if let known = AlgorithmName(run) { return known }
            }
        }
        return nil
    }

    private static func protocols(_ text: String, _ grammar: ProtocolGrammar) -> [CryptoItem]? {
        let set = ProtocolSet.parse(text, grammar)
        if set.named.isEmpty, set.isNegotiated || ProtocolVersion.isNegotiated(name: text) {
            return [CryptoItem(.protocolVersion, "TLS, version negotiated", entries: [])]
        }
        // Of a bound only what it names is sure: the other bound may stand elsewhere.
        let isBound = grammar == .minimum || grammar == .maximum
        let versions = set.enabled.filter {
            set.named[$0] != nil && (!isBound || $0 == set.minimumNamed)
                || !isBound && $0 > .ssl3
        }
        if !versions.isEmpty { return versions.sorted().map { CryptoItem($0) } }
        return set.disabled.isEmpty ? nil : []
    }

    /// The algorithm with what the use tells of its mode, size and digest.
    private func item(
        _ algorithm: AlgorithmName, _ given: [InventoryRule.Parameter: Value]
    ) -> CryptoItem? {
        var more = AssetParameters()
        var algorithm = algorithm
        more.bits =
            number(.bits, given) ?? number(.bytes, given).map { $0.multipliedClamped(by: 8) }
        more.iterations = number(.iterations, given)
        more.cost = number(.cost, given)
        let curve = name(.curve, given)
        if curve?.family == .curve { more.curve = curve?.primitive }
        let digest = name(.digest, given).flatMap { $0.family == .hash ? $0.primitive : $0.digest }
        switch algorithm.family {
        case .hash:
            if let whole = AssetReading.made(of: algorithm.primitive, as: kind) {
                return whole.item(more)
            }
        case .cipher:
            let mode = name(.mode, given)?.mode
            let size = more.bits.map { "-\($0)" } ?? ""
            for spelling in [size + (mode.map { "-" + $0 } ?? ""), mode.map { "-" + $0 } ?? ""]
            where algorithm.mode == nil && !spelling.isEmpty {
                guard let whole = AlgorithmName(algorithm.primitive + spelling) else { continue }
                algorithm = whole
                break
            }
        case .mac, .kdf, .signature:
            if algorithm.digest == nil, let digest,
                let whole = AlgorithmName(
                    [algorithm.primitive, algorithm.padding, digest].compactMap { $0 }
                        .joined(separator: "-"))
            {
                algorithm = whole
            }
        case .key where kind == .signature && digest != nil:
            algorithm =
                AlgorithmName("\(algorithm.primitive)-\(digest ?? "")") ?? algorithm
        default: break
        }
        more.padding = name(.padding, given)?.padding
        more.digest = digest
        return CryptoItem(algorithm, more, as: kind)
    }

    /// What a hash is the heart of, by what it is used for.
    private enum Whole {
        case algorithm(AlgorithmName)
        case signature(CryptoItem)

        func item(_ more: AssetParameters) -> CryptoItem? {
            switch self {
            case .algorithm(let name): CryptoItem(name, more)
            case .signature(let item): item
            }
        }
    }

    private static func made(of hash: String, as kind: CryptoItem.Kind) -> Whole? {
        switch kind {
        case .mac: return AlgorithmName("HMAC-" + hash).map { .algorithm($0) }
        case .kdf: return AlgorithmName("PBKDF2-" + hash).map { .algorithm($0) }
        case .signature:
            // The key decides whether it is RSA, DSA or ECDSA.
            let entries = AlgorithmName("RSA-" + hash)?.policyEntries ?? []
            let isSound = entries == ["sig-rsa-pkcs1v15"]
            return .signature(
                CryptoItem(
                    .signature, "signature with " + hash, AssetParameters(digest: hash),
                    entries: isSound ? ["key-classical"] : entries))
        default: return nil
        }
    }

    private func number(
        _ parameter: InventoryRule.Parameter, _ given: [InventoryRule.Parameter: Value]
    ) -> Int? {
        guard let text = given[parameter]?.text ?? rule.defaults[parameter],
            let number = ValueJudge.number(text), number >= 0, number <= 1e9
        else { return nil }
        return Int(number)
    }

    private func name(
        _ parameter: InventoryRule.Parameter, _ given: [InventoryRule.Parameter: Value]
    ) -> AlgorithmName? {
        if let value = given[parameter] {
            return value.text.flatMap { AssetReading.algorithm($0, isName: value.isName) }
        }
        return rule.defaults[parameter].flatMap { AlgorithmName($0) }
    }
}

extension Int {
    fileprivate func multipliedClamped(by factor: Int) -> Int {
        let (product, overflows) = multipliedReportingOverflow(by: factor)
        return overflows ? .max : product
    }
}
