extension KeyStoreInfo {
    /// Most certificates that are taken out of one store.
    private static let maxCertificates = 1024

    /// DER of the certificates that can be read without the password: all of JKS and JCEKS, those
    /// of PKCS#12 that are not encrypted.
    package static func certificates(
        in bytes: UnsafeRawBufferPointer, limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> [[UInt8]] {
        guard bytes.count >= 12, bytes.count <= limits.maxInputBytes else { return [] }
        let found: [[UInt8]] =
            switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
            case (0xFE, 0xED, 0xFE, 0xED), (0xCE, 0xCE, 0xCE, 0xCE):
                JavaKeyStore.certificates(Array(bytes), limits)
            case (0x30, _, _, _): PKCS12Store.certificates(Array(bytes), limits)
            default: []
            }
        return Array(found.prefix(maxCertificates))
    }
}

extension JavaKeyStore {
    /// The certificates of trusted entries and of the chains of keys.
    static func certificates(_ bytes: [UInt8], _ limits: KeyMaterialLimits) -> [[UInt8]] {
        var cursor = ByteCursor(bytes)
        guard cursor.take(4) != nil, let version = cursor.number(width: 4),
            version == 1 || version == 2, let count = cursor.number(width: 4),
            (1...limits.maxItems).contains(count)
        else { return [] }
        var found: [[UInt8]] = []
        for _ in 0..<count {
            guard let tag = cursor.number(width: 4), tag == 1 || tag == 2,
                let length = cursor.number(width: 2), cursor.take(length) != nil,
                cursor.take(8) != nil
            else { break }
            var chainCount = 1
            if tag == 1 {
                guard let size = cursor.number(width: 4), cursor.take(size) != nil,
                    let links = cursor.number(width: 4), links <= 64
                else { break }
                chainCount = links
            }
            for _ in 0..<chainCount {
                if version == 2 {
                    guard let length = cursor.number(width: 2), cursor.take(length) != nil else {
                        return found
                    }
                }
                guard let size = cursor.number(width: 4), let body = cursor.take(size) else {
                    return found
                }
                found.append(Array(body))
            }
        }
        return found
    }
}

extension PKCS12Store {
    /// The certificates of bags in the clear (RFC 7292 §4.2.3).
    static func certificates(_ bytes: [UInt8], _ limits: KeyMaterialLimits) -> [[UInt8]] {
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard var store = outer.sequence(), store.smallInteger() == 3, var safe = store.sequence(),
            let list = octets(ofData: &safe, limits)
        else { return [] }
        var parts = list
        var found: [[UInt8]] = []
        var partCount = 0
        while partCount < maxParts, var part = parts.sequence() {
            partCount += 1
            guard var bags = octets(ofData: &part, limits) else { continue }
            var bagCount = 0
            while bagCount < maxParts, var bag = bags.sequence() {
                bagCount += 1
                guard let type = bag.next(DERElement.Tag.objectIdentifier)?.content,
                    type.elementsEqual(bagTypes + [3]), let value = bag.next(0xA0)?.content
                else { continue }
                var inner = DERReader(value, maxDepth: 2)
                guard var body = inner.sequence(),
                    body.next(DERElement.Tag.objectIdentifier) != nil,
                    let field = body.next(0xA0)?.content
                else { continue }
                var wrapped = DERReader(field, maxDepth: 1)
                if let octets = wrapped.next(DERElement.Tag.octetString)?.content {
                    found.append(Array(octets))
                }
            }
        }
        return found
    }

    /// The sequence within the octets of a ContentInfo of type data.
    private static func octets(
        ofData info: inout DERReader, _ limits: KeyMaterialLimits
    ) -> DERReader? {
        guard let type = info.next(DERElement.Tag.objectIdentifier)?.content,
            type.elementsEqual(contentTypes + [1]), let content = info.next(0xA0)?.content
        else { return nil }
        var wrapped = DERReader(content, maxDepth: 1)
        guard let octets = wrapped.next(DERElement.Tag.octetString)?.content else { return nil }
        var list = DERReader(octets, maxDepth: limits.maxDepth)
        return list.sequence()
    }
}
