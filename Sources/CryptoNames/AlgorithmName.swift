/// An algorithm as some program spells it, with its parameters.
///
/// Enters: `SHA1withRSA`, `DESede/ECB/PKCS5Padding`, `aes-128-ecb`, `prime192v1`, `HS256`, object
/// identifiers and URIs among them. Leaves: one canonical primitive, and the entries of the policy
/// which speak of it. It never says what holds at a date: the policy does.
package struct AlgorithmName: Hashable, Sendable {
    /// The canonical name, such as `SHA-1`, `3DES`, `P-256`, `HMAC`.
    package let primitive: String
    package let family: AlgorithmFamily
    /// `ECB`, `CBC`, `GCM`, …; `nil` where the name says none.
    package let mode: String?
    /// `PKCS1`, `OAEP`, `PSS`, `none` for no padding, …; `nil` where the name says none.
    package let padding: String?
    /// Bits of the key, the modulus or the curve, where the name tells.
    package let size: Int?
    /// The hash within a signature, MAC or derivation.
    package let digest: String?
    /// Bits that are left of a tag that is cut.
    package let tagBits: Int?
    /// Ids of the policy's entries that apply.
    package let policyEntries: [String]

    init(
        _ primitive: String, _ family: AlgorithmFamily, mode: String? = nil,
        padding: String? = nil, size: Int? = nil, digest: String? = nil, tagBits: Int? = nil,
        entries: [String]
    ) {
        self.primitive = primitive
        self.family = family
        self.mode = mode
        self.padding = padding
        self.size = size
        self.digest = digest
        self.tagBits = tagBits
        policyEntries = entries
    }

    /// The worst of the policy's entries that apply, as of 2026.
    package var strength: AlgorithmStrength {
        policyEntries.map { PolicyStrengths.strength(of: $0) }.min() ?? .acceptable
    }

    /// Reads a name; `nil` where a part of it is not known.
    package init?(_ text: String) {
        guard let found = AlgorithmName.read(text) else { return nil }
        self = found
    }

    private static func read(_ text: String) -> AlgorithmName? {
        guard text.utf8.count <= 160 else { return nil }
        var name = text.lowercased().filter { $0 != "\"" && $0 != "'" }[...]
        while name.first?.isWhitespace == true { name.removeFirst() }
        while name.last?.isWhitespace == true { name.removeLast() }
        if let hash = name.lastIndex(of: "#") { name = name[name.index(after: hash)...] }
        if let at = name.firstIndex(of: "@"), name[at...].contains(".") { name = name[..<at] }
        if let whole = one(String(name)) { return whole }
        // `hashlib.md5`, `Digest::SHA1`, `CipherMode.ECB`.
        guard let cut = name.lastIndex(where: { $0 == "." || $0 == ":" || $0 == "\\" }) else {
            return nil
        }
        return one(String(name[name.index(after: cut)...]))
    }

    private static func one(_ name: String) -> AlgorithmName? {
        guard !name.isEmpty else { return nil }
        if let known = KnownNames.algorithm(name) { return known }
        if let curve = CurveName.algorithm(name) { return curve }
        if let weakness = SSHListReader.weakness(of: name), KnownNames.isSSHOnly(name) {
            return AlgorithmName(name, .ssh, entries: [weakness.rawValue])
        }
        guard let atoms = AlgorithmAtoms.read(name) else { return nil }
        return atoms.algorithm()
    }
}
