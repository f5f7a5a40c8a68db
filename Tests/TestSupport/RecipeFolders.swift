import Foundation

/// The folders that the recipes of this process build in, deleted when it ends.
enum RecipeFolders {
    private static let top: URL = {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("portcullis-recipes-\(UUID().uuidString)")
            .resolvingSymlinksInPath()
        atexit { RecipeFolders.deleteAll() }
        return folder
    }()

    /// A new empty folder.
    static func make() throws -> URL {
        let folder = top.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private static func deleteAll() { try? FileManager.default.removeItem(at: top) }
}
