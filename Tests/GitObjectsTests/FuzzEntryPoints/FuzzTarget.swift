/// The parsers that are fuzzed, named as their executables and corpora are.
package enum FuzzTarget: String, CaseIterable, Sendable {
    case commitAndTag = "commit-and-tag"
    case delta
    case gitIndex = "git-index"
    case loose
    case multiPackIndex = "multi-pack-index"
    case pack
    case packIndex = "pack-index"
    case sweep
    case tree

    /// Runs one input.
    package func run(_ input: [UInt8]) async throws {
        if self == .sweep { return try await SweepFuzz.run(input) }
        try input.withUnsafeBytes { input in
            switch self {
            case .commitAndTag: try CommitAndTagFuzz.run(input)
            case .delta: try DeltaFuzz.run(input)
            case .gitIndex: try GitIndexFuzz.run(input)
            case .loose: try LooseFuzz.run(input)
            case .multiPackIndex: try MultiPackIndexFuzz.run(input)
            case .pack: try PackFuzz.run(input)
            case .packIndex: try PackIndexFuzz.run(input)
            case .sweep: break
            case .tree: try TreeFuzz.run(input)
            }
        }
    }
}
