internal import CryptoPolicy
internal import ScanModel

/// Writes an inventory as a CycloneDX 1.6 bill of materials of cryptography (CBOM).
///
/// Its one time is the day that was judged at, and its serial number follows from the content, so
/// that equal trees give equal bytes.
///
/// - Source: ECMA-424, CycloneDX 1.6, `bom-1.6.schema.json`.
struct CycloneDXDocument {
    private let inventory: CryptoInventory
    /// The reference of each asset, in their order.
    private let references: [String]
    private let referenceOfItem: [CryptoItem: String]

    init(_ inventory: CryptoInventory) {
        self.inventory = inventory
        var taken: Set<String> = []
        var references: [String] = []
        var referenceOfItem: [CryptoItem: String] = [:]
        for asset in inventory.assets {
            let plain = CycloneDXDocument.reference(asset.item)
            var reference = plain
            var number = 2
            while !taken.insert(reference).inserted {
                reference = "\(plain)/\(number)"
                number += 1
            }
            references.append(reference)
            referenceOfItem[asset.item] = reference
        }
        self.references = references
        self.referenceOfItem = referenceOfItem
    }

    func write(to json: JSONWriter) {
        json.object(.spread) {
            json.member("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
            json.member("bomFormat", "CycloneDX")
            json.member("specVersion", "1.6")
            json.member("serialNumber", serialNumber)
            json.member("version", 1)
            json.object("metadata") {
                json.member("timestamp", CycloneDXDocument.time(inventory.date))
                json.object("tools") {
                    json.array("components") {
                        json.object {
                            json.member("type", "application")
                            json.member("name", "portcullis")
                            json.member("version", inventory.toolVersion)
                        }
                    }
                }
                json.array("properties") {
                    property(json, "policy", inventory.policy.name)
                    property(json, "complete", inventory.isIncomplete ? "false" : "true")
                }
            }
            json.array("components", .spread) {
                for (asset, reference) in zip(inventory.assets, references)
                where !json.hasFailed {
                    component(json, asset, reference)
                }
            }
        }
    }

    private func property(_ json: JSONWriter, _ name: String, _ value: String) {
        json.object {
            json.member("name", "portcullis:" + name)
            json.member("value", value)
        }
    }

    private func component(_ json: JSONWriter, _ asset: CryptoAsset, _ reference: String) {
        let item = asset.item
        let verdict = inventory.verdict(on: item)
        json.object {
            json.member("type", "cryptographic-asset")
            json.member("bom-ref", reference)
            json.member("name", item.name)
            json.object("cryptoProperties") { properties(json, item) }
            json.object("evidence") {
                json.array("occurrences") {
                    for place in asset.places where !json.hasFailed {
                        json.object {
                            json.member("location", place.path.text)
                            json.member("line", place.region.startLine)
                            json.member("additionalContext", place.recogniser)
                        }
                    }
                }
            }
            json.array("properties") {
                property(json, "kind", item.kind.rawValue)
                property(json, "status", verdict.status.rawValue)
                if let since = verdict.since { property(json, "since", since.description) }
                property(json, "reason", verdict.reason)
                if !verdict.document.isEmpty { property(json, "document", verdict.document) }
                for (name, value) in item.parameters.words { property(json, name, value) }
            }
        }
    }

    private func properties(_ json: JSONWriter, _ item: CryptoItem) {
        switch item.kind {
        case .hash, .mac, .cipher, .mode, .padding, .kdf, .signature, .encryption, .keyAgreement,
            .kem, .curve, .random, .token:
            json.member("assetType", "algorithm")
            CycloneDXAlgorithm(item).write(to: json)
        case .protocolVersion, .cipherSuite, .suiteGroup: self.protocol(json, item)
        case .certificate:
            json.member("assetType", "certificate")
            json.object("certificateProperties") { certificate(json, item) }
        case .key: material(json, "key", item)
        case .publicKey: material(json, "public-key", item)
        case .privateKey: material(json, "private-key", item)
        case .request, .revocationList, .keyStore: material(json, "other", item)
        }
    }

    private func material(_ json: JSONWriter, _ type: String, _ item: CryptoItem) {
        json.member("assetType", "related-crypto-material")
        json.object("relatedCryptoMaterialProperties") {
            json.member("type", type)
            if let bits = item.parameters.bits { json.member("size", bits) }
        }
    }

    private func `protocol`(_ json: JSONWriter, _ item: CryptoItem) {
        json.member("assetType", "protocol")
        json.object("protocolProperties") {
            let words = item.name.split(separator: " ")
            let isVersion = item.kind == .protocolVersion
            switch words.first {
            case "SSH" where isVersion: json.member("type", "ssh")
            case "DTLS" where isVersion: json.member("type", "other")
            default: json.member("type", item.isUnknown && isVersion ? "unknown" : "tls")
            }
            if isVersion {
                // SSL's versions are of the protocol that became TLS; the name says which.
                if words.count == 2 { json.member("version", String(words[1])) }
            } else if !item.isUnknown {
                json.array("cipherSuites") {
                    json.object { json.member("name", item.name) }
                }
            }
        }
    }

    private func certificate(_ json: JSONWriter, _ item: CryptoItem) {
        guard let certificate = item.certificate else { return }
        json.member("subjectName", ifPresent: certificate.subject.map { "CN=" + $0.text })
        json.member("issuerName", ifPresent: certificate.issuer.map { "CN=" + $0.text })
        json.member("notValidBefore", CycloneDXDocument.time(certificate.notBefore))
        json.member("notValidAfter", CycloneDXDocument.time(certificate.notAfter))
        json.member(
            "signatureAlgorithmRef",
            ifPresent: reference(named: certificate.signature) {
                $0.kind == .signature || $0.kind == .curve
            })
        json.member(
            "subjectPublicKeyRef",
            ifPresent: reference(named: certificate.key) { $0.kind == .publicKey })
        json.member("certificateFormat", "X.509")
    }

    private func reference(
        named name: String, where isRight: (CryptoItem) -> Bool
    ) -> String? {
        inventory.assets.first { $0.item.name == name && isRight($0.item) }
            .flatMap { referenceOfItem[$0.item] }
    }

    private static func time(_ date: CalendarDate) -> String { "\(date)T00:00:00Z" }

    private static func reference(_ item: CryptoItem) -> String {
        var parts = ["crypto", item.kind.rawValue, item.name]
        parts += item.parameters.words.map { "\($0.name)=\($0.value)" }
        if let certificate = item.certificate { parts.append(certificate.identity) }
        return parts.joined(separator: "/").replacing(" ", with: "-")
    }

    /// A UUID of version 8 (RFC 9562 §5.8) out of what is listed and where.
    private var serialNumber: String {
        var high: UInt64 = 0xCBF2_9CE4_8422_2325
        var low: UInt64 = 0x8422_2325_CBF2_9CE4
        func take(_ text: String) {
            for byte in text.utf8 {
                high = (high ^ UInt64(byte)) &* 0x100_0000_01B3
                low = (low ^ UInt64(byte ^ 0x5A)) &* 0x100_0000_01B3
            }
        }
        take("\(inventory.toolVersion) \(inventory.date) \(inventory.policy.name)")
        for (asset, reference) in zip(inventory.assets, references) {
            take(reference)
            for place in asset.places {
                take("\(place.path.text):\(place.region.startLine):\(place.region.startColumn)\n")
            }
        }
        let digits = CycloneDXDocument.hexadecimal(high) + CycloneDXDocument.hexadecimal(low)
        var letters = Array(digits)
        letters[12] = "8"
        letters[16] = "a"
        var text = "urn:uuid:"
        for (index, letter) in letters.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(letter)
        }
        return text
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
