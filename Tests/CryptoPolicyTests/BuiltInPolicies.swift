import CryptoPolicy
import EmbeddedRules
import ScanModel

/// The policies that the program ships.
enum BuiltInPolicies {
    static let catalog = PolicyCatalog(
        EmbeddedRules.policies.map { file, text in
            .init(file: file, bytes: text.withUTF8Buffer { Array($0) })
        })

    static func policy(_ name: String) throws -> CryptoPolicy { try catalog.policy(named: name) }

    /// A policy of a test's own.
    static func policy(text: String) throws -> CryptoPolicy {
        try catalog.policy(from: .init(file: "own.yml", bytes: Array(text.utf8)))
    }

    static func date(_ text: String) -> CalendarDate {
        CalendarDate(iso8601: text) ?? CalendarDate(secondsSince1970: 0)
    }
}
