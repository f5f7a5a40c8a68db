internal import ScanModel

/// One dotted name of a query.
struct CodePattern: Sendable {
    /// The name as written.
    let text: String
    /// The name behind the last dot.
    let last: String
    /// Whether any name may be the last.
    let endsInStar: Bool
    /// Whether it asks for a name behind a receiver that is not resolved.
    let isOfUnresolved: Bool
    private let exact: NameGlob
    private let folded: NameGlob

    init(_ text: String) {
        self.text = text
        last = text.split(separator: ".").last.map(String.init) ?? text
        endsInStar = last.contains("*")
        isOfUnresolved = text.hasPrefix("?.")
        exact = NameGlob(text)
        folded = NameGlob(text, foldsCase: true)
    }

    /// Whether a whole name fits.
    func matches(_ name: some StringProtocol, foldsCase: Bool) -> Bool {
        foldsCase ? folded.matches(name) : exact.matches(name)
    }
}
