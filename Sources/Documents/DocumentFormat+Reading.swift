extension DocumentFormat {
    package static func detect(path: String, bytes: UnsafeRawBufferPointer) -> DocumentFormat? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let e = name.split(separator: ".").last.map(String.init) ?? ""
        switch e {
        case "yml", "yaml": return .yaml
        case "json": return .json
        case "toml": return .toml
        case "tf", "hcl", "tfvars": return .hcl
        case "bicep": return .bicep
        default: return nil
        }
    }

    /// Reads a text of this format.
    package func read(_ bytes: UnsafeRawBufferPointer) -> Document {
        switch self {
        case .yaml: YAMLReader.read(bytes)
        case .json: JSONReader.read(bytes)
        case .toml: TOMLReader.read(bytes)
        case .hcl: HCLReader.read(bytes)
        case .bicep: BicepReader.read(bytes)
        default: Document(format: self, roots: [])
        }
    }
}
