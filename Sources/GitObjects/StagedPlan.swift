/// What `git commit` would record now, compared with HEAD.
package struct StagedPlan: Sendable {
    /// Paths whose content or kind differs, sorted; deleted ones have no `head`.
    package let changedPaths: [ChangedPath]
    package let notices: [GitNotice]

    package init(changedPaths: [ChangedPath], notices: [GitNotice]) {
        self.changedPaths = changedPaths
        self.notices = notices
    }
}
