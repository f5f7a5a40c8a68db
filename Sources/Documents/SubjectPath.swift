/// The parts of a path that tell what a document is for, in lower case.
struct SubjectPath {
    /// The last component.
    let name: String
    /// The components before it.
    let folders: [String]

    init(_ path: String) {
        var parts = path.lowercased().split { $0 == "/" || $0 == "\\" }.map(String.init)
        name = parts.popLast() ?? ""
        folders = parts
    }

    /// Whether the name is that of a YAML or JSON file with this stem, or one that goes on after
    /// it with `-` or `.`.
    func isNamed(_ stem: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        let base = name[..<dot]
        return base == stem || base.hasPrefix(stem + "-") || base.hasPrefix(stem + ".")
    }
}
