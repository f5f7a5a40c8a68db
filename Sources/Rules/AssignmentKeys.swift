internal import Patterns

/// The key words of an `assignment`, and by which literals they are found.
///
/// A key is some words joined by `_`. One distinctive word of it is enough to find it: the pattern
/// takes care of the rest. So a rule of ten keys costs the literal scan one or two literals.
struct AssignmentKeys {
    private let keys: [[String]]

    /// Shorter words stand within too many others.
    private static let minimumWordBytes = 4
    /// Keys of common words only are found by so many bytes of their beginning.
    private static let minimumBeginningBytes = 5
    /// What `_` in a key stands for.
    private static let separators = ["_", "-", ".", " ", ""]

    /// Words that stand ten times and more in a megabyte of source: of no help.
    private static let commonWords: Set<String> = [
        "access", "account", "admin", "alert", "analytics", "application", "assembly", "auth",
        "azure", "base", "beta", "blob", "blog", "bootstrap", "better", "branch", "bright",
        "broker",
        "build", "call", "cert", "chain", "channel", "checkout", "circle", "clear", "client",
        "close", "cloud", "code", "color", "common", "config", "consumer", "content", "control",
        "copper", "credential", "credentials", "customer", "data", "database", "default", "deploy",
        "developer", "device", "digital", "direct", "drone", "email", "engine", "event", "expo",
        "fast", "file", "fire", "flag", "flat", "form", "frame", "front", "global", "goog",
        "google",
        "github", "harness", "hash", "home", "host", "html", "http", "image", "info", "initial",
        "insight", "integration", "item", "json", "kafka", "layer", "line", "linear", "link",
        "list",
        "live", "local", "lock", "login", "loop", "machine", "mail", "main", "management",
        "manager",
        "master", "message", "meta", "mobile", "mode", "model", "modern", "mongodb", "mono", "name",
        "native", "node", "none", "notification", "number", "oauth", "object", "open", "optional",
        "order", "owner", "page", "pass", "password", "paste", "path", "pipe", "plan", "platform",
        "play", "point", "pool", "post", "primary", "private", "process", "production", "project",
        "proxy", "public", "push", "query", "ready", "redis", "refresh", "region", "registry",
        "remote", "render", "replicate", "request", "resend", "rest", "root", "route", "routing",
        "scale", "scan", "search", "secret", "secure", "security", "segment", "self", "send",
        "server", "service", "services", "session", "settings", "shift", "short", "sign", "signer",
        "site", "source", "space", "spark", "split", "square", "stack", "standard", "start",
        "storage",
        "store", "stream", "stripe", "system", "table", "team", "test", "text", "time", "together",
        "token", "track", "transfer", "type", "unit", "update", "upload", "user", "value", "vector",
        "verification", "version", "view", "wallet", "wave", "webhook", "wise", "work", "worker",
        "workers", "write", "your", "zone",
    ]

    init(_ keys: [String]) {
        self.keys = keys.map { key in
            key.lowercased().split(separator: "_", omittingEmptySubsequences: false)
                .map(String.init)
        }
    }

    /// Literals of which every key contains one, with their distances from the key's start;
    /// `nil` when a key is too short or has no bytes of ASCII alone.
    var literals: [RequiredLiteral]? {
        var found: Set<RequiredLiteral> = []
        for words in keys {
            guard words.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) else { return nil }
            if let index = words.firstIndex(where: AssignmentKeys.isDistinctive) {
                // Each `_` before the word may stand for nothing.
                let shortest = words[..<index].map(\.utf8.count).reduce(0, +)
                for offset in shortest...(shortest + index) {
                    found.insert(required(words[index], at: offset))
                }
            } else {
                let beginnings = AssignmentKeys.beginnings(of: words)
                guard beginnings.allSatisfy({ $0.utf8.count >= LiteralInference.minimumBytes })
                else { return nil }
                for text in beginnings { found.insert(required(text, at: 0)) }
            }
        }
        return Array(found)
    }

    /// Words that alone say whose a credential nearby is.
    var contextWords: [Literal] {
        Set(keys.compactMap(\.first).filter(AssignmentKeys.isDistinctive)).sorted()
            .map { Literal($0, isCaseless: true) }
    }

    private func required(_ text: String, at offset: Int) -> RequiredLiteral {
        RequiredLiteral(literal: Literal(text, isCaseless: true), offset: offset)
    }

    private static func isDistinctive(_ word: String) -> Bool {
        word.utf8.count >= minimumWordBytes && !commonWords.contains(word)
            && word.utf8.allSatisfy { $0 < 0x80 }
    }

    /// All ways to write the fewest words that make a beginning long enough.
    private static func beginnings(of words: [String]) -> [String] {
        var texts = [""]
        for (index, word) in words.enumerated() {
            if index > 0 { texts = texts.flatMap { text in separators.map { text + $0 } } }
            texts = texts.map { $0 + word }
            let byteCount = words[...index].map(\.utf8.count).reduce(0, +)
            if byteCount >= minimumBeginningBytes, !commonWords.contains(texts[0]) { break }
        }
        return texts
    }
}
