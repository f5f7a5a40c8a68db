extension ProtocolSet {
    /// Reads the value of a setting; never fails, what is no version stands in `unknown`.
    package static func parse(_ text: String, _ grammar: ProtocolGrammar) -> ProtocolSet {
        var reader = ProtocolListReader()
        switch grammar {
        case .list: reader.list(text)
        case .apache: reader.sequence(text, replaces: true)
        case .openssl: reader.sequence(text, replaces: false)
        case .minimum, .maximum: reader.bound(text, isMinimum: grammar == .minimum)
        case .options: reader.options(text)
        case .jsseDisabled: reader.disabledAlgorithms(text)
        case .dotnet: reader.dotnet(text)
        case .gnutls: reader.gnutls(text)
        case .ssh: reader.ssh(text)
        }
        return reader.set
    }
}
