internal import ScanModel

/// Certificates, requests, lists and keys for examples: well-formed DER whose signatures are
/// random, made from options.
struct ExampleCertificate {
    /// The placeholders that it fills.
    static let placeholders = [
        "certificate", "request", "revocation-list", "dh-parameters", "public-key", "ssh-key",
        "private-key",
    ]
    private static let options = [
        "key", "exponent", "same", "form", "from", "until", "cn", "issuer", "san", "ca", "path",
        "usage", "signature", "serial",
    ]

    private let options: ExampleOptions
    private let name: String

    init(_ name: String, options: String, date: CalendarDate) throws(ExampleError) {
        self.name = name
        self.options = try ExampleOptions(options, known: Self.options, date: date)
    }

    /// The text: base64 in lines of 64 with `indent` before all but the first, on one line with
    /// `form=line`, or the bytes themselves with `form=der`.
    func draw(indent: [UInt8], using generator: inout SplitMix64) throws(ExampleError) -> [UInt8] {
        let bytes = try der(&generator)
        let form = options["form"] ?? (name == "ssh-key" ? "line" : "lines")
        if form == "der" { return bytes }
        let encoded = ExampleBase64.encode(bytes)
        if form == "line" { return encoded }
        var text: [UInt8] = []
        for start in stride(from: 0, to: encoded.count, by: 64) {
            if start > 0 { text += [UInt8(ascii: "\n")] + indent }
            text += encoded[start..<min(encoded.count, start + 64)]
        }
        return text
    }

    private func der(_ generator: inout SplitMix64) throws(ExampleError) -> [UInt8] {
        switch name {
        case "dh-parameters":
            let bits = options["key"].flatMap { Int($0) } ?? 2048
            guard (256...16_384).contains(bits), bits % 8 == 0 else {
                throw ExampleError(.badLength, "⟦dh-parameters⟧ needs a size, such as 1024")
            }
            let prime = [0x80] + random(bits / 8 - 1, &generator)
            return ExampleDER.sequence(ExampleDER.integer(prime), ExampleDER.integer([2]))
        case "revocation-list": return try revocationList(&generator)
        case "certificate": return try certificate(&generator)
        case "request": return try request(&generator)
        default: break
        }
        let key = try key(&generator)
        let bytes =
            switch name {
            case "ssh-key": key.sshBlob
            case "private-key": key.privateKey
            default: key.publicKeyInfo
            }
        guard let bytes else {
            throw ExampleError(.unknownPlaceholder, "⟦\(name)⟧ cannot be made of this key")
        }
        return bytes
    }

    private func random(_ count: Int, _ generator: inout SplitMix64) -> [UInt8] {
        (0..<count).map { _ in UInt8(generator.next(below: 256)) }
    }

    /// The key; with `same=WORD` one that follows from the word.
    private func key(_ generator: inout SplitMix64) throws(ExampleError) -> ExampleKey {
        let kind = options["key"] ?? "p256"
        let exponent = options["exponent"].flatMap { Int($0) }
        if let word = options["same"] {
            var own = SplitMix64(seed: word.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
            return try ExampleKey(kind, exponent: exponent, using: &own)
        }
        return try ExampleKey(kind, exponent: exponent, using: &generator)
    }

    /// AlgorithmIdentifiers by the names that `signature` takes.
    private static let schemes: [String: [UInt8]] = [
        "md5": [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x04],
        "sha1": [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05],
        "sha256": [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B],
        "ecdsa-sha1": [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01],
        "ecdsa-sha256": [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02],
        // Without parameters it is SHA-1.
        "pss-sha1": [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A],
    ]

    private func scheme() throws(ExampleError) -> [UInt8] {
        let name = options["signature"] ?? "ecdsa-sha256"
        guard let identifier = Self.schemes[name] else {
            throw ExampleError(
                .unknownPlaceholder,
                "unknown signature \(name); expected one of "
                    + Self.schemes.keys.sorted().joined(separator: " "))
        }
        return ExampleDER.sequence(ExampleDER.identifier(identifier))
    }

    /// A name with nothing but a common name.
    private func name(_ text: String) -> [UInt8] {
        ExampleDER.sequence(
            ExampleDER.element(
                0x31,
                ExampleDER.sequence(
                    ExampleDER.identifier([0x55, 0x04, 0x03]),
                    ExampleDER.element(0x0C, Array(text.utf8)))))
    }

    private var commonName: String { options["cn"] ?? "shop.acme.invalid" }

    private func issuer() -> [UInt8] {
        let issuer = options["issuer"] ?? "Acme Issuing 7"
        return name(issuer == "self" ? commonName : issuer)
    }

    private func signed(
        _ body: [UInt8], _ generator: inout SplitMix64
    ) throws(ExampleError) -> [UInt8] {
        ExampleDER.sequence(body, try scheme(), ExampleDER.bitString(random(70, &generator)))
    }

    private func certificate(_ generator: inout SplitMix64) throws(ExampleError) -> [UInt8] {
        let key = try key(&generator)
        let serial = options["serial"].flatMap { UInt8($0) }.map { [$0] } ?? random(16, &generator)
        let body = ExampleDER.sequence(
            ExampleDER.element(0xA0, ExampleDER.integer([2])), ExampleDER.integer(serial),
            try scheme(), issuer(),
            ExampleDER.sequence(
                try options.time("from", default: "-5d"),
                try options.time("until", default: "+40d")),
            name(commonName), key.publicKeyInfo,
            ExampleDER.element(0xA3, ExampleDER.element(0x30, extensions())))
        return try signed(body, &generator)
    }

    private func request(_ generator: inout SplitMix64) throws(ExampleError) -> [UInt8] {
        let key = try key(&generator)
        let body = ExampleDER.sequence(
            ExampleDER.integer([0]), name(commonName), key.publicKeyInfo,
            ExampleDER.element(0xA0, []))
        return try signed(body, &generator)
    }

    private func revocationList(_ generator: inout SplitMix64) throws(ExampleError) -> [UInt8] {
        let body = ExampleDER.sequence(
            ExampleDER.integer([1]), try scheme(), issuer(),
            try options.time("from", default: "-5d"), try options.time("until", default: "+25d"))
        return try signed(body, &generator)
    }

    /// basicConstraints, keyUsage, extKeyUsage and subjectAltName, as far as asked for.
    private func extensions() -> [UInt8] {
        func extended(_ last: UInt8, _ value: [UInt8]) -> [UInt8] {
            ExampleDER.sequence(
                ExampleDER.identifier([0x55, 0x1D, last]), ExampleDER.octetString(value))
        }
        let isAuthority = options["ca"] == "true"
        let usage = options.list("usage") ?? (isAuthority ? ["sign"] : ["server"])
        var list: [UInt8] = []
        if let authority = options["ca"], authority != "none" {
            let length = options["path"].flatMap { UInt8($0) }
            list += extended(
                19,
                ExampleDER.sequence(
                    isAuthority ? [0x01, 0x01, 0xFF] : [],
                    length.map { ExampleDER.integer([$0]) } ?? []))
        }
        if usage.contains("sign") { list += extended(15, [0x03, 0x02, 0x02, 0x04]) }
        var purposes: [UInt8] = []
        for (word, last) in [("server", 1), ("client", 2)] as [(String, UInt8)]
        where usage.contains(word) {
            purposes += ExampleDER.identifier([0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, last])
        }
        if !purposes.isEmpty { list += extended(37, ExampleDER.sequence(purposes)) }
        let names = options.list("san") ?? (isAuthority ? ["none"] : [commonName])
        if names != ["none"] {
            let encoded = names.flatMap { ExampleDER.element(0x82, Array($0.utf8)) }
            list += extended(17, ExampleDER.sequence(encoded))
        }
        return list
    }
}
