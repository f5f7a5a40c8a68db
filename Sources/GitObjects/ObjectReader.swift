package import ScanModel

/// Access to an object database: ids go in, raw objects come out, nothing is parsed.
///
/// Replace refs and grafts do not exist at this level: an id gives the object of that id.
/// Every member may be called from several threads at once.
package protocol ObjectReader: Sendable {
    /// The hash function of the ids.
    var objectFormat: ObjectFormat { get }

    /// Reads a whole object.
    /// - Throws: `missingObject`, `corruptObject`, or `objectTooLarge` when the content has more
    ///   than `maxBytes` bytes (found before it is inflated).
    func read(_ id: ObjectID, maxBytes: Int) throws(GitError) -> StoredObject

    /// Kind and size of an object.
    /// - Throws: `missingObject` or `corruptObject`.
    func header(_ id: ObjectID) throws(GitError) -> ObjectHeader

    /// Whether the database has the object.
    func contains(_ id: ObjectID) -> Bool

    /// The id of every object in the database and its alternates, sorted, each once.
    /// - Throws: `io` when a folder or pack cannot be listed.
    func allObjectIDs() throws(GitError) -> [ObjectID]

    /// What is known by now to be wrong with the database as a whole, such as an unreadable pack.
    var notices: [GitNotice] { get }
}

extension ObjectReader {
    package var notices: [GitNotice] { [] }
}
