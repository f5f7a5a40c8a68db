internal import KeyMaterial

/// Reads the keys and certificates of one blob, where a literal says that one may begin.
struct KeyItemReader {
    /// Longest PEM block or run of base64 that is read, in bytes.
    private static let maxBlockBytes = 1 << 20
    /// Most bytes of a beginning that a finding is about.
    private static let maxRangeBytes = 64
    /// Most items of one blob.
    private static let maxItems = 4096

    private let text: UnsafeRawBufferPointer

    /// Borrows `text`.
    init(_ text: UnsafeRawBufferPointer) { self.text = text }

    /// What stands at places of `RuleSet.keyMarkers`, or what the whole text is; in order of place.
    func items(at markers: [Int]) -> [KeyItem] {
        var found: [KeyItem] = []
        var last = -1
        for marker in markers.sorted() where marker != last && found.count < Self.maxItems {
            last = marker
            found += items(at: marker)
        }
        return found.isEmpty ? wholeText() : found
    }

    private func items(at start: Int) -> [KeyItem] {
        guard start >= 0, start < text.count else { return [] }
        switch text[start] {
        case UInt8(ascii: "-"): return pem(at: start)
        case UInt8(ascii: "L"): return encodedPEM(at: start)
        case UInt8(ascii: "A"):
            return
                (text[start...].starts(with: "ADAg".utf8)
                ? encodedDER(at: start - 10) : ssh(at: start)).map { [$0] } ?? []
        case UInt8(ascii: "g"): return encodedDER(at: start - 11).map { [$0] } ?? []
        case UInt8(ascii: "o"): return encodedDER(at: start - 8).map { [$0] } ?? []
        case UInt8(ascii: "\""): return jsonWebKey(at: start).map { [$0] } ?? []
        default: return []
        }
    }

    /// Whether a whole text may be the DER of something with a key, or a store of keys.
    static func mayBeWhole(_ text: UnsafeRawBufferPointer) -> Bool {
        guard text.count >= 44, text.count <= maxBlockBytes else { return false }
        switch (text[0], text[1]) {
        // The sequence has to fill the file exactly.
        case (0x30, 0x2A...0x7F): return text.count == 2 + Int(text[1])
        case (0x30, 0x81): return text.count == 3 + Int(text[2])
        case (0x30, 0x82): return text.count == 4 + Int(text[2]) << 8 + Int(text[3])
        case (0x30, 0x83):
            return text.count == 5 + Int(text[2]) << 16 + Int(text[3]) << 8 + Int(text[4])
        case (0xFE, 0xED), (0xCE, 0xCE): return text[2] == text[0] && text[3] == text[1]
        default: return false
        }
    }

    /// A text that is nothing but DER, or a store.
    private func wholeText() -> [KeyItem] {
        guard Self.mayBeWhole(text) else { return [] }
        let range = 0..<min(text.count, 16)
        let bytes = Array(text)
        let whole = bytes[0] == 0x30 ? der(bytes, label: nil, range, 0..<text.count) : []
        if !whole.isEmpty { return whole }
        var items = certificates(
            KeyStoreInfo.certificates(in: text), range: range, extent: 0..<text.count)
        if let protection = KeyStoreInfo.read(text)?.protection {
            items.append(
                KeyItem(
                    content: .store(protection), range: range, extent: 0..<text.count,
                    identity: bytes))
        }
        return items
    }

    private func certificates(
        _ bodies: [[UInt8]], range: Range<Int>, extent: Range<Int>
    ) -> [KeyItem] {
        bodies.prefix(Self.maxItems).compactMap { body in
            Certificate(der: body).map {
                KeyItem(content: .certificate($0), range: range, extent: extent, identity: body)
            }
        }
    }

    private func pem(at start: Int) -> [KeyItem] {
        let rest = UnsafeRawBufferPointer(
            rebasing: text[start..<min(text.count, start + Self.maxBlockBytes)])
        guard let end = Self.blockEnd(in: rest) else { return [] }
        let block = UnsafeRawBufferPointer(rebasing: rest[..<end])
        guard let reader = try? PEMReader(block),
            let decoded = try? reader.firstBlock(where: { _ in true })
        else { return [] }
        let header = start..<start + min(block.count, decoded.label.utf8.count + 16)
        if decoded.label.hasSuffix("PRIVATE KEY") {
            return privateKey(decoded, block, header, start..<start + end)
        }
        return der(decoded.body, label: decoded.label, header, start..<start + end)
    }

    /// Where the block's END line ends; `nil` when another block begins before it.
    ///
    /// No byte is looked at for two blocks, so that the whole costs what the text is long.
    private static func blockEnd(in block: UnsafeRawBufferPointer) -> Int? {
        guard block.count >= 20 else { return nil }
        var index = 11
        while index + 9 <= block.count {
            // Five dashes and `BEGIN` or `END`: the fifth dash is looked at first.
            if block[index + 4] != UInt8(ascii: "-") {
                index += 5
                continue
            }
            if block[index] == UInt8(ascii: "-"), block[index...].starts(with: "-----E".utf8) {
                return lineEnd(in: block, from: index + 9)
            }
            if block[index...].starts(with: "-----BEGIN".utf8) { return nil }
            index += 1
        }
        return nil
    }

    /// Where five dashes end that follow the label of an END line.
    private static func lineEnd(in block: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var dashes = 0
        for index in start..<min(block.count, start + 80) {
            dashes = block[index] == UInt8(ascii: "-") ? dashes + 1 : 0
            if dashes == 5 { return index + 1 }
        }
        return nil
    }

    private func der(
        _ body: [UInt8], label: String?, _ range: Range<Int>, _ extent: Range<Int>
    ) -> [KeyItem] {
        func item(_ content: KeyItem.Content) -> [KeyItem] {
            [KeyItem(content: content, range: range, extent: extent, identity: body)]
        }
        if label == "PGP PUBLIC KEY BLOCK" {
            return OpenPGPPublicKey.read(packets: body).first.map { item(.pgpKey($0)) } ?? []
        }
        if label?.contains("DH PARAMETERS") == true {
            return KeyExchangeParameters(der: body).map { item(.parameters($0)) } ?? []
        }
        if label?.hasSuffix("PUBLIC KEY") != true {
            // OpenSSL's trusted form has data of its own after the certificate.
            if let certificate = Certificate(der: body)
                ?? (label?.hasPrefix("TRUSTED") == true ? Self.trusted(body) : nil)
            {
                return item(.certificate(certificate))
            }
            if let request = CertificateRequest(der: body) { return item(.request(request)) }
            if let list = RevocationList(der: body) { return item(.revocationList(list)) }
            if let bodies = SignedBundle.certificates(der: body) {
                return certificates(bodies, range: range, extent: extent)
            }
        }
        let key = PublicKey.readDER(body)
        guard let strength = PublicKeyStrength(der: body), key != nil || label != nil else {
            return []
        }
        return item(.publicKey(key, strength))
    }

    private static func trusted(_ body: [UInt8]) -> Certificate? {
        guard body.count > 4, body[0] == 0x30, body[1] == 0x82 else { return nil }
        let length = Int(body[2]) << 8 | Int(body[3])
        guard length + 4 <= body.count else { return nil }
        return Certificate(der: Array(body[..<(length + 4)]))
    }

    private func privateKey(
        _ decoded: PEMBlock, _ block: UnsafeRawBufferPointer, _ range: Range<Int>,
        _ extent: Range<Int>
    ) -> [KeyItem] {
        guard let info = try? PrivateKeyReader.read(block) else { return [] }
        let strength = info.isEncrypted ? nil : PrivateKeyStrength.read(decoded)
        return [
            KeyItem(
                content: .privateKey(info, strength, KeyProtection.read(block)), range: range,
                extent: extent, identity: decoded.body)
        ]
    }

    /// PEM within base64, as Kubernetes secrets and kubeconfig files have it.
    private func encodedPEM(at start: Int) -> [KeyItem] {
        // Where a run begins, so that none is read twice.
        guard start == 0 || !Self.isDigit(text[start - 1]) else { return [] }
        let encoded = Array(
            text[start...].prefix(Self.maxBlockBytes).prefix(while: Self.isBase64))
        guard encoded.count > 100,
            let decoded = Base64Decoding.decode(encoded, padding: .optional)
        else { return [] }
        let range = start..<start + min(encoded.count, Self.maxRangeBytes)
        return decoded.withUnsafeBytes { bytes in
            let inner = KeyItemReader(bytes)
            return inner.blockStarts().flatMap(inner.pem).map {
                KeyItem(
                    content: $0.content, range: range, extent: start..<start + encoded.count,
                    identity: $0.identity)
            }
        }
    }

    /// Where blocks of PEM begin, one after the other.
    private func blockStarts() -> [Int] {
        var starts: [Int] = []
        var index = 0
        while index + 11 <= text.count, starts.count < Self.maxItems {
            if text[index] == UInt8(ascii: "-"), text[index...].starts(with: "-----BEGIN ".utf8) {
                starts.append(index)
                index += 11
            } else {
                index += 1
            }
        }
        return starts
    }

    /// The base64 of a certificate's DER, without a frame, maybe over several lines.
    private func encodedDER(at start: Int) -> KeyItem? {
        guard start >= 0, text[start...].starts(with: "MI".utf8),
            start == 0 || !Self.isDigit(text[start - 1]), !isWithinFrame(start),
            let head = Base64Decoding.decode(
                Array(text[start...].prefix(8)), padding: .optional),
            let length = Self.wholeLength(head)
        else { return nil }
        // The DER says how long it is: what follows on later lines may be words.
        let wanted = (length + 2) / 3 * 4
        var encoded: [UInt8] = []
        encoded.reserveCapacity(wanted)
        var end = start
        var firstLineEnd: Int?
        while encoded.count < wanted, end < text.count, end - start < 3 * wanted {
            let byte = text[end]
            if Self.isBase64(byte) {
                encoded.append(byte)
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                firstLineEnd = firstLineEnd ?? end
            } else {
                break
            }
            end += 1
        }
        guard
            let body = Base64Decoding.decode(
                encoded, padding: .optional, maxOutputBytes: Self.maxBlockBytes),
            let certificate = Certificate(der: body)
        else { return nil }
        return KeyItem(
            content: .certificate(certificate), range: start..<(firstLineEnd ?? end),
            extent: start..<end, identity: body)
    }

    /// Bytes of the DER whose first bytes are given.
    private static func wholeLength(_ head: [UInt8]) -> Int? {
        guard head.count >= 4, head[0] == 0x30 else { return nil }
        return switch head[1] {
        case 0x81: 3 + Int(head[2])
        case 0x82: 4 + Int(head[2]) << 8 + Int(head[3])
        default: nil
        }
    }

    /// Whether a BEGIN line ends shortly before: the block is read from there.
    private func isWithinFrame(_ start: Int) -> Bool {
        let before = text[max(0, start - 48)..<start]
        guard let dash = before.lastIndex(of: UInt8(ascii: "-")) else { return false }
        return dash >= before.startIndex + 4
            && before[(dash - 4)...dash].allSatisfy { $0 == UInt8(ascii: "-") }
    }

    /// The base64 of an SSH public key, as in `authorized_keys`, `known_hosts` and `*.pub`.
    private func ssh(at start: Int) -> KeyItem? {
        let encoded = Array(text[start...].prefix(8192).prefix(while: Self.isBase64))
        guard encoded.count > 60,
            let blob = Base64Decoding.decode(encoded, padding: .optional),
            let strength = PublicKeyStrength(ssh: blob)
        else { return nil }
        let range = start..<start + encoded.count
        return KeyItem(
            content: .sshKey(PublicKey.ssh(blob[...]), strength), range: range, extent: range,
            identity: blob)
    }

    /// The public half of a JSON Web Key; one that is private is a finding of its own.
    private func jsonWebKey(at start: Int) -> KeyItem? {
        guard let extent = JSONWebKey.object(around: start, in: text),
            let found = JSONWebKey(Array(text[extent])), !found.isPrivate,
            let publicKey = found.pair.publicKey
        else { return nil }
        return KeyItem(
            content: .jsonWebKey(publicKey), range: start..<min(start + 5, text.count),
            extent: extent, identity: publicKey.identity)
    }

    /// Whether a byte is of base64, as a digit or for padding.
    private static func isBase64(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "=")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
