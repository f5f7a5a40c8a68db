internal import ScanModel

/// The environment that a file sets up, by the words of its path.
enum EnvironmentName: String, Comparable, CaseIterable {
    case development
    case staging
    case production

    /// - Returns: `nil` when the path names none, or several, or is plainly no setting of one.
    init?(path: String) {
        var named: Set<EnvironmentName> = []
        let words = path.lowercased().utf8.split { byte in
            !((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte))
        }
        for word in words.prefix(64) {
            let text = String(decoding: word, as: UTF8.self)
            if EnvironmentName.elsewhere.contains(text) { return nil }
            if let name = EnvironmentName.words[text] { named.insert(name) }
        }
        guard named.count == 1, let only = named.first else { return nil }
        self = only
    }

    /// What a related place says.
    var sentence: RedactedText {
        switch self {
        case .development: RedactedText(redacted: "The same value in development.")
        case .staging: RedactedText(redacted: "The same value in staging.")
        case .production: RedactedText(redacted: "The same value in production.")
        }
    }

    static func < (left: EnvironmentName, right: EnvironmentName) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { EnvironmentName.allCases.firstIndex(of: self) ?? 0 }

    private static let words: [String: EnvironmentName] = [
        "dev": .development, "develop": .development, "development": .development,
        "local": .development, "sandbox": .development,
        "staging": .staging, "stage": .staging, "stg": .staging, "preprod": .staging,
        "uat": .staging, "qa": .staging, "preproduction": .staging,
        "prod": .production, "prd": .production, "production": .production, "live": .production,
    ]

    /// Words of paths whose settings are nobody's environment.
    private static let elsewhere: Set<String> = [
        "test", "tests", "testing", "testdata", "spec", "specs", "example", "examples", "sample",
        "samples", "fixture", "fixtures", "mock", "mocks", "doc", "docs", "template", "templates",
        "vendor", "third", "nodemodules",
    ]
}
