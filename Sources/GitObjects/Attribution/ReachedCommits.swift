/// The commits and tags that a request for whole histories reaches.
package struct ReachedCommits: Sendable {
    let selection: CommitSelection
}
