/// Bounds on what this room reads of one hostile input.
package struct KeyMaterialLimits: Hashable, Sendable {
    /// Largest text that is taken as a key, in bytes.
    package var maxInputBytes = 1 << 20
    /// Deepest nesting of DER or JSON that is followed.
    package var maxDepth = 16
    /// How many packets, members or lines are looked at.
    package var maxItems = 32_768

    package init() {}
}
