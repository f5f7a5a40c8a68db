package import ScanModel

/// Something in a repository that the reader of a report must know, above all what was not read.
///
/// Message and path may hold text from the repository: the caller redacts them.
package struct GitNotice: Hashable, Comparable, Sendable {
    /// Stable name, such as `git.object-missing`.
    package enum Code: String, Sendable {
        case objectMissing = "git.object-missing"
        case objectCorrupt = "git.object-corrupt"
        case objectTooLarge = "git.object-too-large"
        case packCorrupt = "git.pack-corrupt"
        case shallow = "git.shallow"
        case submodule = "git.submodule"
        case nestedRepository = "git.nested-repository"
        case pathDepth = "git.path-depth"
        case workLimit = "git.work-limit"
        case refBroken = "git.ref-broken"
        case reflogBroken = "git.reflog-broken"
        case reflogPruned = "git.reflog-pruned"
        case treeIrregular = "git.tree-irregular"
        case indexConflict = "git.index-conflict"
        case folderUnreadable = "git.folder-unreadable"
    }

    package let code: Code
    /// What happened and what to do.
    package let message: String
    /// The path it concerns, if there is one.
    package let path: String?
    /// The object it concerns, if there is one.
    package let objectID: ObjectID?
    /// Whether it means that not everything asked for was seen.
    package let isIncomplete: Bool

    package init(
        _ code: Code, _ message: String, path: String? = nil, objectID: ObjectID? = nil,
        isIncomplete: Bool
    ) {
        self.code = code
        self.message = message
        self.path = path
        self.objectID = objectID
        self.isIncomplete = isIncomplete
    }

    /// Says that an object could not be read, and why.
    package init(unreadable error: GitError, objectID: ObjectID, path: String? = nil) {
        let code: Code =
            switch error.code {
            case .missingObject: .objectMissing
            case .objectTooLarge: .objectTooLarge
            default: .objectCorrupt
            }
        self.init(code, error.message, path: path, objectID: objectID, isIncomplete: true)
    }

    package static func < (left: GitNotice, right: GitNotice) -> Bool {
        (left.code.rawValue, left.path ?? "", left.message)
            < (right.code.rawValue, right.path ?? "", right.message)
    }
}
