// swift-tools-version: 6.2
import PackageDescription

/// Settings that hold for every target of ours: Swift 6 mode, explicit existentials,
/// imports that do not leak, and no warnings.
let houseSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// One room of the house. `docs/architecture.md` lists which arrows are allowed;
/// `ArchitectureTests` holds the real imports against it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies)
}

/// The tests of one room.
func tests(_ name: String, _ more: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.byName(name: name)] + (name == "ScanModel" ? [] : ["ScanModel"]) + more)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "portcullis",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "portcullis", targets: ["portcullis"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(
            name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(
            name: "CVectorscan", pkgConfig: "libhs", providers: [.apt(["libvectorscan-dev"])]),
        .systemLibrary(
            name: "CLibdeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
        .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),

        room("ScanModel"),
        room("Patterns", ["ScanModel", "CPCRE2", "CVectorscan"]),
        room("Documents", ["ScanModel", "CLibYAML"]),
        room("CryptoNames"),
        room("CryptoPolicy", ["ScanModel", "CryptoNames", "Documents"]),
        room("SourceCode", ["ScanModel"]),
        room("KeyMaterial", ["ScanModel"]),
        room("GitObjects", ["ScanModel", "CLibgit2", "CLibdeflate"]),
        room("Rules", ["ScanModel", "Patterns", "Documents", "CryptoNames"]),
        room("Archives", ["ScanModel", "CLibdeflate", "CZstd", "CLZMA", "CBzip2"]),
        room(
            "Detection",
            [
                "ScanModel", "Rules", "Patterns", "Documents", "CryptoNames", "CryptoPolicy",
                "SourceCode", "KeyMaterial", "Archives", "CLibdeflate", crypto,
            ]),
        room("Inputs", ["ScanModel", "GitObjects"]),
        room("Gate", ["ScanModel", "Documents"]),
        room("Reporting", ["ScanModel", "CryptoPolicy"]),
        room(
            "Scanning",
            [
                "ScanModel", "Patterns", "Documents", "CryptoPolicy", "KeyMaterial",
                "GitObjects", "Rules", "Detection", "Inputs", "Gate", "EmbeddedRules",
            ]),
        room(
            "Commands",
            [
                "ScanModel", "Patterns", "Documents", "CryptoPolicy", "GitObjects", "Rules",
                "Detection", "Inputs", "Gate", "Reporting", "Scanning", "EmbeddedRules",
                argumentParser,
            ]),
        .executableTarget(name: "portcullis", dependencies: ["Commands"]),

        .target(name: "EmbeddedRules", path: "rules", plugins: ["EmbedRules"]),
        .executableTarget(
            name: "rulecompiler", dependencies: ["Rules", "Patterns", "CryptoPolicy"]),
        .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["rulecompiler"]),

        tests("ScanModel", ["TestSupport"]),
        tests("Patterns"),
        tests("Documents", ["TestSupport"]),
        tests("CryptoNames"),
        tests("CryptoPolicy", ["CryptoNames", "EmbeddedRules"]),
        tests("SourceCode", ["TestSupport"]),
        tests("KeyMaterial", ["TestSupport"]),
        tests("Archives", ["CZstd", "CLZMA", "CBzip2", "TestSupport"]),
        tests("GitObjects", ["TestSupport", "CLibgit2"]),
        tests("Rules", ["Patterns", "EmbeddedRules"]),
        tests(
            "Detection",
            [
                "Rules", "Patterns", "EmbeddedRules", "KeyMaterial", "CryptoPolicy", "SourceCode",
                "TestSupport",
            ]),
        tests("Gate", ["Documents"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Reporting", "ScanModel", "CryptoPolicy", "EmbeddedRules"],
            exclude: ["Goldens"]),
        tests(
            "Scanning",
            [
                "Rules", "Patterns", "Detection", "EmbeddedRules", "GitObjects", "Reporting",
                "Inputs", "Gate", "TestSupport",
            ]),
        tests(
            "Commands",
            ["portcullis", "Rules", "Detection", "Scanning", "EmbeddedRules", "TestSupport"]),
        .target(
            name: "TestSupport", dependencies: ["ScanModel", "CLibdeflate", crypto],
            path: "Tests/TestSupport"),
        .testTarget(name: "ArchitectureTests"),
    ]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    target.swiftSettings = houseSettings + (target.swiftSettings ?? [])
}
