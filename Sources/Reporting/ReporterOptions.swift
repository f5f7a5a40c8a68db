/// What the command line says about how reports are written.
package struct ReporterOptions: Sendable {
    /// Colour, detail and width of the `text` report.
    package var textStyle: TextStyle
    /// Whose limits the `sarif` report keeps.
    package var sarifProfile: SarifProfile
    /// Home page of the tool for SARIF's `informationUri`; left out when `nil`.
    package var informationURI: String?

    /// Takes plain text, everything in SARIF and no home page unless told otherwise.
    package init(
        textStyle: TextStyle = TextStyle(), sarifProfile: SarifProfile = .standard,
        informationURI: String? = nil
    ) {
        self.textStyle = textStyle
        self.sarifProfile = sarifProfile
        self.informationURI = informationURI
    }
}
