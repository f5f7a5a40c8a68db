/// Bounds on one document.
package struct DocumentLimits: Sendable {
    package var maxBytes = 8 << 20
    package var maxDepth = 64
    package var maxNodes = 500_000

    package init() {}
}
