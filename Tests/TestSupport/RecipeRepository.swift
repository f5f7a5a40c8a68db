package import Foundation

/// A repository that a recipe under `fixtures/git` built in a folder of its own.
///
/// The folders of a process are deleted when it ends, not with this object: a test opens the
/// repository and may drop the recipe long before its last look.
///
/// A recipe gets its secrets through the environment, so that none stands in the sources:
/// `try RecipeRepository("lifetime", environment: ["SECRET": secret.value])`.
package final class RecipeRepository: Sendable {
    /// The folder that the recipe was given; most recipes build `repository` below it.
    package let folder: URL

    /// Runs the recipe `fixtures/git/NAME.sh`.
    /// - Throws: `RecipeFailure` when it, or git, is not there or fails.
    package init(_ name: String, environment: [String: String] = [:]) throws {
        folder = try RecipeFolders.make()
        let recipe = RecipeRepository.fixtures.appendingPathComponent("git/\(name).sh")
        let result = try RecipeRepository.run(
            ["bash", recipe.path, folder.path], in: folder, environment: environment)
        guard result.status == 0 else {
            throw RecipeFailure(recipe: name, status: result.status)
        }
    }

    /// The path of the built repository, or of another folder that the recipe made.
    package func path(_ name: String = "repository") -> String {
        folder.appendingPathComponent(name).path
    }

    /// Runs git in the built repository and gives its trimmed output; an oracle for tests.
    package func git(_ arguments: String..., in name: String = "repository") throws -> String {
        let result = try RecipeRepository.git(
            arguments, in: folder.appendingPathComponent(name), home: folder)
        guard result.status == 0 else {
            throw RecipeFailure(
                recipe: "git \(arguments.first ?? "")", status: result.status)
        }
        return String(decoding: result.output, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The folder `fixtures` of the package.
    package static var fixtures: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../fixtures").standardized
    }

    /// Runs git in a folder, with no configuration but the repository's.
    static func git(
        _ arguments: [String], in folder: URL, home: URL? = nil
    ) throws -> (status: Int32, output: Data) {
        try run(
            ["git"] + arguments, in: folder,
            environment: [
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_NO_REPLACE_OBJECTS": "1", "HOME": (home ?? folder).path,
            ])
    }

    private static func run(
        _ command: [String], in folder: URL, environment: [String: String]
    ) throws -> (status: Int32, output: Data) {
        let output = FileManager.default.temporaryDirectory
            .appendingPathComponent("portcullis-output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        // A test run from a hook has GIT_DIR and its like set, which must not reach the recipe.
        // Standard error may hold secrets of the recipe: a failing test must not print it.
        let status = try ChildProcess(
            "/usr/bin/env", command,
            environment: ProcessInfo.processInfo.environment
                .filter { !$0.key.hasPrefix("GIT_") }
                .merging(environment) { $1 }, folder: folder.path, output: output.path
        ).wait()
        return (status, try Data(contentsOf: output))
    }
}
