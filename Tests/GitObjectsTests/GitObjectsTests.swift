import GitObjects
import ScanModel
import TestSupport
import Testing

/// Shared parts of this room's tests.
enum Made {
    static let secret = MadeSecret(seed: 1)
    static let secretTwo = MadeSecret(seed: 2)
    static let secrets = ["SECRET": secret.value, "SECRET_TWO": secretTwo.value]

    /// Builds a recipe's repository and opens it without regard to the environment.
    static func repository(
        _ recipe: String, _ more: [String: String] = [:], limits: ScanLimits = ScanLimits()
    ) throws -> (built: RecipeRepository, opened: GitRepository) {
        let built = try RecipeRepository(recipe, environment: secrets.merging(more) { $1 })
        let opened = try GitRepository.open(
            at: built.path(), limits: limits, environment: GitEnvironment())
        return (built, opened)
    }
}

extension GitRepository {
    /// Whether any blob of a plan holds a secret.
    func holds(_ secret: MadeSecret, in plan: HistoryPlan) -> Bool {
        plan.blobs.contains { holds(secret, in: $0.id) }
    }

    /// Whether a blob can be read and holds a secret.
    func holds(_ secret: MadeSecret, in blob: ObjectID) -> Bool {
        guard let bytes = try? readBlob(blob) else { return false }
        return GitRepository.text(bytes).contains(secret.value)
    }

    static func text(_ bytes: Bytes) -> String {
        bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// The blobs of a plan that hold a secret.
    func blobs(holding secret: MadeSecret, in plan: HistoryPlan) -> [HistoryBlob] {
        plan.blobs.filter { holds(secret, in: $0.id) }
    }
}

extension RecipeRepository {
    /// The object that git resolves a revision to.
    func id(_ revision: String, in name: String = "repository") throws -> ObjectID {
        try #require(
            ObjectID(hex: git("rev-parse", "--verify", "--end-of-options", revision, in: name)))
    }
}
