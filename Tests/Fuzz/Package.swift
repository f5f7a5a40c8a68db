// swift-tools-version: 6.2
import PackageDescription

/// Executables of one folder of entry points.
func fuzzers(_ entryPoints: String, _ names: [String]) -> [Target] {
    names.map {
        .executableTarget(
            name: "fuzz-\($0)", dependencies: ["FuzzDriver", .byName(name: entryPoints)])
    }
}

/// The fuzz targets, as a package of their own: `swift build` at the top never sees them.
///
/// The rooms under test and the entry points are links to the real folders, so that all is one
/// package. `scripts/fuzz` has the options that make libFuzzer of it.
let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")],
    targets: [
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2"),
        .systemLibrary(name: "CLibdeflate", pkgConfig: "libdeflate"),
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8"),
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1"),
        .systemLibrary(name: "CVectorscan", pkgConfig: "libhs"),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd"),
        .systemLibrary(name: "CLZMA", pkgConfig: "liblzma"),
        .systemLibrary(name: "CBzip2"),
        .target(name: "ScanModel"),
        .target(name: "GitObjects", dependencies: ["ScanModel", "CLibgit2", "CLibdeflate"]),
        .target(name: "KeyMaterial", dependencies: ["ScanModel"]),
        .target(
            name: "Archives",
            dependencies: ["ScanModel", "CLibdeflate", "CZstd", "CLZMA", "CBzip2"]),
        .target(name: "Patterns", dependencies: ["ScanModel", "CPCRE2", "CVectorscan"]),
        .target(name: "Documents", dependencies: ["ScanModel", "CLibYAML"]),
        .target(name: "Rules", dependencies: ["ScanModel", "Patterns", "Documents"]),
        .target(name: "CryptoNames"),
        .target(name: "SourceCode", dependencies: ["ScanModel"]),
        .target(
            name: "Detection",
            dependencies: [
                "ScanModel", "Rules", "Patterns", "Documents", "CryptoNames", "SourceCode",
                "KeyMaterial", "Archives", "CLibdeflate",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(name: "FuzzDriver"),
        .target(name: "FuzzEntryPoints", dependencies: ["GitObjects", "ScanModel"]),
        .target(name: "KeyFuzzEntryPoints", dependencies: ["KeyMaterial"]),
        .target(name: "ArchiveFuzzEntryPoints", dependencies: ["Archives"]),
        .target(name: "DocumentsFuzzEntryPoints", dependencies: ["Documents"]),
        .target(name: "SourceCodeFuzzEntryPoints", dependencies: ["SourceCode", "ScanModel"]),
        .target(
            name: "DetectionFuzzEntryPoints", dependencies: ["Detection", "Rules", "ScanModel"]),
    ]
        + fuzzers(
            "FuzzEntryPoints",
            [
                "commit-and-tag", "delta", "git-index", "loose", "multi-pack-index", "pack",
                "pack-index", "sweep", "tree",
            ])
        + fuzzers(
            "KeyFuzzEntryPoints",
            ["private-keys", "certificates", "key-stores", "framed-keys", "json-keys"])
        + fuzzers("ArchiveFuzzEntryPoints", ["zip", "tar", "streams"])
        + fuzzers("DocumentsFuzzEntryPoints", ["documents"])
        + fuzzers("SourceCodeFuzzEntryPoints", ["source-code"])
        + fuzzers("DetectionFuzzEntryPoints", ["decoding", "containers", "credentials"])
)

for target in package.targets where [.regular, .executable].contains(target.type) {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
