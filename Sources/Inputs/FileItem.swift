/// A file to be scanned.
package struct FileItem: Hashable, Sendable {
    /// The path to open.
    package let path: String
    /// The path for reports, relative to the scanned root.
    package let displayPath: String
    /// Whether the user named the file itself: then a symbolic link is followed.
    package let isNamed: Bool

    package init(path: String, displayPath: String, isNamed: Bool = false) {
        self.path = path
        self.displayPath = displayPath
        self.isNamed = isNamed
    }
}
