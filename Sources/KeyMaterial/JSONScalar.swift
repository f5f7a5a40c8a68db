/// A member's value as far as this room looks at it.
package enum JSONScalar: Hashable, Sendable {
    case string(String)
    /// A number's integer part; `nil` when it does not fit or has an exponent.
    case number(Int64?)
    case boolean(Bool)
    case null
    /// Checked for form, not kept.
    case object
    /// Checked for form, not kept.
    case array
}
