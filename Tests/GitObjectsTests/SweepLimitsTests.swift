import GitObjects
import TestSupport
import Testing

/// What a sweep does not do: it is named, object by object.
@Suite struct SweepLimitsTests {
    private static let history = GeneratedHistory(
        seed: 11, material: HistoryMaterial(secrets: ["nothing"]), files: 3, versions: 20,
        chains: 1)

    @Test func whatPacksInflateToIsBounded() async throws {
        let made = try SweepLimitsTests.history.repository()
        let repository = try GitRepository.open(at: made.path)
        let whole = try await SweptObjects.all(of: repository, jobs: 1)
        #expect(whole.failures.isEmpty)

        var limits = SweepLimits()
        limits.maxRatio = 1
        limits.minMadeBytes = whole.ledger.readBytes / 4
        let part = try await SweptObjects.all(of: repository, limits: limits, jobs: 1)
        #expect(!part.failures.isEmpty)
        #expect(part.failures.values.contains { $0.code == .objectTooLarge })
        #expect(part.ledger.readObjects + part.failures.count == whole.ledger.readObjects)

        limits.minMadeBytes = whole.ledger.readBytes * 4
        let enough = try await SweptObjects.all(of: repository, limits: limits, jobs: 1)
        #expect(enough.failures.isEmpty)
    }
}
