package import ScanModel

/// How one use of cryptography is recognised and read: never a finding, always an asset.
package struct InventoryRule: Sendable {
    /// What the asset's name is read from.
    package enum Subject: Sendable, Equatable {
        /// The name is fixed.
        case fixed(String)
        /// The part of the dotted name that stands so many from its end, the last being 1.
        case part(Int)
        /// An argument's value, or the value of a setting.
        case value([UseCondition.ArgumentPath])
        /// The names of a command's options.
        case options
    }

    /// How the value is read.
    package enum Reading: Sendable, Equatable {
        /// One algorithm.
        case algorithm
        /// Names of algorithms between blanks, commas, colons and bars.
        case algorithms
        /// Versions of a protocol, in the words of a grammar of `CryptoNames`.
        case protocols(String)
        /// Suites or algorithms, in the words of a grammar of `CryptoNames`.
        case ciphers(String)
    }

    /// What a use tells beside its algorithm.
    package enum Parameter: String, CaseIterable, Sendable {
        case bits, bytes, mode, padding, digest, curve, iterations, cost
    }

    /// Where it is looked for.
    package enum Place: Sendable {
        case code(languages: [String], kinds: [String], names: [String], when: UseCondition)
        case settings(subjects: [NameGlob], paths: [SettingPath], when: SettingCondition)
    }

    /// Unique among all, in the form of a rule's.
    package let id: String
    /// The word of the asset's kind where the name does not tell it.
    package let kind: String
    package let place: Place
    package let subject: Subject
    /// Ids of the policy's entries, where the fixed name is the canonical one itself.
    package let entries: [String]?
    package let reading: Reading
    /// Arguments with parameters.
    package let parameters: [Parameter: [UseCondition.ArgumentPath]]
    /// Settings with parameters, from the subject on.
    package let settings: [Parameter: [SettingPath]]
    /// What the parameters are where no argument says so.
    package let defaults: [Parameter: String]
    /// Words of which one stands in every text with such a use; without case.
    package let literals: [String]
    /// Whether a value that is not known is left out instead of listed as unknown.
    package let ignoresUnknown: Bool
}
