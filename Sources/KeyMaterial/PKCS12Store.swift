/// Reads the outer structure of PKCS#12 (RFC 7292 §4): version 3, authSafe, bags.
enum PKCS12Store {
    /// 1.2.840.113549.1.7, the content types of PKCS#7.
    static let contentTypes: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]
    /// 1.2.840.113549.1.12.10.1, the bag types of PKCS#12.
    static let bagTypes: [UInt8] = [
        0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01,
    ]
    /// Most parts and bags that are looked at.
    static let maxParts = 256

    static func read(_ bytes: [UInt8], _ limits: KeyMaterialLimits) -> KeyStoreInfo? {
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard let store = outer.sequence(), let found = contents(store, limits) else { return nil }
        guard found.keyCount != 0 || found.isHidden else { return nil }
        return KeyStoreInfo(
            format: .pkcs12, keyCount: found.keyCount == 0 ? nil : found.keyCount,
            protection: found.protection)
    }

    /// What the contents of the outer sequence hold; `nil` when they are cut off or malformed.
    static func contents(
        _ reader: DERReader, _ limits: KeyMaterialLimits
    ) -> (keyCount: Int?, isHidden: Bool, protection: KeyProtection?)? {
        var store = reader
        guard store.smallInteger() == 3,
            var safe = store.sequence(),
            let type = safe.next(DERElement.Tag.objectIdentifier)?.content,
            type.starts(with: contentTypes), let content = safe.next(0xA0)?.content
        else { return nil }
        var wrapped = DERReader(content, maxDepth: limits.maxDepth)
        guard type.last == 1, let octets = wrapped.next(DERElement.Tag.octetString)?.content
        else {
            // Signed with a public key: what is in it is not told here.
            return (nil, true, nil)
        }
        var list = DERReader(octets, maxDepth: limits.maxDepth)
        guard var parts = list.sequence() else { return nil }
        var keyCount = 0
        var isHidden = false
        var protection: KeyProtection?
        var partCount = 0
        while partCount < maxParts, var part = parts.sequence() {
            partCount += 1
            guard let type = part.next(DERElement.Tag.objectIdentifier)?.content,
                type.starts(with: contentTypes), let content = part.next(0xA0)?.content
            else { return nil }
            // 1: bags in the clear; 6: encrypted ones, by custom the certificates.
            guard type.last == 1 else {
                isHidden = true
                continue
            }
            let found = bags(content, limits)
            keyCount += found.keyCount
            protection = protection ?? found.protection
        }
        return (keyCount, isHidden, protection)
    }

    /// Counts key bags (type 1) and shrouded ones (type 2).
    private static func bags(
        _ content: ArraySlice<UInt8>, _ limits: KeyMaterialLimits
    ) -> (keyCount: Int, protection: KeyProtection?) {
        var wrapped = DERReader(content, maxDepth: limits.maxDepth)
        guard let octets = wrapped.next(DERElement.Tag.octetString)?.content else {
            return (0, nil)
        }
        var list = DERReader(octets, maxDepth: limits.maxDepth)
        guard var bags = list.sequence() else { return (0, nil) }
        var keyCount = 0
        var protection: KeyProtection?
        var bagCount = 0
        while bagCount < maxParts, var bag = bags.sequence() {
            bagCount += 1
            guard let type = bag.next(DERElement.Tag.objectIdentifier)?.content,
                type.starts(with: bagTypes), let value = bag.next(0xA0)?.content
            else { continue }
            guard type.last == 1 || type.last == 2 else { continue }
            keyCount += 1
            guard type.last == 2 else { continue }
            var inner = DERReader(value, maxDepth: limits.maxDepth)
            if var info = inner.sequence(), let algorithm = info.sequence() {
                protection = protection ?? KeyProtection.passwordBased(algorithm)
            }
        }
        return (keyCount, protection)
    }
}
