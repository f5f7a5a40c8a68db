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

    /// Words that stand more than sixty times in a megabyte of source: too many to stop at.
    private static let hotWords: Set<String> = [
        "access", "auth", "base", "build", "call", "cert", "channel", "client", "close", "code",
        "common", "config", "connect", "content", "control", "data", "default", "direct",
        "engine", "event", "file", "flag", "form", "github", "global", "hash", "help", "here",
        "host", "html", "http", "image", "info", "item", "json", "line", "link", "list",
        "local", "lock", "mail", "main", "manager", "message", "meta", "mode", "model", "name",
        "node", "none", "number", "object", "open", "order", "page", "pass", "password", "path",
        "play", "point", "pool", "post", "priv", "private", "process", "proxy", "public",
        "query", "redis", "registry", "remote", "repo", "request", "rest", "root", "search",
        "secret", "security", "self", "send", "server", "service", "session", "sign", "source",
        "space", "start", "static", "store", "stream", "system", "table", "test", "text",
        "time", "token", "type", "unit", "update", "user", "value", "version", "work", "write",
        "your",
    ]

    /// Words that stand there for themselves: no sign of whose a credential nearby is.
    private static let ordinaryWords: Set<String> = [
        "account", "actions", "active", "admin", "agent", "alert", "alpha", "analytics",
        "application", "assembly", "azure", "become", "beta", "better", "blob", "blog",
        "bootstrap", "branch", "bright", "broker", "certificate", "chain", "chat", "checkout",
        "circle", "clear", "cloud", "color", "consumer", "cookie", "copper", "credential",
        "credentials", "crypt", "cursor", "customer", "database", "deploy", "developer",
        "device", "digital", "docker", "drone", "email", "events", "expo", "extension", "fast",
        "fire", "flat", "frame", "front", "goog", "google", "harness", "home", "hook",
        "initial", "insight", "integration", "internal", "join", "kafka", "layer", "linear",
        "lite", "live", "login", "loop", "machine", "mailer", "management", "master", "mobile",
        "modern", "mongodb", "mono", "native", "news", "notification", "oauth", "optional",
        "owner", "paste", "pipe", "plan", "platform", "primary", "production", "project",
        "push", "ready", "refresh", "region", "render", "replicate", "resend", "route",
        "routing", "runner", "scale", "scan", "secure", "segment", "services", "settings",
        "shift", "short", "signal", "signer", "site", "spaces", "spark", "specific", "split",
        "square", "stack", "standard", "storage", "stripe", "team", "ticket", "times",
        "together", "track", "transfer", "upload", "vector", "verification", "view", "wallet",
        "wave", "webhook", "wise", "worker", "workers", "zone",
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
            if let index = AssignmentKeys.wordToFind(in: words) {
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

    /// The first word that is rare enough to be searched for; those that are longer come first.
    private static func wordToFind(in words: [String]) -> Int? {
        func first(_ byteCount: Int) -> Int? {
            words.firstIndex { $0.utf8.count >= byteCount && !isHot($0) }
        }
        return first(minimumWordBytes + 1) ?? first(minimumWordBytes)
    }

    private static func isHot(_ word: String) -> Bool {
        hotWords.contains(word) || LiteralInference.hotWords.contains(word)
    }

    private static func isDistinctive(_ word: String) -> Bool {
        word.utf8.count >= minimumWordBytes && !isHot(word) && !ordinaryWords.contains(word)
    }

    /// All ways to write the fewest words that make a beginning long enough.
    private static func beginnings(of words: [String]) -> [String] {
        var texts = [""]
        for (index, word) in words.enumerated() {
            if index > 0 { texts = texts.flatMap { text in separators.map { text + $0 } } }
            texts = texts.map { $0 + word }
            let byteCount = words[...index].map(\.utf8.count).reduce(0, +)
            if byteCount >= minimumBeginningBytes, !isHot(texts[0]) { break }
        }
        return texts
    }
}
