/// What a scanner must know of a blob besides its bytes.
package struct BlobContext: Sendable {
    /// Every path that holds the blob, as far as known; used for languages and globs only.
    package var paths: [String]
    /// Whether misuse rules run: they judge what is in force, not what history holds.
    package var includesMisuse: Bool

    package init(paths: [String], includesMisuse: Bool) {
        self.paths = paths
        self.includesMisuse = includesMisuse
    }
}
