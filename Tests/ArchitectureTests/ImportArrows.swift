/// Which module each room may import: the plan of the house as one value.
///
/// `docs/architecture.md` shows the same table to people, and a test compares the two.
enum ImportArrows {
    /// Modules of the platform that every room may use. Foundation is not among them: loading it
    /// costs 1–4 ms of the start-up that `staged` is measured by.
    static let platform: Set<String> = ["Darwin", "Glibc", "Musl", "Synchronization"]

    /// Module name → modules of ours, C libraries and packages that it may import.
    static let allowed: [String: Set<String>] = [
        "ScanModel": [],
        "Patterns": ["ScanModel", "CPCRE2", "CVectorscan"],
        "Documents": ["ScanModel", "CLibYAML"],
        "CryptoNames": [],
        "CryptoPolicy": ["ScanModel", "CryptoNames", "Documents"],
        "SourceCode": ["ScanModel"],
        "KeyMaterial": ["ScanModel"],
        "GitObjects": ["ScanModel", "CLibgit2", "CLibdeflate"],
        "Rules": ["ScanModel", "Patterns", "Documents", "CryptoNames"],
        "Archives": ["ScanModel", "CLibdeflate", "CZstd", "CLZMA", "CBzip2"],
        "Detection": [
            "ScanModel", "Rules", "Patterns", "Documents", "CryptoNames", "CryptoPolicy",
            "SourceCode", "KeyMaterial", "Archives", "CLibdeflate", "Crypto",
        ],
        "Inputs": ["ScanModel", "GitObjects"],
        "Gate": ["ScanModel", "Documents"],
        "Reporting": ["ScanModel", "CryptoPolicy"],
        "Scanning": [
            "ScanModel", "Patterns", "Documents", "CryptoPolicy", "KeyMaterial", "GitObjects",
            "Rules", "Detection", "Inputs", "Gate", "EmbeddedRules", "Dispatch",
        ],
        "Commands": [
            "ScanModel", "Patterns", "Documents", "CryptoPolicy", "KeyMaterial", "GitObjects",
            "Rules", "Detection", "Inputs", "Gate", "Reporting", "Scanning", "EmbeddedRules",
            "ArgumentParser",
        ],
        "portcullis": ["Commands"],
        "EmbeddedRules": [],
        "rulecompiler": ["Rules", "Patterns", "CryptoPolicy", "Foundation"],
        "EmbedRules": ["PackagePlugin", "Foundation"],
    ]

    /// The rooms proper: what `docs/architecture.md` has to describe.
    static let rooms: Set<String> = Set(allowed.keys)
        .subtracting(["portcullis", "EmbeddedRules", "rulecompiler", "EmbedRules"])

    /// Imports against the table, a sentence each. A module the table does not know may import
    /// nothing, so that a new room has to draw its arrows first.
    static func violations(in file: SourceFile) -> [String] {
        let permitted = (allowed[file.module] ?? []).union(platform)
        return file.imports.filter { !permitted.contains($0) }.map {
            "\(file.path): \(file.module) may not import \($0)"
        }
    }

    /// C libraries that stand in a signature or leak through an import that is not `private`.
    static func leakingCImports(in file: SourceFile) -> [String] {
        file.importLines.filter { line in
            let words = line.split(separator: " ").map(String.init)
            guard let module = words.last, cLibraries.contains(module) else { return false }
            return !words.contains("private")
        }.map { "\(file.path): `\($0)` has to be a private import" }
    }

    private static let cLibraries: Set<String> = [
        "CPCRE2", "CVectorscan", "CLibYAML", "CLibgit2", "CLibdeflate",
    ]
}
