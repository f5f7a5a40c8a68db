/// A number that a use of a primitive must reach.
package struct PolicyMinimum: Hashable, Sendable {
    /// Which number; the raw value is the word in policy files.
    package enum Parameter: String, CaseIterable, Sendable {
        case bits, iterations, cost
        case tagBits = "tag-bits"
    }

    package let parameter: Parameter
    package let value: Int
    /// What holds for less.
    package let below: PolicyStatus

    package init(_ parameter: Parameter, _ value: Int, below: PolicyStatus) {
        self.parameter = parameter
        self.value = value
        self.below = below
    }
}
