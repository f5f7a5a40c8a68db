import ScanModel

/// The files and folders of one commit, before its trees are written.
struct MadeFolder {
    /// Blobs by their names.
    private(set) var files: [String: ObjectID] = [:]
    /// Folders by their names.
    private(set) var folders: [String: MadeFolder] = [:]

    /// Adds a file at a path of names.
    mutating func add(_ id: ObjectID, at path: ArraySlice<String>) {
        guard let name = path.first else { return }
        if path.count == 1 {
            files[name] = id
        } else {
            folders[name, default: MadeFolder()].add(id, at: path.dropFirst())
        }
    }
}
