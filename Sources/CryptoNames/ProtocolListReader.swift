/// Reads the values of settings that list protocol versions, one grammar a function.
struct ProtocolListReader {
    private(set) var set = ProtocolSet()

    /// What `all` and exclusions stand for. SSL 2.0 is in no program that is still maintained.
    private static let all: [ProtocolVersion] = [.ssl3, .tls10, .tls11, .tls12, .tls13]

    private static func isAll(_ word: String) -> Bool {
        switch word.lowercased() {
        case "all", "any", "*", "tlsall", "tls-all": true
        default: false
        }
    }

    /// The versions that a word stands for; empty where it is none.
    private static func versions(_ word: String) -> [ProtocolVersion] {
        if isAll(word) { return all }
        return ProtocolVersion(name: word).map { [$0] } ?? []
    }

    private static func at(least version: ProtocolVersion) -> [ProtocolVersion] {
        ProtocolVersion.allCases.filter { $0.family == version.family && $0 >= version }
    }

    private static func at(most version: ProtocolVersion) -> [ProtocolVersion] {
        let candidates = version.family == .tls ? all : ProtocolVersion.allCases
        return candidates.filter { $0.family == version.family && $0 <= version }
    }

    mutating func list(_ text: String) {
        let words = NameWord.split(text, at: " \t\r\n,:;|\"'[](){}")
        var bare: [NameWord] = []
        var excluded: [ProtocolVersion] = []
        var lower: (version: ProtocolVersion, word: NameWord)?
        var upper: ProtocolVersion?
        var index = 0
        while index < words.count {
            var word = words[index]
            index += 1
            // `>= TLSv1.2` and `TLSv1.2 - TLSv1.3` have blanks in them.
            if [">=", "<=", ">", "<", "!", "+"].contains(word.text), index < words.count {
                let next = words[index]
                word = NameWord(text: word.text + next.text, span: next.span)
                index += 1
            }
            let name = word.text
            if name.hasPrefix(">=") || name.hasPrefix("<=") {
                guard let version = ProtocolVersion(name: String(name.dropFirst(2))) else {
                    set.note(unknown: word.span)
                    continue
                }
                if name.hasPrefix(">") { lower = (version, word) } else { upper = version }
            } else if name.hasPrefix("!") || name.hasPrefix("-") {
                let off = ProtocolListReader.versions(String(name.dropFirst()))
                if off.isEmpty { set.note(unknown: word.span) }
                excluded += off
            } else if name.hasSuffix("+"),
                let version = ProtocolVersion(name: String(name.dropLast()))
            {
                lower = (version, word)
            } else if let range = ProtocolListReader.range(name) {
                set.enable(
                    ProtocolListReader.at(least: range.0).filter { $0 <= range.1 }, by: word.span)
                bare.append(word)
            } else {
                bare.append(name.hasPrefix("+") ? word.dropping(1) : word)
            }
        }
        for word in bare {
            let versions = ProtocolListReader.versions(word.text)
            if !versions.isEmpty {
                set.enable(versions, by: word.span)
            } else if ProtocolVersion.isNegotiated(name: word.text) {
                set.negotiate()
                set.imply(ProtocolListReader.all)
            } else if ProtocolListReader.range(word.text) == nil {
                set.note(unknown: word.span)
            }
        }
        if let lower {
            set.enable(
                ProtocolListReader.at(least: lower.version).filter { $0 <= (upper ?? .dtls13) },
                by: lower.word.span)
            set.disable(ProtocolListReader.at(most: lower.version).filter { $0 < lower.version })
        } else if let upper {
            set.imply(ProtocolListReader.at(most: upper))
        } else if bare.isEmpty, !excluded.isEmpty {
            set.imply(ProtocolListReader.all)
        }
        set.disable(excluded)
    }

    /// `TLSv1.2-TLSv1.3`, `TLSv1..TLSv1.2`.
    private static func range(_ word: String) -> (ProtocolVersion, ProtocolVersion)? {
        let bytes = Array(word.utf8)
        guard bytes.count <= 64 else { return nil }
        for index in bytes.indices.dropFirst()
        where bytes[index] == UInt8(ascii: "-")
            || bytes[index] == UInt8(ascii: ".")
        {
            var next = index + 1
            if bytes[index] == UInt8(ascii: ".") {
                guard next < bytes.count, bytes[next] == UInt8(ascii: ".") else { continue }
                next += 1
            }
            let low = String(decoding: bytes[..<index], as: UTF8.self)
            let high = String(decoding: bytes[next...], as: UTF8.self)
            if let low = ProtocolVersion(name: low), let high = ProtocolVersion(name: high),
                low <= high, low.family == high.family
            {
                return (low, high)
            }
        }
        return nil
    }

    mutating func sequence(_ text: String, replaces: Bool) {
        let words = NameWord.split(text, at: " \t\r\n,\"'")
        if !replaces { set.imply(ProtocolListReader.all) }
        for word in words {
            let sign = word.text.utf8.first
            let signed = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
            let name = signed ? word.dropping(1) : word
            let versions = ProtocolListReader.versions(name.text)
            guard !versions.isEmpty else {
                set.note(unknown: word.span)
                continue
            }
            if sign == UInt8(ascii: "-") {
                set.disable(versions)
            } else {
                if replaces, !signed { set.clear() }
                set.enable(versions, by: name.span)
            }
        }
    }

    mutating func bound(_ text: String, isMinimum: Bool) {
        let word = NameWord.split(text, at: "\r\n\"'").first { !$0.text.allSatisfy(\.isWhitespace) }
        guard let word else { return }
        guard let version = ProtocolVersion(name: word.text) else {
            let name = word.lowercased.filter { !$0.isWhitespace }
            if ProtocolVersion.isNegotiated(name: name) {
                set.negotiate()
                set.imply(ProtocolListReader.all)
            } else {
                set.note(unknown: word.span)
            }
            return
        }
        if isMinimum {
            set.enable(ProtocolListReader.at(least: version), by: word.span)
            set.disable(
                ProtocolVersion.allCases.filter {
                    $0.family == version.family && $0 < version
                })
        } else {
            set.enable([version], by: word.span)
            set.imply(ProtocolListReader.at(most: version))
            set.disable(
                ProtocolVersion.allCases.filter {
                    $0.family == version.family && $0 > version
                })
        }
    }

    mutating func options(_ text: String) {
        let words = NameWord.split(text, at: " \t\r\n,|;=\"'()")
        set.imply(ProtocolListReader.all)
        var lower: (version: ProtocolVersion, span: WordSpan)?
        var upper: ProtocolVersion?
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            let name = word.lowercased
            if name == "ssl-min-ver" || name == "ssl-max-ver" {
                guard index < words.count else { break }
                let value = words[index]
                index += 1
                guard let version = ProtocolVersion(name: value.text) else {
                    set.note(unknown: value.span)
                    continue
                }
                if name == "ssl-min-ver" {
                    lower = (version, value.span)
                } else {
                    upper = version
                }
                continue
            }
            if name.hasPrefix("force-"),
                let version = ProtocolVersion(name: String(name.dropFirst("force-".count)))
            {
                set.disable(ProtocolListReader.all)
                set.enable([version], by: word.span)
                continue
            }
            guard let negated = ProtocolListReader.negated(name) else { continue }
            // `-no_tlsv1` takes the option away, and so the version is on.
            if name.hasPrefix("-") {
                set.enable([negated], by: word.span)
            } else {
                set.disable([negated])
            }
        }
        if let lower {
            set.disable(ProtocolListReader.at(most: lower.version).filter { $0 < lower.version })
            set.enable(
                ProtocolListReader.at(least: lower.version).filter {
                    $0 <= (upper ?? .tls13) && !set.disabled.contains($0)
                }, by: lower.span)
        }
        if let upper { set.disable(ProtocolListReader.all.filter { $0 > upper }) }
    }

    /// The version of `no-tlsv10`, `SSL_OP_NO_TLSv1_1`, `+no_sslv3`.
    private static func negated(_ name: String) -> ProtocolVersion? {
        let bytes = Array(name.utf8)
        guard bytes.count <= 64 else { return nil }
        var index = 0
        while index + 3 < bytes.count {
            let isStart = index == 0 || !(bytes[index - 1] >= 0x61 && bytes[index - 1] <= 0x7A)
            let separator = bytes[index + 2]
            if isStart, bytes[index] == UInt8(ascii: "n"), bytes[index + 1] == UInt8(ascii: "o"),
                separator == UInt8(ascii: "-") || separator == UInt8(ascii: "_")
            {
                let rest = String(decoding: bytes[(index + 3)...], as: UTF8.self)
                return rest.hasPrefix("tls") || rest.hasPrefix("ssl") || rest.hasPrefix("dtls")
                    ? ProtocolVersion(name: rest) : nil
            }
            index += 1
        }
        return nil
    }

    mutating func disabledAlgorithms(_ text: String) {
        set.imply(ProtocolListReader.all + [.dtls10, .dtls12])
        for word in NameWord.split(text, at: ",\\\r\n\"'") {
            var name = word.text[...]
            while name.first?.isWhitespace == true { name.removeFirst() }
            while name.last?.isWhitespace == true { name.removeLast() }
            // Only protocols are of interest: constraints have blanks, as in `RSA keySize < 2048`.
            if let version = ProtocolVersion(name: String(name)) { set.disable([version]) }
        }
    }

    mutating func dotnet(_ text: String) {
        for word in NameWord.split(text, at: " \t\r\n,|\"'[]()") {
            let name = word.lowercased
            if let number = Int(name) {
                // The values of SslProtocols and SecurityProtocolType are those of SChannel.
                let flags: [(Int, ProtocolVersion)] = [
                    (0x0C, .ssl2), (0x30, .ssl3), (0xC0, .tls10), (0x300, .tls11),
                    (0xC00, .tls12), (0x3000, .tls13),
                ]
                let versions = flags.filter { number & $0.0 != 0 }.map(\.1)
                if versions.isEmpty { number == 0 ? open() : set.note(unknown: word.span) }
                set.enable(versions, by: word.span)
            } else if name == "default" || name.hasSuffix(".default") {
                // SslProtocols.Default is SSL 3.0 and TLS 1.0, and obsolete.
                set.enable([.ssl3, .tls10], by: word.span)
            } else if let version = dotnetVersion(name) {
                set.enable([version], by: word.span)
            } else if ProtocolVersion.isNegotiated(name: word.text) {
                open()
            } else if name != "-bor", name != "or", name != "bor" {
                set.note(unknown: word.span)
            }
        }
    }

    private mutating func open() {
        set.negotiate()
        set.imply(ProtocolListReader.all)
    }

    private func dotnetVersion(_ name: String) -> ProtocolVersion? {
        // `Tls` alone is TLS 1.0 there.
        if name == "tls" || name.hasSuffix(".tls") || name.hasSuffix(":tls") { return .tls10 }
        return ProtocolVersion(name: name)
    }

    mutating func gnutls(_ text: String) {
        var isFirst = true
        for word in NameWord.split(text, at: ": \t\r\n,\"'") {
            let name = word.lowercased
            if isFirst {
                isFirst = false
                if name != "none" { set.imply(ProtocolListReader.all.filter { $0 != .ssl3 }) }
            }
            guard let sign = name.utf8.first, let vers = name.firstRange(ofVersion: "vers-") else {
                continue
            }
            let rest = String(name[vers...])
            let family: [ProtocolVersion] =
                rest == "dtls-all" ? [.dtls10, .dtls12] : ProtocolListReader.versions(rest)
            if family.isEmpty {
                set.note(unknown: word.span)
            } else if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "!") {
                set.disable(family)
            } else {
                set.enable(family, by: word.span)
            }
        }
    }

    mutating func ssh(_ text: String) {
        for word in NameWord.split(text, at: " \t\r\n,\"'") {
            switch word.text {
            case "1": set.enable([.ssh1], by: word.span)
            case "2": set.enable([.ssh2], by: word.span)
            default: set.note(unknown: word.span)
            }
        }
    }
}

extension String {
    /// Where the name after `+vers-` or `vers-` starts; `nil` where the word is no such item.
    fileprivate func firstRange(ofVersion mark: String) -> String.Index? {
        let start =
            first == "+" || first == "-" || first == "!" ? index(after: startIndex) : startIndex
        guard self[start...].hasPrefix(mark) else { return nil }
        return index(start, offsetBy: mark.count)
    }
}
