/// The group of a Diffie–Hellman exchange (PKCS#3 §9, RFC 3279 §2.3.3).
package struct KeyExchangeParameters: Hashable, Sendable {
    /// Size of the prime in bits.
    package let bits: Int

    /// Reads the DER of `DH PARAMETERS` or `X9.42 DH PARAMETERS`: two numbers or more.
    package init?(der bytes: [UInt8], limits: KeyMaterialLimits = KeyMaterialLimits()) {
        guard bytes.count <= limits.maxInputBytes else { return nil }
        var outer = DERReader(bytes[...], maxDepth: limits.maxDepth)
        guard var body = outer.sequence(), outer.isAtEnd, let prime = body.unsignedInteger(),
            body.unsignedInteger() != nil
        else { return nil }
        let size = UnsignedNumber.bitLength(prime)
        guard size >= 64 else { return nil }
        bits = size
    }
}
