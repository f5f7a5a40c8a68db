import Foundation

/// A folder of a test's own, deleted with the object.
final class Scene: Sendable {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("portcullis-scene-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// The folder's path.
    var path: String { folder.path }

    /// The place of a file in it.
    func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Writes a file and the folders above it.
    func write(_ name: String, _ content: Data) throws {
        try FileManager.default.createDirectory(
            at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: url(name))
    }

    /// Writes lines to a file.
    func write(_ name: String, _ lines: String...) throws {
        try write(name, Data((lines.joined(separator: "\n") + "\n").utf8))
    }

    /// Runs the program in the folder.
    func run(
        _ arguments: String..., environment: [String: String] = [:], input: Data? = nil,
        shell: String? = nil
    ) throws -> ProgramRun {
        try ProgramRun(
            arguments, in: path, environment: environment, input: input, shell: shell)
    }

    /// A file's content.
    func read(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

    /// Names in the folder, sorted.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
