/// A folder whose files each need a line in the room's registry, or they do nothing unnoticed.
struct Registry: Sendable, CustomStringConvertible {
    /// What the folder holds, in the plural.
    let contents: String
    /// The folder, with `/` at the end.
    let folder: String
    /// End of the names of the files that have to be registered.
    let suffix: String
    /// Name of the file that lists them.
    let registryName: String

    var description: String { contents }

    /// The registries of the house.
    static let all = [
        Registry(
            contents: "validators", folder: "Sources/Detection/Validators/", suffix: ".swift",
            registryName: "ValidatorRegistry.swift"),
        Registry(
            contents: "reporters", folder: "Sources/Reporting/", suffix: "Reporter.swift",
            registryName: "ReporterRegistry.swift"),
    ]

    /// Files that the registry does not mention, a sentence each; a missing registry or an empty
    /// folder is a violation as well, since the comparison would hold of nothing.
    func violations(in files: [SourceFile]) -> [String] {
        guard let registry = files.first(where: { $0.name == registryName }) else {
            return ["there is no \(registryName)"]
        }
        let members = files.filter {
            $0.path.hasPrefix(folder) && $0.path.hasSuffix(suffix) && $0.path != registry.path
        }
        guard !members.isEmpty else { return ["\(folder) holds no *\(suffix)"] }
        return members.filter { !registry.mentions(word: $0.typeName) }.map {
            "\($0.path): \($0.typeName) is not in \(registryName)"
        }
    }
}
