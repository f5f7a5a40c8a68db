package import ScanModel

/// What a validator says of one value. No sentence in it holds a part of the value.
package enum ValidatorJudgement: Hashable, Sendable {
    /// A check passed; the evidence says which and how far it carries.
    case valid(Evidence)
    /// A check failed: the finding stays, with low confidence and this sentence.
    case invalid(String)
    /// The validator has nothing to say of this form.
    case unknown
    /// A `not-…` filter knows the value as harmless: the hit is dropped.
    case rejected

    /// A check that passes by chance about once in 2³⁰ values or less often.
    package static func proven(_ statement: String) -> ValidatorJudgement {
        .valid(Evidence(.proven, statement))
    }

    /// A structure that fits, or a short check digit.
    package static func consistent(_ statement: String) -> ValidatorJudgement {
        .valid(Evidence(.consistent, statement))
    }
}
