/// Tells formats by the first lines of a file.
struct FormatLook {
    private static let maxBytes = 2048

    private let lines: [Substring]
    /// The first line that says something.
    private var first: Substring { lines.first ?? "" }

    init(_ bytes: UnsafeRawBufferPointer) {
        let head = bytes.prefix(FormatLook.maxBytes)
        guard !head.contains(0) else {
            lines = []
            return
        }
        var text = Substring(String(decoding: head, as: UTF8.self))
        if text.first == "\u{FEFF}" { text.removeFirst() }
        var lines = text.utf8.split { $0 == 0x0A || $0 == 0x0D }.map { Substring($0) }
        // The last line may be cut.
        if bytes.count > FormatLook.maxBytes, lines.count > 1 { lines.removeLast() }
        self.lines = lines.compactMap { line in
            let trimmed = Substring(line.utf8.drop { $0 == 0x20 || $0 == 0x09 })
            let isComment =
                trimmed.hasPrefix("#") && !trimmed.hasPrefix("#!")
                || trimmed.hasPrefix(";") || trimmed.hasPrefix("//") || trimmed.hasPrefix("/*")
                || trimmed.hasPrefix("*")
            return trimmed.isEmpty || isComment ? nil : line
        }
    }

    /// The format of a file whose name tells nothing; only what can hardly be anything else.
    func unnamed() -> DocumentFormat? {
        guard !first.hasPrefix("#!") else { return nil }
        if isJSON { return .json }
        if first.hasPrefix("<?xml") { return .xml }
        if isCloudYAML || first.hasPrefix("apiVersion:") { return .yaml }
        if first.trimmingEnd == "---", lines.count > 1, FormatLook.isYAMLLine(lines[1]) {
            return .yaml
        }
        if FormatLook.isHeader(first), lines.count > 1, lines[1].contains("=") { return .ini }
        return nil
    }

    /// JSON or YAML of CloudFormation.
    func cloudTemplate() -> DocumentFormat? {
        isJSON ? .json : isCloudYAML ? .yaml : nil
    }

    /// The grammar of a `.conf`, `.cfg` or `.config` file.
    func configuration(isOpenSSLLikely: Bool) -> DocumentFormat? {
        guard !lines.isEmpty, !first.hasPrefix("#!") else { return nil }
        if isJSON { return .json }
        if first.hasPrefix("<?xml") { return .xml }
        var counts = Counts()
        for line in lines { counts.add(line) }
        if first.hasPrefix("<"), counts.apache == 0 { return .xml }
        if counts.apache >= 2 { return .apache }
        if counts.nginxBlocks > 0, counts.semicolons > 0 { return .nginx }
        if counts.semicolons * 2 > lines.count, counts.assignments + counts.blocks == 0 {
            return .nginx
        }
        if counts.haproxy > 0, counts.headers == 0 { return .haproxy }
        if counts.openssl > 1 || isOpenSSLLikely && counts.openssl > 0 { return .openssl }
        // Blocks with assignments in them are of languages that are not read.
        if counts.blocks > 0 { return nil }
        if counts.headers > 0 { return .ini }
        if counts.yaml == lines.count { return .yaml }
        if counts.assignments * 5 >= lines.count * 4 { return .ini }
        if counts.words * 5 >= lines.count * 4 { return .keyword }
        return nil
    }

    /// Whether it starts with the header of a section.
    var hasSections: Bool { FormatLook.isHeader(first) }

    private var isJSON: Bool {
        let text = lines.prefix(2).joined().filter { $0 != " " && $0 != "\t" }
        return ["{\"", "[{", "[\"", "{}"].contains { text.hasPrefix($0) }
    }

    private var isCloudYAML: Bool {
        lines.contains {
            $0.hasPrefix("AWSTemplateFormatVersion:") || $0.hasPrefix("Resources:")
                || $0.hasPrefix("Transform: AWS::")
        }
    }

    /// `[name]` alone on a line.
    private static func isHeader(_ line: Substring) -> Bool {
        let text = line.trimmingEnd
        return text.hasPrefix("[") && text.hasSuffix("]") && text.utf8.count > 2
            && !text.contains("\"") && !text.contains(",") && !text.contains("{")
    }

    /// `key:`, `key: value` or an item of a list.
    private static func isYAMLLine(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " }.trimmingEnd
        if text.hasPrefix("- ") { return true }
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return false }
        let after = text[text.index(after: colon)...]
        return (after.isEmpty || after.hasPrefix(" "))
            && text[..<colon].utf8.allSatisfy { JSONWord.isNamePart($0) || "-./".utf8.contains($0) }
    }

    /// How many lines look like what.
    private struct Counts {
        var apache = 0
        var nginxBlocks = 0
        var semicolons = 0
        var haproxy = 0
        var openssl = 0
        var blocks = 0
        var headers = 0
        var yaml = 0
        var assignments = 0
        var words = 0

        mutating func add(_ line: Substring) {
            let text = line.drop { $0 == " " || $0 == "\t" }.trimmingEnd
            let word = text.prefix { $0 != " " && $0 != "\t" && $0 != "{" && $0 != "=" }
            if text.hasSuffix(";") { semicolons += 1 }
            if text.hasSuffix("{") {
                if FormatLook.nginxBlocks.contains(String(word)) {
                    nginxBlocks += 1
                } else {
                    blocks += 1
                }
                return
            }
            if FormatLook.isYAMLLine(line) { yaml += 1 }
            if FormatLook.isHeader(text) {
                headers += 1
                let name = text.dropFirst().dropLast().filter { $0 != " " && $0 != "\t" }
                if FormatLook.opensslSections.contains(name) { openssl += 1 }
                return
            }
            if FormatLook.apacheWords.contains(where: { text.hasPrefix($0) }) {
                apache += text.hasPrefix("<") ? 2 : 1
            }
            if line.first == text.first, FormatLook.haproxySections.contains(String(word)),
                !text.contains("="), !text.contains(":"), text.split(separator: " ").count <= 2
            {
                haproxy += 1
            }
            if text.contains("=") {
                assignments += 1
                if FormatLook.opensslKeys.contains(String(word)) { openssl += 1 }
            } else if word.utf8.count < text.utf8.count,
                word.utf8.allSatisfy({ JSONWord.isNamePart($0) || "-.".utf8.contains($0) })
            {
                words += 1
            }
        }
    }

    private static let nginxBlocks: Set<String> = [
        "server", "http", "upstream", "location", "events", "map", "stream", "geo", "types", "if",
    ]
    private static let haproxySections: Set<String> = [
        "global", "defaults", "frontend", "backend", "listen", "resolvers", "peers", "userlist",
    ]
    private static let opensslSections: Set<String> = [
        "req", "ca", "v3_req", "v3_ca", "req_distinguished_name", "distinguished_name", "alt_names",
        "CA_default", "req_ext", "usr_cert", "openssl_init", "ssl_sect", "system_default_sect",
        "provider_sect",
    ]
    private static let opensslKeys: Set<String> = [
        "openssl_conf", "distinguished_name", "default_md", "default_bits", "x509_extensions",
        "req_extensions", "basicConstraints", "keyUsage", "extendedKeyUsage", "subjectAltName",
        "CipherString", "MinProtocol", "ssl_conf",
    ]
    private static let apacheWords = [
        "<VirtualHost", "<Directory", "<IfModule", "<Location", "<Files", "<Proxy", "<IfDefine",
        "<If ", "<Limit", "<Macro", "SSLEngine", "SSLProtocol", "SSLCipherSuite", "SSLCertificate",
        "ServerName ", "DocumentRoot ", "LoadModule ", "RewriteEngine", "RewriteRule ",
        "ServerRoot ", "ProxyPass", "Header ", "AllowOverride", "CustomLog ", "ErrorLog ",
    ]
}

extension Substring {
    /// Without the blanks at the end.
    fileprivate var trimmingEnd: Substring {
        var text = self
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
