internal import ScanModel

/// What a scan asks of every rule before any is tried.
package struct RuleTraits: OptionSet, Sendable {
    /// One bit for each.
    package let rawValue: UInt8

    /// Takes the bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It finds secrets.
    package static let secret = RuleTraits(rawValue: 1)
    /// `Rule.looksBeyondLine`.
    package static let looksBeyondLine = RuleTraits(rawValue: 2)
    /// It takes a class of the engine for assignments.
    package static let credential = RuleTraits(rawValue: 4)
    /// It asks of documents, code or certificates.
    package static let structure = RuleTraits(rawValue: 8)
    /// It asks of certificates and keys.
    package static let certificate = RuleTraits(rawValue: 16)

    /// It finds something in files that are no text.
    package static let binary = RuleTraits(rawValue: 32)

    private static let firstMark = UInt8(ascii: "0")

    /// Reads what `mark` gives; `nil` for other bytes.
    init?(mark: UInt8) {
        let bits = mark &- RuleTraits.firstMark
        guard bits < 64 else { return nil }
        self.init(rawValue: bits)
    }

    /// One byte of text for the traits.
    var mark: String { String(UnicodeScalar(RuleTraits.firstMark + rawValue)) }

    init(_ rule: Rule) {
        var traits: RuleTraits = []
        if rule.kind == .secret { traits.insert(.secret) }
        if rule.looksBeyondLine { traits.insert(.looksBeyondLine) }
        if rule.credential != nil { traits.insert(.credential) }
        if rule.structure != nil { traits.insert(.structure) }
        if rule.structure?.kind == .certificate { traits.insert(.certificate) }
        if rule.matchesInBinary { traits.insert(.binary) }
        self = traits
    }
}
