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
        case .nginx: NginxReader.read(bytes, limits: limits)
        case .apache: ApacheReader.read(bytes, limits: limits)
        case .haproxy: HAProxyReader.read(bytes, limits: limits)
        case .caddyfile: CaddyfileReader.read(bytes, limits: limits)
        case .ssh: SSHConfigReader.read(bytes, limits: limits)
        case .openssl: OpenSSLConfigReader.read(bytes, limits: limits)
        case .keyword: KeywordReader.read(bytes, limits: limits)
        }
    }
}
