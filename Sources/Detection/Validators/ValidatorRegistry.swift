/// Every validator by the name that rule files use.
package enum ValidatorRegistry {
    /// One line a validator, sorted by file name.
    package static let all: [any Validator] = [
        GitHubCRC32Validator()
    ]

    private static let byName = Dictionary(
        all.map { (type(of: $0).name, $0) }, uniquingKeysWith: { first, _ in first })

    /// The names, sorted.
    package static var names: [String] { byName.keys.sorted() }

    /// The validator of that name, if there is one.
    package static func validator(named name: String) -> (any Validator)? { byName[name] }

    /// The check characters that the validator of that name puts after `prefix`.
    ///
    /// Made to be handed to `Rules` as the source of `⟦sum:NAME⟧`.
    package static func checksum(named name: String, over prefix: [UInt8]) -> [UInt8]? {
        byName[name]?.checksum(over: prefix)
    }
}
