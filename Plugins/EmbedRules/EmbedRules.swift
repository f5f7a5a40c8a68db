import Foundation
import PackagePlugin

/// Compiles every rule file below the target's folder into one Swift source at build time.
@main
struct EmbedRules: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = target.directoryURL
        let files =
            (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL } ?? [])
            .filter { $0.pathExtension == "yml" }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules+Compiled.swift")
        return [
            .buildCommand(
                displayName: "Compiling \(files.count) rule files",
                executable: try context.tool(named: "rulecompiler").url,
                arguments: [folder.path, output.path],
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}
