internal import Documents

/// The policies that a run can use: those built in, and one of the user's.
package struct PolicyCatalog: Sendable {
    /// The policy that is used where none is named.
    package static let standardName = "default"

    /// A policy's text and how errors call it.
    package struct Source: Sendable {
        package let file: String
        package let bytes: [UInt8]

        package init(file: String, bytes: [UInt8]) {
            self.file = file
            self.bytes = bytes
        }
    }

    private let sources: [Source]
    /// Policies in each other are followed so far.
    private static let maxAncestors = 8

    /// - Parameter sources: the policies built in.
    package init(_ sources: [Source]) { self.sources = sources }

    /// All policies built in, in the order of their names; the standard one first.
    ///
    /// - Throws: `.invalidFile` where the build is broken.
    package func all() throws(CryptoPolicyError) -> [CryptoPolicy] {
        var policies: [CryptoPolicy] = []
        for source in sources { policies.append(try policy(from: source)) }
        return policies.sorted {
            ($0.name == Self.standardName ? 0 : 1, $0.name)
                < ($1.name == Self.standardName ? 0 : 1, $1.name)
        }
    }

    /// The policy built in under a name.
    ///
    /// - Throws: `.unknownPolicy`, `.invalidFile`.
    package func policy(named name: String) throws(CryptoPolicyError) -> CryptoPolicy {
        guard let source = try source(named: name) else {
            throw CryptoPolicyError(
                .unknownPolicy,
                "no policy is called \(name); expected a file or one of: "
                    + (try names()).joined(separator: ", "))
        }
        return try policy(from: source)
    }

    /// The policy of a file, which may extend one that is built in.
    ///
    /// - Throws: `.invalidFile` with `file:line:column`.
    package func policy(from source: Source) throws(CryptoPolicyError) -> CryptoPolicy {
        try resolved(try Self.read(source), source, depth: 0)
    }

    private func names() throws(CryptoPolicyError) -> [String] {
        var names: [String] = []
        for source in sources { names.append(try Self.read(source).name) }
        return names.sorted()
    }

    private func source(named name: String) throws(CryptoPolicyError) -> Source? {
        for source in sources where try Self.read(source).name == name { return source }
        return nil
    }

    private static func read(_ source: Source) throws(CryptoPolicyError) -> PolicyFile {
        do {
            return try PolicyFile(source.bytes)
        } catch {
            throw CryptoPolicyError(.invalidFile, "\(source.file):\(error)")
        }
    }

    private func resolved(
        _ file: PolicyFile, _ source: Source, depth: Int
    ) throws(CryptoPolicyError) -> CryptoPolicy {
        var known: [String: PolicyEntry] = [:]
        var ancestors: [String] = []
        if let name = file.parent {
            let place = "\(source.file):\(file.parentPosition)"
            guard depth < Self.maxAncestors else {
                throw CryptoPolicyError(
                    .invalidFile,
                    "\(place): policies extend each other in a circle, or more than "
                        + "\(Self.maxAncestors) deep")
            }
            guard let parent = try self.source(named: name) else {
                throw CryptoPolicyError(
                    .invalidFile,
                    "\(place): no policy of that name can be extended; expected one of: "
                        + (try names()).joined(separator: ", "))
            }
            let policy = try resolved(try Self.read(parent), parent, depth: depth + 1)
            for entry in policy.entries { known[entry.id] = entry }
            ancestors = [policy.name] + policy.ancestors
        }
        let allowed = file.name == Self.standardName ? nil : try standardIDs()
        for entry in file.entries {
            if let allowed, !allowed.contains(entry.id) {
                let near = NearbyNames.near(entry.id, among: allowed.sorted())
                throw CryptoPolicyError(
                    .invalidFile,
                    "\(source.file):\(entry.position): no primitive has this id; `portcullis "
                        + "policy show \(Self.standardName)` lists them"
                        + (near.isEmpty ? "" : "; near it are " + near.joined(separator: ", ")))
            }
            known[entry.id] = try Self.merged(entry, over: known[entry.id], source)
        }
        return CryptoPolicy(
            name: file.name, title: file.title, ancestors: ancestors,
            entries: Array(known.values))
    }

    /// Ids that mean something: those of the standard policy.
    private func standardIDs() throws(CryptoPolicyError) -> Set<String> {
        guard let source = try source(named: Self.standardName) else { return [] }
        return Set(try Self.read(source).entries.map(\.id))
    }

    /// What an entry says, and what it leaves to the one that it overrides.
    private static func merged(
        _ entry: PolicyFile.Entry, over base: PolicyEntry?, _ source: Source
    ) throws(CryptoPolicyError) -> PolicyEntry {
        guard let name = entry.name ?? base?.name, let why = entry.why ?? base?.why,
            let severity = entry.severity ?? base?.severity,
            let document = entry.document ?? base?.document
        else {
            throw CryptoPolicyError(
                .invalidFile,
                "\(source.file):\(entry.position): an entry that overrides none has to have "
                    + "`name`, `severity`, `why` and `document`")
        }
        let deprecated = entry.deprecated ?? base?.deprecated
        let disallowed = entry.disallowed ?? base?.disallowed
        return PolicyEntry(
            id: entry.id, name: name, status: entry.status ?? base?.status ?? .approved,
            deprecated: deprecated, disallowed: disallowed,
            minimums: entry.minimums ?? base?.minimums ?? [], severity: severity, why: why,
            fix: entry.fix ?? base?.fix, document: document)
    }
}
