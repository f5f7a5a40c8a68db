package import ScanModel

/// Where in history a group of blobs that hold the same secret came from and went.
package struct Attribution: Hashable, Sendable {
    /// How many paths are listed.
    package static let maxPaths = 20
    /// How many refs are listed.
    package static let maxRefs = 10

    /// The first commit, parents before children, whose tree holds one of the blobs while no
    /// parent's tree does; for a commit or tag in the group, that object. `nil` when no commit
    /// of the request holds any.
    package let introduced: ObjectID?
    /// `.commit`, or `.tag` when only an annotated tag holds it.
    package let introducedKind: ObjectKind?
    /// The last commit that took the last copy away; `nil` while it is at HEAD or was never
    /// removed.
    package let removed: ObjectID?
    /// Whether HEAD's tree holds one of the blobs, or HEAD reaches one of the commits.
    package let isAtHead: Bool
    /// Paths that held one of them, sorted and distinct, at most `maxPaths`.
    package let paths: [String]
    /// Paths beyond those.
    package let omittedPathCount: Int
    /// One blob (or commit or tag) of the group in the introducing commit; the group's first
    /// when no commit holds any.
    package let primaryObject: ObjectID?
    /// The path of `primaryObject` in the introducing commit.
    package let primaryPath: String?
    /// The last commit, parents before children, whose tree holds one of the blobs.
    package let lastHeld: ObjectID?
    /// Full names of the refs whose history has it, at most `maxRefs`: branches and tags sorted,
    /// then others.
    package let refs: [String]
    /// Refs beyond those.
    package let omittedRefCount: Int
    /// Whether no ref, HEAD, reflog or stash leads to any of it.
    package let isUnreachable: Bool

    package init(
        introduced: ObjectID?, introducedKind: ObjectKind?, removed: ObjectID?, isAtHead: Bool,
        paths: [String], omittedPathCount: Int, primaryObject: ObjectID?, primaryPath: String?,
        lastHeld: ObjectID? = nil, refs: [String] = [], omittedRefCount: Int = 0,
        isUnreachable: Bool = false
    ) {
        self.introduced = introduced
        self.introducedKind = introducedKind
        self.removed = removed
        self.isAtHead = isAtHead
        self.paths = paths
        self.omittedPathCount = omittedPathCount
        self.primaryObject = primaryObject
        self.primaryPath = primaryPath
        self.lastHeld = lastHeld
        self.refs = refs
        self.omittedRefCount = omittedRefCount
        self.isUnreachable = isUnreachable
    }
}
