/// The files of a work tree that are to be scanned. Every list is sorted by path bytes.
package struct WorkTreePlan: Sendable {
    /// Regular files.
    package let files: [WorkTreeFile]
    /// Symbolic links, which were not followed.
    package let symbolicLinks: [String]
    /// Sockets, FIFOs and devices.
    package let specialFiles: [String]
    /// Untracked files and folders that the ignore rules leave out; a folder counts once.
    package let ignoredCount: Int
    package let notices: [GitNotice]

    package init(
        files: [WorkTreeFile], symbolicLinks: [String], specialFiles: [String], ignoredCount: Int,
        notices: [GitNotice]
    ) {
        self.files = files
        self.symbolicLinks = symbolicLinks
        self.specialFiles = specialFiles
        self.ignoredCount = ignoredCount
        self.notices = notices
    }
}
