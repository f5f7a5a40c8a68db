/// A file to be scanned.
package struct FileItem: Hashable, Sendable {
    /// The path to open, as the file system has it: names need not be UTF-8.
    package let pathBytes: [UInt8]
    /// The path for reports, relative to the scanned root; malformed bytes are replaced.
    package let displayPath: String
    /// Whether the user named the file itself: then a symbolic link is followed.
    package let isNamed: Bool

    package init(pathBytes: [UInt8], displayPath: String, isNamed: Bool = false) {
        self.pathBytes = pathBytes
        self.displayPath = displayPath
        self.isNamed = isNamed
    }
}
