internal import CryptoPolicy
internal import EmbeddedRules
internal import Inputs
internal import Rules
internal import ScanModel

/// Loads policies, ours and the user's, and the rules of the inventory.
enum PolicyLoader {
    /// The policies built into the program.
    static var catalog: PolicyCatalog {
        PolicyCatalog(EmbeddedRules.policies.map { .init(file: $0.file, bytes: bytes($0.text)) })
    }

    /// The policy of a name, or of a file.
    ///
    /// - Throws: `CryptoPolicyError`, `CommandError` where the file cannot be read.
    static func policy(_ given: String?) throws -> CryptoPolicy {
        let name = given ?? PolicyCatalog.standardName
        guard name.contains("/") || name.hasSuffix(".yml") || name.hasSuffix(".yaml") else {
            return try catalog.policy(named: name)
        }
        do {
            let file = try FileReader.read(
                Array(name.utf8), maxBytes: 1 << 20, followsLink: true)
            return try catalog.policy(
                from: .init(file: name, bytes: file.withUnsafeBytes { Array($0) }))
        } catch let error as InputError {
            throw CommandError(.usage, "--policy \(name): \(error.message)")
        }
    }

    /// The rules of the inventory, built into the program.
    ///
    /// - Throws: `RuleError` where the build is broken.
    static func inventoryRules() throws(RuleError) -> [InventoryRule] {
        var rules: [InventoryRule] = []
        for (file, text) in EmbeddedRules.inventory {
            rules += try InventoryRule.read(bytes(text), file: file)
        }
        return rules
    }

    private static func bytes(_ text: StaticString) -> [UInt8] {
        text.withUTF8Buffer { Array($0) }
    }
}
