package import Foundation

/// Runs the key generators of the machine; tests that need one are skipped where it is missing.
package enum KeyTool {
    /// The full path of a program, or `nil`.
    package static func path(_ name: String) -> String? {
        ["/usr/bin/", "/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Whether the program is there.
    package static func has(_ name: String) -> Bool { path(name) != nil }

    /// Runs `body` with a fresh folder that is removed afterwards.
    package static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("portcullis-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// Runs a program to its end and gives its standard output.
    @discardableResult
    package static func run(_ name: String, _ arguments: [String], in folder: URL) throws -> [UInt8]
    {
        guard let path = path(name) else { throw Failure(what: "\(name) is not installed") }
        let output = folder.appendingPathComponent("output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        let status = try ChildProcess(
            path, arguments,
            environment: [
                "PATH": "/usr/bin:/bin", "HOME": folder.path, "GNUPGHOME": folder.path,
            ], folder: folder.path, output: output.path
        ).wait()
        guard status == 0 else { throw Failure(what: "\(name) ended with \(status)") }
        return [UInt8](try Data(contentsOf: output))
    }

    /// A tool that did not do its work.
    package struct Failure: Error {
        let what: String
    }
}
