/// What is asked of big numbers here: how long they are, and whether one is the product of two.
enum UnsignedNumber {
    /// Position of the highest set bit of a big-endian number, from 1; 0 for zero.
    static func bitLength(_ digits: ArraySlice<UInt8>) -> Int {
        let significant = digits.drop { $0 == 0 }
        guard let first = significant.first else { return 0 }
        return significant.count * 8 - first.leadingZeroBitCount
    }

    /// Whether `product` = `left` · `right`, judged modulo 2⁵⁵ − 55.
    ///
    /// A false yes happens by chance once in 2⁵⁵; an attacker may make one, and gains a finding.
    static func isProduct(
        _ product: ArraySlice<UInt8>, of left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>
    ) -> Bool {
        let full = residue(left).multipliedFullWidth(by: residue(right))
        // Both factors are below 2⁵⁵, so `high` is below 2⁴⁶ and the quotient fits.
        return modulus.dividingFullWidth(full).remainder == residue(product)
    }

    private static let modulus: UInt64 = (1 << 55) - 55

    private static func residue(_ digits: ArraySlice<UInt8>) -> UInt64 {
        digits.reduce(0) { ($0 << 8 | UInt64($1)) % modulus }
    }
}
