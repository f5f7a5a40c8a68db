/// What a generated history is made of besides ordinary text. Secrets are made while a test runs.
package struct HistoryMaterial: Sendable {
    /// Values that rules find, on a line of their own or in an assignment.
    package var secrets: [String]
    /// Lines that nearly are findings and are none.
    package var nearMisses: [String]
    /// Words near a secret that change what a rule says of it.
    package var contextWords: [String]
    /// Texts of several lines that a rule finds as wholes, say blocks of PEM.
    package var blocks: [String]

    /// The material.
    package init(
        secrets: [String], nearMisses: [String] = [], contextWords: [String] = [],
        blocks: [String] = []
    ) {
        self.secrets = secrets
        self.nearMisses = nearMisses
        self.contextWords = contextWords
        self.blocks = blocks
    }
}
