/// A file of the work tree.
package struct WorkTreeFile: Hashable, Sendable {
    /// The path relative to the top of the work tree, as the file system has it.
    package let pathBytes: [UInt8]
    /// Size in bytes when the folder was walked.
    package let byteCount: Int
    /// Whether the index has it.
    package let isTracked: Bool

    package init(pathBytes: [UInt8], byteCount: Int, isTracked: Bool) {
        self.pathBytes = pathBytes
        self.byteCount = byteCount
        self.isTracked = isTracked
    }

    /// The path; bytes that are not UTF-8 are replaced.
    package var path: String { String(decoding: pathBytes, as: UTF8.self) }
}
