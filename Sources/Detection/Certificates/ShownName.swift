internal import KeyMaterial

/// Names of certificates as reports may show them: certificates are public, but what calls itself
/// a name may be anything.
enum ShownName {
    /// Longest name that is shown, in characters.
    private static let maxCharacters = 64
    /// A stretch of letters and digits longer than this may be a key.
    private static let maxRun = 20

    /// The common name if it is plainly one.
    static func of(_ name: DistinguishedName) -> String? { name.commonName.flatMap(plain) }

    /// The text if it is plainly a name.
    static func plain(_ text: String) -> String? {
        guard (1...maxCharacters).contains(text.utf8.count),
            text.utf8.allSatisfy({ isWord($0) || " .-_*@:()/&,'".utf8.contains($0) }),
            text.utf8.split(whereSeparator: { !isWord($0) }).allSatisfy({ $0.count <= maxRun })
        else { return nil }
        return text
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
