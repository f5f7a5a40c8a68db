/// What a use of an algorithm settles beside its name; `nil` for what it does not tell.
package struct AssetParameters: Hashable, Comparable, Sendable {
    /// Bits of the key, the modulus, the group or the curve.
    package var bits: Int?
    package var mode: String?
    package var padding: String?
    package var curve: String?
    package var digest: String?
    /// Rounds of a derivation.
    package var iterations: Int?
    /// The logarithm of bcrypt's rounds.
    package var cost: Int?
    /// Bits that are left of a tag that is cut.
    package var tagBits: Int?

    package init(
        bits: Int? = nil, mode: String? = nil, padding: String? = nil, curve: String? = nil,
        digest: String? = nil, iterations: Int? = nil, cost: Int? = nil, tagBits: Int? = nil
    ) {
        self.bits = bits
        self.mode = mode
        self.padding = padding
        self.curve = curve
        self.digest = digest
        self.iterations = iterations
        self.cost = cost
        self.tagBits = tagBits
    }

    /// Names and values of what is known, in a fixed order.
    package var words: [(name: String, value: String)] {
        [
            ("bits", bits.map(String.init)), ("mode", mode), ("padding", padding),
            ("curve", curve), ("digest", digest), ("iterations", iterations.map(String.init)),
            ("cost", cost.map(String.init)), ("tag-bits", tagBits.map(String.init)),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    /// The value of a number that policies set minimums for.
    package func number(_ parameter: PolicyMinimum.Parameter) -> Int? {
        switch parameter {
        case .bits: bits
        case .iterations: iterations
        case .cost: cost
        case .tagBits: tagBits
        }
    }

    package static func < (left: AssetParameters, right: AssetParameters) -> Bool {
        let leftNumbers = [left.bits, left.iterations, left.cost, left.tagBits].map { $0 ?? -1 }
        let rightNumbers = [right.bits, right.iterations, right.cost, right.tagBits].map {
            $0 ?? -1
        }
        if leftNumbers != rightNumbers {
            return leftNumbers.lexicographicallyPrecedes(rightNumbers)
        }
        let leftTexts = [left.mode, left.padding, left.curve, left.digest].map { $0 ?? "" }
        let rightTexts = [right.mode, right.padding, right.curve, right.digest].map { $0 ?? "" }
        return leftTexts.lexicographicallyPrecedes(rightTexts)
    }
}
