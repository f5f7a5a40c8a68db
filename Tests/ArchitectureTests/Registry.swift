/// A protocol of which every conforming type needs a line in its room's registry: without it the
/// type does nothing, unnoticed.
struct Registry: Sendable, CustomStringConvertible {
    /// The protocol that members conform to.
    let conformance: String
    /// The room's folder, with `/` at the end.
    let folder: String
    /// Name of the file that lists the members.
    let name: String

    var description: String { name }

    /// The registries of the house.
    static let all = [
        Registry(
            conformance: "Validator", folder: "Sources/Detection/", name: "ValidatorRegistry.swift"),
        Registry(
            conformance: "Reporter", folder: "Sources/Reporting/", name: "ReporterRegistry.swift"),
    ]

    /// Members that the registry does not mention, a sentence each; a missing registry or a room
    /// without members is a violation as well, since the comparison would hold of nothing.
    func violations(in files: [SourceFile]) -> [String] {
        let room = files.filter { $0.path.hasPrefix(folder) }
        guard let registry = room.first(where: { $0.name == name }) else {
            return ["there is no \(name) below \(folder)"]
        }
        var found: [String] = []
        var memberCount = 0
        for file in room where file.path != registry.path {
            let members = members(in: file)
            memberCount += members.count
            for member in members where !registry.mentions(word: member) {
                found.append("\(file.path): \(member) is not in \(name)")
            }
            // The folder is read by file name; one that promises a member has to hold it.
            if file.typeName.hasSuffix(conformance), file.typeName != conformance,
                !members.contains(file.typeName), !file.name.contains("+")
            {
                found.append("\(file.path): no \(file.typeName) conforms to \(conformance)")
            }
        }
        return memberCount == 0 ? ["\(folder) holds no \(conformance)"] : found
    }

    /// The types that a file declares, or extends, to conform to the protocol.
    private func members(in file: SourceFile) -> [String] {
        file.code.matches(
            of: /\b(struct|enum|class|actor|extension)\s+([A-Za-z0-9_.]+)\s*:\s*([^{]*)\{/
        )
        .filter { match in
            match.3.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains {
                $0 == conformance
            }
        }
        .map { String($0.2) }
    }
}
