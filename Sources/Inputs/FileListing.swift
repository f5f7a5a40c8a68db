/// The files below the paths that the user named, and what stands there besides.
package struct FileListing: Sendable {
    /// Sorted by display path, each file once.
    package var files: [FileItem] = []
    package var notices: [InputNotice] = []
    /// Files left out because git ignores them.
    package var ignoredCount = 0

    package init() {}
}
