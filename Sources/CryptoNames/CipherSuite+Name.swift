extension CipherSuite {
    /// The suite of a name; `nil` where the name is none, which groups such as `HIGH` and the
    /// signals `TLS_FALLBACK_SCSV` and `TLS_EMPTY_RENEGOTIATION_INFO_SCSV` are.
    package init?(name: String) {
        guard name.utf8.count <= 96 else { return nil }
        var reader = SuiteNameReader(name)
        guard let suite = reader.suite() else { return nil }
        self = suite
    }

    /// Whether a name stands in lists of suites without being one.
    package static func isSignal(name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix("fallback_scsv") || name.hasSuffix("renegotiation_info_scsv")
    }
}
