package import ScanModel

/// Why something about a repository could not be done at all.
///
/// Two errors are equal when their codes are. The message may hold text from the repository
/// (names of refs and paths): the caller redacts it before it is printed.
package struct GitError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The kind of failure.
    package enum Code: String, Sendable {
        /// No repository at the path or above it.
        case notARepository = "not-a-repository"
        /// A revision, range or ref name that names nothing.
        case badRevision = "bad-revision"
        /// Two revisions without a common ancestor.
        case noMergeBase = "no-merge-base"
        /// The answer lies behind the boundary of a shallow clone.
        case shallow
        /// An object is named but not in the database.
        case missingObject = "missing-object"
        /// An object cannot be inflated or does not parse.
        case corruptObject = "corrupt-object"
        /// A pack or its index cannot be read or contradict each other.
        case corruptPack = "corrupt-pack"
        /// An object is larger than the limit allows.
        case objectTooLarge = "object-too-large"
        /// Object ids of another hash function than SHA-1.
        case unsupportedObjectFormat = "unsupported-object-format"
        /// A repository format that cannot be read, such as reftable.
        case unsupportedRepository = "unsupported-repository"
        /// An index that cannot be read, such as a split one.
        case unsupportedIndex = "unsupported-index"
        /// An index that does not parse.
        case corruptIndex = "corrupt-index"
        /// A command that needs a work tree was given a bare repository.
        case noWorkTree = "no-work-tree"
        /// The operating system refused.
        case io
        /// libgit2 could not start.
        case library
    }

    package let code: Code
    /// What failed, where, and what to do.
    package let message: String
    /// The object that is at fault, when there is one.
    package let objectID: ObjectID?

    package init(_ code: Code, _ message: String, objectID: ObjectID? = nil) {
        self.code = code
        self.message = message
        self.objectID = objectID
    }

    package var description: String { message }

    package static func == (left: GitError, right: GitError) -> Bool { left.code == right.code }
}
