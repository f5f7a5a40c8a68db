package import ScanModel

/// What is known of a repository once it is open. Texts may be attacker-written.
package struct RepositoryInfo: Hashable, Sendable {
    /// Where HEAD points.
    package enum Head: Hashable, Sendable {
        /// A commit, with the short name of the branch that it is reached through.
        case branch(name: String, commit: ObjectID)
        /// A commit without a branch.
        case detached(commit: ObjectID)
        /// A branch that has no commit yet.
        case unborn(branch: String)
        /// HEAD is missing or says nothing that can be understood.
        case broken
    }

    /// The folder with HEAD and the index, ending in `/`.
    package let gitDirectory: String
    /// The folder with objects and refs, ending in `/`; another one in a linked work tree.
    package let commonDirectory: String
    /// The top of the work tree, ending in `/`; `nil` in a bare repository.
    package let workTree: String?
    package let isBare: Bool
    package let isShallow: Bool
    package let isPartialClone: Bool
    package let head: Head
    /// The address of the remote `origin`, without user info.
    package let originURL: String?
    package let objectFormat: ObjectFormat

    /// The commit at HEAD, when there is one.
    package var headCommit: ObjectID? {
        switch head {
        case .branch(_, let commit), .detached(let commit): commit
        case .unborn, .broken: nil
        }
    }

    /// The short name of the branch that HEAD names, born or not.
    package var branch: String? {
        switch head {
        case .branch(let name, _), .unborn(let name): name
        case .detached, .broken: nil
        }
    }
}
