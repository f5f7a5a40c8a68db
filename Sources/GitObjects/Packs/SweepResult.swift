/// What a sweep over a repository's objects came to.
package struct SweepResult<Output: Sendable>: Sendable {
    /// What each worker gathered, in no particular order.
    package let outputs: [Output]
    /// Every object that was not visited, by its number, and why; sorted by number.
    package let failures: [(number: Int, error: GitError)]
    /// What was visited.
    package let ledger: ObjectLedger
}
