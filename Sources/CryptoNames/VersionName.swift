/// Reads one name of a protocol version.
struct VersionName {
    private let bytes: [UInt8]
    private let lower: [UInt8]

    init(_ bytes: [UInt8]) {
        var bytes = bytes[...]
        while let first = bytes.first, VersionName.isTrimmed(first) { bytes.removeFirst() }
        while let last = bytes.last, VersionName.isTrimmed(last) { bytes.removeLast() }
        self.bytes = Array(bytes)
        lower = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }

    private static func isTrimmed(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x60
    }

    var version: ProtocolVersion? {
        if lower.isEmpty { return nil }
        if let number = number { return number }
        if let bare = bareVersion { return bare }
        if let policy = cloudPolicy { return policy }
        var found: ProtocolVersion?
        var index = 0
        while index < lower.count {
            guard let mark = mark(at: index) else {
                index += 1
                continue
            }
            if let version = version(after: index + mark.length, family: mark.family) {
                // Two versions in one name are a range, which has a reader of its own.
                if found != nil || isNegated(before: index) { return nil }
                found = version
            }
            index += mark.length
        }
        return found
    }

    /// `769`, `0x0301`: the numbers of the wire, which Go's constants are too.
    private var number: ProtocolVersion? {
        let text = String(decoding: lower, as: UTF8.self)
        let value =
            lower.starts(with: Array("0x".utf8))
            ? Int(text.dropFirst(2), radix: 16) : lower.count >= 3 ? Int(text) : nil
        switch value {
        case 0x0002: return lower.count > 2 ? .ssl2 : nil
        case 0x0300: return .ssl3
        case 0x0301: return .tls10
        case 0x0302: return .tls11
        case 0x0303: return .tls12
        case 0x0304: return .tls13
        case 0xFEFF: return .dtls10
        case 0xFEFD: return .dtls12
        case 0xFEFC: return .dtls13
        default: return nil
        }
    }

    /// `1.2`, `1_2`, `v1.2`: TLS, for nothing else is counted so.
    private var bareVersion: ProtocolVersion? {
        var rest = lower[...]
        if rest.first == UInt8(ascii: "v") { rest.removeFirst() }
        let part = Array(rest)
        guard part.count == 3, part[0] == UInt8(ascii: "1"), VersionName.isSeparator(part[1])
        else { return nil }
        return VersionName.tls(minor: part[2])
    }

    /// Policies whose names do not spell the version out.
    private var cloudPolicy: ProtocolVersion? {
        let text = String(decoding: lower, as: UTF8.self)
        if text.hasPrefix("appgwsslpolicy") {
            switch text.dropFirst("appgwsslpolicy".count) {
            case "20150501": return .tls10
            case "20170401": return .tls11
            case "20170401s", "20220101", "20220101s": return .tls12
            default: return nil
            }
        }
        var policy = Substring(text)
        if policy.hasPrefix("elbsecuritypolicy-") {
            policy = policy.dropFirst("elbsecuritypolicy-".count)
        } else if !policy.hasPrefix("fs-") {
            return nil
        }
        switch policy {
        // Of the classic policies these two predate POODLE and allow SSL 3.0.
        case "2011-08", "2014-01": return .ssl3
        case "2014-10", "2015-02", "2015-03", "2015-05", "2016-08", "fs-2018-06": return .tls10
        default: break
        }
        if policy.hasPrefix("fs-1-1-") { return .tls11 }
        return policy.hasPrefix("fs-1-2-") ? .tls12 : nil
    }

    private enum Mark {
        case ssl, tls, dtls, ssh
    }

    /// Whether the name of a protocol starts here, as a word of its own.
    private func mark(at index: Int) -> (family: Mark, length: Int)? {
        let family: Mark
        let length: Int
        if matches("dtls", at: index) {
            (family, length) = (.dtls, 4)
        } else if matches("tls", at: index) {
            (family, length) = (.tls, 3)
        } else if matches("ssl", at: index) {
            (family, length) = (.ssl, 3)
        } else if matches("ssh", at: index) {
            (family, length) = (.ssh, 3)
        } else {
            return nil
        }
        guard index > 0, VersionName.isLetter(lower[index - 1]) else { return (family, length) }
        // `Tls` within `MinTls12`; but `openssl1.1` is a library.
        if bytes[index] != lower[index], bytes[index - 1] == lower[index - 1] {
            return (family, length)
        }
        var start = index
        while start > 0, VersionName.isLetter(lower[start - 1]) { start -= 1 }
        switch String(decoding: lower[start..<index], as: UTF8.self) {
        case "version", "k", "min", "max", "protocol": return (family, length)
        default: return nil
        }
    }

    private func isNegated(before index: Int) -> Bool {
        var end = index
        while end > 0, VersionName.isSeparator(lower[end - 1]) { end -= 1 }
        if end > 0, lower[end - 1] == UInt8(ascii: "!") { return true }
        guard end >= 2, lower[end - 2] == UInt8(ascii: "n"), lower[end - 1] == UInt8(ascii: "o")
        else { return false }
        return end == 2 || !VersionName.isLetter(lower[end - 3])
    }

    private func version(after start: Int, family: Mark) -> ProtocolVersion? {
        var index = start
        var isMinor = false
        scan: while index < lower.count {
            if VersionName.isSeparator(lower[index]) {
                index += 1
                continue
            }
            for word in VersionName.fillers where matches(word, at: index) {
                if word == "minor" { isMinor = true }
                index += word.utf8.count
                continue scan
            }
            break
        }
        var digits: [UInt8] = []
        while index < lower.count, VersionName.isDigit(lower[index]) {
            digits.append(lower[index])
            index += 1
        }
        guard let major = digits.first, digits.count <= 2 else { return nil }
        var minor = digits.count == 2 ? digits[1] : nil
        if index + 1 < lower.count, VersionName.isSeparator(lower[index]),
            VersionName.isDigit(lower[index + 1]),
            index + 2 >= lower.count || !VersionName.isDigit(lower[index + 2])
        {
            if minor == nil {
                minor = lower[index + 1]
                index += 2
            } else if index + 3 < lower.count, lower[index + 1] == UInt8(ascii: "1"),
                VersionName.isSeparator(lower[index + 2]), VersionName.isDigit(lower[index + 3]),
                index + 4 >= lower.count || !VersionName.isDigit(lower[index + 4])
            {
                // `TLS13-1-2-2021-06`: up to the first, from the second.
                minor = lower[index + 3]
                index += 4
            }
        } else if family == .ssh, index + 2 < lower.count, lower[index] == UInt8(ascii: "."),
            VersionName.isDigit(lower[index + 1])
        {
            index = lower.count  // SSH-1.99
        }
        guard isKnownTail(from: index) else { return nil }
        if isMinor {
            // Mbed TLS counts SSL 3.0 as 3.0 and TLS 1.0 as 3.1.
            return major == UInt8(ascii: "0")
                ? .ssl3 : VersionName.tls(minor: major &- 1)
        }
        return VersionName.version(family, major: major, minor: minor)
    }

    private static func version(_ family: Mark, major: UInt8, minor: UInt8?) -> ProtocolVersion? {
        let zero = UInt8(ascii: "0")
        switch (family, major) {
        case (.tls, UInt8(ascii: "1")): return tls(minor: minor ?? zero)
        case (.ssl, UInt8(ascii: "2")): return minor == nil || minor == zero ? .ssl2 : nil
        case (.ssl, UInt8(ascii: "3")):
            // SSL 3.1 is how TLS 1.0 calls itself on the wire.
            return minor == nil || minor == zero ? .ssl3 : tls(minor: (minor ?? zero) &- 1)
        case (.dtls, UInt8(ascii: "1")):
            switch minor ?? zero {
            case zero: return .dtls10
            case UInt8(ascii: "2"): return .dtls12
            case UInt8(ascii: "3"): return .dtls13
            default: return nil
            }
        case (.ssh, UInt8(ascii: "1")): return .ssh1
        case (.ssh, UInt8(ascii: "2")): return .ssh2
        default: return nil
        }
    }

    private static func tls(minor: UInt8) -> ProtocolVersion? {
        switch minor {
        case UInt8(ascii: "0"): .tls10
        case UInt8(ascii: "1"): .tls11
        case UInt8(ascii: "2"): .tls12
        case UInt8(ascii: "3"): .tls13
        default: nil
        }
    }

    /// Words that stand between a protocol's name and its version.
    private static let fillers: [String] = [
        "version", "protocol", "library", "minor", "minimum", "maximum", "cipher", "policy", "v",
    ]

    /// Whether what follows a version belongs to such names, so that `TLS1_CK_RSA` is none.
    private func isKnownTail(from start: Int) -> Bool {
        var index = start
        // `TLSv1.22` is no version that there is.
        if index < lower.count, lower[index] == UInt8(ascii: ".") { return false }
        while index < lower.count {
            var end = index
            while end < lower.count, VersionName.isLetter(lower[end]) { end += 1 }
            if end > index {
                let word = String(decoding: lower[index..<end], as: UTF8.self)
                guard VersionName.tailWords.contains(word) else { return false }
                index = end
            } else if VersionName.isDigit(lower[index]) || VersionName.isSeparator(lower[index])
                || lower[index] == UInt8(ascii: "(") || lower[index] == UInt8(ascii: ")")
            {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    private static let tailWords: Set<String> = [
        "method", "client", "server", "version", "protocol", "hello", "only", "res", "ext", "fips",
        "pq", "pfs", "edge", "strict", "with", "s", "l", "enabled", "and", "later", "experimental",
        "tls", "tlsv", "ssl", "sslv", "dtls", "dtlsv",
    ]

    private func matches(_ word: String, at index: Int) -> Bool {
        lower[index...].starts(with: word.utf8)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
