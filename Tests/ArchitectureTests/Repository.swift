import Foundation

/// The repository these tests stand in.
enum Repository {
    /// Its top folder.
    static let top = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file below a folder, sorted by path.
    static func swiftFiles(below folder: String) throws -> [SourceFile] {
        let paths = try FileManager.default.subpathsOfDirectory(
            atPath: top.appending(path: folder).path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map {
            try file("\(folder)/\($0)")
        }
    }

    /// One text file.
    static func file(_ path: String) throws -> SourceFile {
        SourceFile(
            path: path,
            text: try String(contentsOf: top.appending(path: path), encoding: .utf8))
    }

    /// The folders directly below `Sources` that hold Swift.
    static func modules() throws -> Set<String> {
        Set(try swiftFiles(below: "Sources").map(\.module))
    }
}
