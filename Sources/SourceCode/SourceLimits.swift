/// Bounds on the reading of one source file.
package struct SourceLimits: Sendable {
    /// Bytes that are read of a file; what follows is a fault.
    package var maxBytes = 4 << 20
    /// Uses that are kept of a file.
    package var maxUses = 200_000
    /// Brackets, lambdas and operators in each other that are followed.
    package var maxDepth = 200
    /// Steps that one question about a value may take.
    package var maxResolutionSteps = 2_000

    /// The defaults.
    package init() {}
}
