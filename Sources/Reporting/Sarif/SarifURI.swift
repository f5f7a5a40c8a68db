import ScanModel

/// Addresses in SARIF reports.
enum SarifURI {
    /// The place of a provenance as a relative reference (RFC 3986 §4.2), or a `file` URI for a
    /// path that is absolute because the user named a file outside the root.
    ///
    /// What has no file of its own gets a name such as `git-commit/<id>`: GitHub and GitLab drop
    /// results without a physical location, and a leaked secret must not vanish there.
    static func reference(_ provenance: Provenance) -> String {
        let path = provenance.path.text
        switch provenance.kind {
        case .file, .indexEntry, .gitBlob: return reference(path: path)
        case .log: return path == "-" ? "standard-input" : reference(path: path)
        case .commitMessage: return "git-commit/" + holder(provenance)
        case .tagMessage: return "git-tag/" + holder(provenance)
        case .metadata: return "git-metadata/" + holder(provenance)
        }
    }

    /// Whether the reference is relative to the scanned root.
    static func isRelative(_ reference: String) -> Bool { !reference.hasPrefix("file:///") }

    /// Encodes every byte of a path but the unreserved ones (RFC 3986 §2.3) and `/`; so a colon in
    /// the first segment cannot be taken for a scheme.
    static func reference(path: String) -> String {
        if path.utf8.first == UInt8(ascii: "/") { return "file://" + encoded(path) }
        return path.isEmpty ? "unnamed" : encoded(path)
    }

    /// A remote address as an absolute URI: `host:path` of scp becomes `ssh://host/path`; `nil`
    /// for a path of this machine, which no report should tell. Never with user info.
    static func remote(_ address: String) -> String? {
        if let uri = absolute(address) { return uri.hasPrefix("file:") ? nil : uri }
        guard let colon = address.firstIndex(of: ":"), colon > address.startIndex,
            !address[..<colon].contains("/"), address.index(after: colon) < address.endIndex
        else { return nil }
        let path = address[address.index(after: colon)...].drop { $0 == "/" }
        return "ssh://" + encoded(withoutUser(address[..<colon])) + "/" + encoded(path)
    }

    /// The text as a URI with scheme and authority, whatever else it holds encoded; `nil` when it
    /// is none.
    static func absolute(_ text: String) -> String? {
        guard let end = text.firstRange(of: "://"), end.upperBound < text.endIndex else {
            return nil
        }
        let scheme = text[..<end.lowerBound].utf8
        guard let first = scheme.first, isLetter(first),
            scheme.allSatisfy({ isLetter($0) || isDigit($0) || [0x2B, 0x2D, 0x2E].contains($0) })
        else { return nil }
        let rest = text[end.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = withoutUser(authority)
        return text[..<end.upperBound].lowercased()
            // Brackets are for IPv6 addresses only (RFC 3986 §3.2.2).
            + encoded(host, keeping: host.hasPrefix("[") ? ":[]" : ":")
            + encoded(rest[authority.endIndex...], keeping: ":/?@!$&'()*+,;=#%")
    }

    private static func withoutUser(_ authority: Substring) -> Substring {
        authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    }

    private static func holder(_ provenance: Provenance) -> String {
        provenance.objectID?.hex ?? encoded(provenance.path.text)
    }

    private static func encoded(_ text: some StringProtocol, keeping kept: String = "/") -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = Array(text.utf8)
        var hasFragment = false
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            var isKept = isUnreserved(byte) || kept.utf8.contains(byte)
            if byte == UInt8(ascii: "%") {
                isKept = isKept && bytes[(index + 1)...].prefix(2).count(where: isHex) == 2
            } else if byte == UInt8(ascii: "#") {
                isKept = isKept && !hasFragment
                hasFragment = true
            }
            if isKept {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
