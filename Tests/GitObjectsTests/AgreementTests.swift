import Foundation
import GitObjects
import ScanModel
import TestSupport
import Testing

@Suite struct AgreementTests {
    static let forms = [
        "loose", "loose-stored", "packed", "deep", "references", "stored", "first-index", "many",
        "midx", "unindexed", "mixed",
    ]

    @Test(arguments: forms, ["sha1", "sha256"])
    func everyObjectIsRead(form: String, format: String) async throws {
        let (built, opened) = try Made.repository("grown", ["FORM": form, "FORMAT": format])
        let hash = try #require(ObjectHash(rawValue: format))
        let ids = try opened.reader.allObjectIDs()
        #expect(ids.count > 300)
        if form != "unindexed" {
            let listed = try built.git(
                "cat-file", "--batch-all-objects", "--batch-check=%(objectname)")
            #expect(
                ids == listed.split(separator: "\n").compactMap { ObjectID(hex: $0) })
        }
        for id in ids {
            let object = try opened.reader.read(id, maxBytes: 1 << 24)
            let header = try opened.reader.header(id)
            #expect(header == ObjectHeader(kind: object.kind, byteCount: object.bytes.count))
            #expect(AgreementTests.id(object, hash) == id)
            #expect(opened.reader.contains(id))
        }
        let swept = try await SweptObjects.all(of: opened)
        #expect(Set(swept.met.keys) == Set(ids))
        #expect(swept.failures.isEmpty && swept.notices.allSatisfy { !$0.isIncomplete })
        #expect(swept.ledger.expectedObjects == ids.count)
        #expect(swept.ledger.readObjects == ids.count)
        for (id, met) in swept.met {
            #expect(met.allSatisfy { $0.trueID == id && $0.isDeltaSound })
        }
    }

    @Test(arguments: forms.filter { $0 != "unindexed" })
    func libgit2Agrees(form: String) async throws {
        let (_, opened) = try Made.repository("grown", ["FORM": form])
        try await AgreementTests.compare(opened)
    }

    @Test(arguments: [
        "alternates", "attributes", "bare", "hostile-tree", "lifetime", "octopus", "replace",
        "stash", "tag-message", "worktree",
    ])
    func libgit2AgreesOnFixtures(recipe: String) async throws {
        let (_, opened) = try Made.repository(recipe)
        try await AgreementTests.compare(opened)
    }

    /// `PORTCULLIS_REAL_REPOSITORIES=PATH:PATH` names the repositories.
    @Test(.enabled(if: !real.isEmpty), arguments: real)
    func libgit2AgreesOnRealRepositories(path: String) async throws {
        let opened = try GitRepository.open(at: path, environment: GitEnvironment())
        try await AgreementTests.compare(opened)
        let swept = try await SweptObjects.all(of: opened)
        #expect(swept.failures.isEmpty && swept.notices.isEmpty)
        #expect(swept.ledger.readObjects == swept.ledger.expectedObjects)
        #expect(try swept.met.count == opened.reader.allObjectIDs().count)
        for (id, met) in swept.met where met.contains(where: { $0.trueID != id }) {
            Issue.record("the sweep does not agree on \(id)")
        }
    }

    /// A small budget takes ancestors away, which are made again.
    @Test func budgetChangesNothing() async throws {
        let (_, opened) = try Made.repository("grown", ["FORM": "deep"])
        let ids = try opened.reader.allObjectIDs()
        for budget in [0, 1000, 10_000, 1 << 20] {
            let swept = try await SweptObjects.all(
                of: opened, limits: SweepLimits(maxWaitingBytes: budget))
            #expect(Set(swept.met.keys) == Set(ids) && swept.failures.isEmpty)
            for (id, met) in swept.met {
                #expect(met.count == 1)
                #expect(met.allSatisfy { $0.trueID == id && $0.isDeltaSound })
            }
        }
    }

    private static let real =
        ProcessInfo.processInfo.environment["PORTCULLIS_REAL_REPOSITORIES"]?
        .split(separator: ":").map(String.init) ?? []

    static func id(_ object: StoredObject, _ hash: ObjectHash) -> ObjectID? {
        guard let kind = PackedKind(rawValue: object.kind.rawValue) else { return nil }
        return object.bytes.withUnsafeBytes { hash.id(kind, Array($0)) }
    }

    /// Holds kind, size and bytes of every object against libgit2's.
    private static func compare(_ opened: GitRepository) async throws {
        let reference = try LibgitObjectReader(
            objectDirectory: opened.info.commonDirectory + "objects")
        let ids = try opened.reader.allObjectIDs()
        #expect(try ids == reference.allObjectIDs())
        let half = ids.count / 2
        try await withThrowingTaskGroup(of: Void.self) { group in
            for range in [0..<half, half..<ids.count] {
                group.addTask {
                    for id in ids[range] {
                        if try !agree(opened.reader, reference, id) {
                            Issue.record("the readers do not agree on \(id)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func agree(
        _ own: any ObjectReader, _ reference: any ObjectReader, _ id: ObjectID
    ) throws -> Bool {
        let object = try own.read(id, maxBytes: 1 << 30)
        let expected = try reference.read(id, maxBytes: 1 << 30)
        let header = try own.header(id)
        guard object.kind == expected.kind, object.bytes.count == expected.bytes.count,
            header == ObjectHeader(kind: expected.kind, byteCount: expected.bytes.count)
        else { return false }
        return object.bytes.withUnsafeBytes { left in
            expected.bytes.withUnsafeBytes { right in
                guard let own = left.baseAddress, let other = right.baseAddress else {
                    return left.isEmpty && right.isEmpty
                }
                return memcmp(own, other, left.count) == 0
            }
        }
    }
}
