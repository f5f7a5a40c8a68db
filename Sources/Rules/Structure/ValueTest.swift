package import CryptoNames

/// What a rule asks of one value.
package enum ValueTest: Sendable, Equatable {
    /// There is a value, whatever it is.
    case present
    /// There is none.
    case absent
    /// The text is empty, or the list or mapping has no members.
    case empty
    /// A text that stands there for all to read: no reference, placeholder or expression.
    case literal
    /// A text, number or flag that stands there, whatever it says.
    case constant
    /// A name in the source of the value has one of these words; of code alone.
    case mentions([String])
    /// The whole text is one of these; without case, numbers by their value.
    case equals([String])
    /// One of these is a member of the list, or a word of the text.
    case contains([String])
    /// A PCRE2 pattern finds something in the text.
    case matches(String)
    case below(Double)
    case above(Double)
    /// A version, part by part.
    case versionBelow([Int])
    /// A period of time in days; bare numbers are of the unit.
    case daysAbove(Double, unit: TimeUnit)
    /// Protocol versions before this one are allowed, as the grammar reads the text.
    case protocolBelow(ProtocolVersion, ProtocolGrammar)
    /// Ciphers are allowed that are weak, as the grammar reads the text.
    case weakCiphers(CipherGrammar)
    /// The name of an algorithm whose strength is one of these.
    case algorithm([AlgorithmStrength])

    /// What a bare number of a period counts.
    package enum TimeUnit: String, Sendable, CaseIterable {
        case seconds, minutes, hours, days

        /// How many make a day.
        package var perDay: Double {
            switch self {
            case .seconds: 86_400
            case .minutes: 1_440
            case .hours: 24
            case .days: 1
            }
        }
    }
}
