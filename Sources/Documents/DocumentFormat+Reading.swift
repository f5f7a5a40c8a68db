extension DocumentFormat {
    /// Reads a file of this format; what cannot be read is in the document's faults.
    package func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        switch self {
        case .yaml:
            HelmTemplate.isTemplate(bytes)
                ? HelmTemplate.read(bytes, limits: limits) : YAMLReader.read(bytes, limits: limits)
        case .json: JSONReader.read(bytes, limits: limits)
        case .toml: TOMLReader.read(bytes, limits: limits)
        case .ini: INIReader.read(bytes, limits: limits)
        case .properties: PropertiesReader.read(bytes, limits: limits)
        case .env: EnvironmentReader.read(bytes, limits: limits)
        case .hcl: HCLReader.read(bytes, limits: limits)
        case .bicep: BicepReader.read(bytes, limits: limits)
        case .xml: XMLReader.read(bytes, limits: limits)
        case .dockerfile: DockerfileReader.read(bytes, limits: limits)
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
