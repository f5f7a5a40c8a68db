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
    /// for a path of this machine, which no report should tell.
    static func remote(_ address: String) -> String? {
        if let end = address.firstRange(of: "://") {
            let scheme = address[..<end.lowerBound]
            guard let first = scheme.utf8.first, isLetter(first), scheme != "file",
                scheme.utf8.allSatisfy({
                    isLetter($0) || isDigit($0) || [0x2B, 0x2D, 0x2E].contains($0)
                }), end.upperBound < address.endIndex
            else { return nil }
            return encoded(address, keeping: ":/?#[]@!$&'()*+,;=%")
        }
        guard let colon = address.firstIndex(of: ":"), colon > address.startIndex,
            !address[..<colon].contains("/"), address.index(after: colon) < address.endIndex
        else { return nil }
        let path = address[address.index(after: colon)...].drop { $0 == "/" }
        return "ssh://" + encoded(String(address[..<colon]), keeping: "@") + "/"
            + encoded(String(path))
    }

    private static func holder(_ provenance: Provenance) -> String {
        provenance.objectID?.hex ?? encoded(provenance.path.text)
    }

    private static func encoded(_ text: String, keeping kept: String = "/") -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isLetter(byte) || isDigit(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
                || kept.utf8.contains(byte)
            {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
