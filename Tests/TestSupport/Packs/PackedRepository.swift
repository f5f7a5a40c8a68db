package import Foundation
package import ScanModel

/// A bare repository laid out from packs and loose objects that a test made.
///
/// Its folder is deleted when the process ends, as those of recipes are.
package struct PackedRepository: Sendable {
    /// The folder of the repository.
    package let folder: URL
    private let hash: ObjectHash

    /// Lays out a repository.
    /// - Parameters:
    ///   - packs: written as they are, damage and all.
    ///   - loose: objects of their own files.
    ///   - refs: full names of refs with what they point to.
    ///   - head: the ref that `HEAD` points to.
    ///   - alternates: lines of `objects/info/alternates`.
    package init(
        _ hash: ObjectHash = .sha1, packs: [PackFiles] = [],
        loose: [(kind: PackedKind, bytes: [UInt8])] = [], refs: [String: ObjectID] = [:],
        head: String = "refs/heads/main", alternates: [String] = []
    ) throws {
        self.hash = hash
        folder = try RecipeFolders.make()
        let isPlain = hash == .sha1
        try write(
            "[core]\n\trepositoryformatversion = \(isPlain ? 0 : 1)\n\tbare = true\n"
                + (isPlain ? "" : "[extensions]\n\tobjectformat = \(hash.rawValue)\n"),
            to: "config")
        try write("ref: \(head)\n", to: "HEAD")
        for needed in ["refs/heads", "objects/pack", "objects/info"] { try makeFolder(needed) }
        for (name, id) in refs { try write("\(id.hex)\n", to: name) }
        for files in packs { try add(files) }
        for object in loose { try addLoose(object.kind, object.bytes) }
        if !alternates.isEmpty {
            try write(alternates.map { $0 + "\n" }.joined(), to: "objects/info/alternates")
        }
    }

    /// The path of the repository.
    package var path: String { folder.path }

    /// The path of its folder of objects, as another one's alternates name it.
    package var objectsPath: String { folder.appendingPathComponent("objects").path }

    /// Adds a pack.
    /// - Returns: the path of the pack inside the repository; the index is next to it.
    @discardableResult
    package func add(_ files: PackFiles) throws -> String {
        let name = hash.digest(files.pack + files.index).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        try write(files.index, to: "objects/pack/pack-\(name).idx")
        try write(files.pack, to: "objects/pack/pack-\(name).pack")
        return "objects/pack/pack-\(name).pack"
    }

    /// Adds a loose object.
    @discardableResult
    package func addLoose(_ kind: PackedKind, _ bytes: [UInt8]) throws -> ObjectID {
        let id = hash.id(kind, bytes)
        try write(
            Deflate.zlib(kind.header(byteCount: bytes.count) + bytes),
            to: "objects/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))")
        return id
    }

    /// Writes a file inside the repository, whatever is there.
    package func write(_ bytes: [UInt8], to name: String) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Runs git in the repository and gives what it prints; an oracle for tests.
    /// - Throws: `RecipeFailure` when it fails.
    @discardableResult
    package func git(_ arguments: String...) throws -> [UInt8] {
        let result = try RecipeRepository.git(arguments, in: folder)
        guard result.status == 0 else {
            throw RecipeFailure(recipe: "git \(arguments.first ?? "")", status: result.status)
        }
        return Array(result.output)
    }

    private func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    private func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
}
