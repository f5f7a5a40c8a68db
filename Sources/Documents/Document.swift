/// What was read of one file.
package struct Document: Sendable {
    package let format: DocumentFormat
    /// The documents of the file in their order; one, for most formats.
    package let roots: [DocumentNode]
    /// What could not be read, and why; what stands in `roots` was read all the same.
    package let faults: [DocumentError]

    package init(format: DocumentFormat, roots: [DocumentNode], faults: [DocumentError] = []) {
        self.format = format
        self.roots = roots
        self.faults = faults
    }
}
