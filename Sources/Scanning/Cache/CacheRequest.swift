/// Where a scan of histories keeps what it may use again.
package struct CacheRequest: Hashable, Sendable {
    /// The folder; made when it is not there.
    package let folder: String
    /// Whether the user named it. Such a folder may serve several repositories; what stands in the
    /// user's own cache folder serves only the repository at the same place, since a damaged
    /// repository could claim the ids of another one's objects.
    package let isNamed: Bool
    /// What tells the program from other builds of its version: what those kept is not used.
    package let buildIdentity: [UInt8]

    package init(folder: String, isNamed: Bool, buildIdentity: [UInt8]) {
        self.folder = folder
        self.isNamed = isNamed
        self.buildIdentity = buildIdentity
    }
}
