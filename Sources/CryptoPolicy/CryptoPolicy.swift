package import ScanModel

/// What may be used at which date, and who says so.
///
/// Enters: policy files, of ours or of users. Leaves: verdicts on canonical names. It reads no
/// source and knows no places.
package struct CryptoPolicy: Sendable {
    /// The word on the command line.
    package let name: String
    /// What it is for, in a sentence.
    package let title: String
    /// Names of the policies that it builds on, the nearest first.
    package let ancestors: [String]
    /// Sorted by id, each once.
    package let entries: [PolicyEntry]
    private let places: [String: Int]

    init(name: String, title: String, ancestors: [String], entries: [PolicyEntry]) {
        self.name = name
        self.title = title
        self.ancestors = ancestors
        let sorted = entries.sorted { $0.id < $1.id }
        self.entries = sorted
        places = Dictionary(
            sorted.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: min)
    }

    /// What it says of a primitive; `nil` where it says nothing.
    package func entry(_ id: String) -> PolicyEntry? {
        places[id].flatMap { entries.indices.contains($0) ? entries[$0] : nil }
    }

    /// The entries that speak of an item.
    package func entries(for item: CryptoItem) -> [PolicyEntry] {
        item.policyEntries.compactMap { entry($0) }
    }

    /// What holds at a date: of all that applies, the strictest.
    package func verdict(on item: CryptoItem, at date: CalendarDate) -> PolicyVerdict {
        if item.isUnknown {
            return PolicyVerdict(
                status: .unknown, since: nil,
                reason: "Only the program can tell what is used here.", document: "", entry: nil)
        }
        let verdicts =
            entries(for: item).map { $0.verdict(item.parameters, at: date) }
            + [validity(of: item, at: date)].compactMap { $0 }
        guard let first = verdicts.first else {
            let reason =
                switch item.kind {
                case .suiteGroup: "What is in the group is up to the library and its version."
                case .protocolVersion: "The library and the other side choose the version."
                default: "The policy \(name) says nothing of it."
                }
            return PolicyVerdict(
                status: .unknown, since: nil, reason: reason, document: "", entry: nil)
        }
        return verdicts.dropFirst().reduce(first) { $1.status > $0.status ? $1 : $0 }
    }

    /// A certificate outside its days is of no use, whatever it is made of.
    private func validity(of item: CryptoItem, at date: CalendarDate) -> PolicyVerdict? {
        guard let certificate = item.certificate, let entry = entry("cert-expired"),
            certificate.notAfter < date || date < certificate.notBefore
        else { return nil }
        let isOver = certificate.notAfter < date
        return PolicyVerdict(
            status: .disallowed, since: isOver ? certificate.notAfter : nil,
            reason: isOver
                ? "It ended on \(certificate.notAfter)."
                : "It is not valid before \(certificate.notBefore).",
            document: entry.document, entry: entry)
    }
}
