// swift-tools-version: 6.2
import PackageDescription

/// The fuzz targets, as a package of their own: `swift build` at the top never sees them.
///
/// The rooms under test and the entry points are links to the real folders, so that all is one
/// package. `scripts/fuzz` has the options that make libFuzzer of it.
let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v15)],
    targets: [
        .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2"),
        .systemLibrary(name: "CLibdeflate", pkgConfig: "libdeflate"),
        .target(name: "ScanModel"),
        .target(name: "GitObjects", dependencies: ["ScanModel", "CLibgit2", "CLibdeflate"]),
        .target(name: "FuzzEntryPoints", dependencies: ["GitObjects", "ScanModel"]),
        .target(name: "KeyMaterial", dependencies: ["ScanModel"]),
        .target(name: "KeyFuzzEntryPoints", dependencies: ["KeyMaterial"]),
        .target(name: "FuzzDriver"),
        .executableTarget(
            name: "fuzz-key-material", dependencies: ["FuzzDriver", "KeyFuzzEntryPoints"]),
    ]
        + [
            "commit-and-tag", "delta", "git-index", "loose", "multi-pack-index",
            "pack", "pack-index", "sweep", "tree",
        ].map {
            .executableTarget(
                name: "fuzz-\($0)", dependencies: ["FuzzDriver", "FuzzEntryPoints"])
        }
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
