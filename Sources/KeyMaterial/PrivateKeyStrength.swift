/// Reads what of a private key in the clear decides how hard its public half is to break.
package enum PrivateKeyStrength {
    /// Curve, modulus and exponent of the key in a block; `nil` where they are not written so.
    package static func read(
        _ block: PEMBlock, limits: KeyMaterialLimits = KeyMaterialLimits()
    ) -> PublicKeyStrength? {
        guard block.body.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(block.body[...], maxDepth: limits.maxDepth)
        guard var body = outer.sequence(), let version = body.smallInteger() else { return nil }
        if version == 1, body.next(DERElement.Tag.octetString) != nil {
            // RFC 5915 §3.
            guard let parameters = body.next(0xA0)?.content else { return nil }
            var inner = DERReader(parameters, maxDepth: 1)
            return inner.next(DERElement.Tag.objectIdentifier).flatMap {
                NamedCurve(identifier: $0.content).map(PublicKeyStrength.init(curve:))
            }
        }
        if var algorithm = body.sequence() {
            // RFC 5958 §2.
            guard let identifier = algorithm.next(DERElement.Tag.objectIdentifier)?.content,
                let key = body.next(DERElement.Tag.octetString)?.content
            else { return nil }
            switch KeyAlgorithm.kind(of: identifier) {
            case .rsa:
                var inner = DERReader(key, maxDepth: 1)
                guard var numbers = inner.sequence(), numbers.smallInteger() != nil else {
                    return nil
                }
                return PublicKeyStrength(rsaNumbers: &numbers)
            case .ec:
                return algorithm.next(DERElement.Tag.objectIdentifier).flatMap {
                    NamedCurve(identifier: $0.content).map(PublicKeyStrength.init(curve:))
                }
            default: return nil
            }
        }
        return block.label.hasPrefix("RSA") ? PublicKeyStrength(rsaNumbers: &body) : nil
    }
}
