import Foundation
import TestSupport

/// Secrets that a rule without checksum and context takes, made while the test runs.
enum Made {
    /// A value in the form of a live key of Stripe.
    static func key(_ seed: UInt64) -> String {
        // A digit in front keeps the random part from being an account number's prefix.
        "sk_live_" + "9" + MadeSecret(seed: seed, count: 23).value
    }

    /// The rule that takes it.
    static let rule = "stripe.secret-key"
}
