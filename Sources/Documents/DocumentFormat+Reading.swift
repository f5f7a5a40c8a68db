extension DocumentFormat {
    /// Reads a file of this format; what cannot be read is in the document's faults.
    package func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        switch self {
        case .yaml: YAMLReader.read(bytes, limits: limits)
        case .json: JSONReader.read(bytes, limits: limits)
        case .toml: TOMLReader.read(bytes, limits: limits)
        case .ini: INIReader.read(bytes, limits: limits)
        case .properties: PropertiesReader.read(bytes, limits: limits)
        case .env: EnvironmentReader.read(bytes, limits: limits)
        case .hcl: Document(format: self, roots: [])
        case .bicep: Document(format: self, roots: [])
        case .xml: Document(format: self, roots: [])
        case .dockerfile: Document(format: self, roots: [])
        case .nginx: Document(format: self, roots: [])
        case .apache: Document(format: self, roots: [])
        case .haproxy: Document(format: self, roots: [])
        case .caddyfile: Document(format: self, roots: [])
        case .ssh: Document(format: self, roots: [])
        case .openssl: Document(format: self, roots: [])
        case .keyword: Document(format: self, roots: [])
        }
    }
}
