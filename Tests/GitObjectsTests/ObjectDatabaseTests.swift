import Foundation
import GitObjects
import ScanModel
import TestSupport
import Testing

@Suite struct ObjectDatabaseTests {
    private static func blob(_ text: String) -> (kind: PackedKind, bytes: [UInt8]) {
        (.blob, Array(text.utf8))
    }

    private static func id(_ text: String) -> ObjectID {
        ObjectHash.sha1.id(.blob, Array(text.utf8))
    }

    private static func files(_ texts: [String]) -> PackFiles {
        var writer = PackWriter()
        for text in texts { writer.append(.whole(.blob, Array(text.utf8))) }
        return writer.files()
    }

    private static func open(
        _ made: PackedRepository, _ environment: GitEnvironment = GitEnvironment()
    ) throws -> GitRepository {
        try GitRepository.open(at: made.path, environment: environment)
    }

    @Test func alternatesAreFollowedAsGitDoes() throws {
        let last = try PackedRepository(packs: [ObjectDatabaseTests.files(["last"])])
        let spaced = try PackedRepository(loose: [ObjectDatabaseTests.blob("spaced")])
        try FileManager.default.createDirectory(
            atPath: spaced.path + "/a \"b\"", withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            atPath: spaced.objectsPath, toPath: spaced.path + "/a \"b\"/objects")
        let middle = try PackedRepository(
            loose: [ObjectDatabaseTests.blob("middle")], alternates: [last.objectsPath])
        // Back to the start: a ring does no harm.
        try last.write(
            Array("\(middle.objectsPath)\n".utf8), to: "objects/info/alternates")
        let named = try PackedRepository(loose: [ObjectDatabaseTests.blob("named")])
        let relative = "../../\(middle.folder.lastPathComponent)/objects/"
        let made = try PackedRepository(
            loose: [ObjectDatabaseTests.blob("own")],
            alternates: [
                "# a remark", "", relative, middle.objectsPath + "/",
                "\"\(spaced.path)/a \\\"b\\042/objects\"",
            ])
        let opened = try ObjectDatabaseTests.open(
            made, GitEnvironment(alternateObjectDirectories: [named.objectsPath]))
        let texts = ["own", "middle", "last", "spaced", "named"]
        for text in texts {
            let object = try opened.reader.read(ObjectDatabaseTests.id(text), maxBytes: 100)
            #expect(GitRepository.text(object.bytes) == text)
        }
        #expect(try opened.reader.allObjectIDs() == texts.map(ObjectDatabaseTests.id).sorted())
        #expect(opened.reader.notices.isEmpty)
    }

    @Test func alternateThatIsNotThereIsNamed() throws {
        let made = try PackedRepository(
            loose: [ObjectDatabaseTests.blob("own")], alternates: ["/nowhere/objects"])
        let opened = try ObjectDatabaseTests.open(made)
        #expect(opened.reader.contains(ObjectDatabaseTests.id("own")))
        #expect(opened.reader.notices.map(\.code) == [.folderUnreadable])
        #expect(opened.reader.notices.allSatisfy { $0.isIncomplete })
    }

    @Test func alternatesNestedTooDeepAreNamed() throws {
        var made = try PackedRepository(loose: [ObjectDatabaseTests.blob("level 7")])
        for level in (0..<7).reversed() {
            made = try PackedRepository(
                loose: [ObjectDatabaseTests.blob("level \(level)")],
                alternates: [made.objectsPath])
        }
        let opened = try ObjectDatabaseTests.open(made)
        let found = (0...7).filter {
            opened.reader.contains(ObjectDatabaseTests.id("level \($0)"))
        }
        #expect(found == Array(0...6))
        #expect(opened.reader.notices.map(\.isIncomplete) == [true])
    }

    @Test func sameObjectsSeveralTimesAreOnce() async throws {
        let texts = ["one", "two", "three"]
        let other = try PackedRepository(
            packs: [ObjectDatabaseTests.files(texts)],
            loose: [ObjectDatabaseTests.blob("one"), ObjectDatabaseTests.blob("four")])
        let made = try PackedRepository(
            packs: [ObjectDatabaseTests.files(texts), ObjectDatabaseTests.files(["two"])],
            loose: [ObjectDatabaseTests.blob("four"), ObjectDatabaseTests.blob("two")],
            alternates: [other.objectsPath])
        let opened = try ObjectDatabaseTests.open(made)
        #expect(try opened.reader.allObjectIDs().count == 4)
        let swept = try await SweptObjects.all(of: opened)
        #expect(swept.ledger.expectedObjects == 4)
        #expect(swept.ledger.readObjects == 4)
        #expect(swept.met.count == 4 && swept.failures.isEmpty)
        let (sweep, _) = try opened.objectSweep()
        for number in 0..<sweep.count {
            let own = try #require(sweep.number(of: sweep.id(of: number)))
            #expect(own <= number && sweep.id(of: own) == sweep.id(of: number))
        }
        #expect(sweep.number(of: ObjectDatabaseTests.id("five")) == nil)
    }

    @Test func looseObjectsOfTwoFoldersAreSwept() async throws {
        let other = try PackedRepository(
            loose: (0..<20).map { ObjectDatabaseTests.blob("\($0)") })
        let made = try PackedRepository(
            loose: (10..<30).map { ObjectDatabaseTests.blob("\($0)") },
            alternates: [other.objectsPath])
        let swept = try await SweptObjects.all(of: try ObjectDatabaseTests.open(made))
        #expect(swept.ledger.expectedObjects == 30 && swept.ledger.readObjects == 30)
        #expect(swept.failures.isEmpty)
    }

    @Test func repackWhileReadingIsNoLoss() async throws {
        let (built, opened) = try Made.repository("grown", ["FORM": "many"])
        let ids = try opened.reader.allObjectIDs()
        let (sweep, _) = try opened.objectSweep()
        _ = try built.git("repack", "-adfq", "--depth=20")
        _ = try built.git(
            "-c", "user.name=A", "-c", "user.email=a@example.com", "tag", "-am", "T", "t")
        _ = try built.git("repack", "-adfq")
        let tag = try built.id("refs/tags/t")
        #expect(opened.reader.contains(tag))
        for id in ids {
            let object = try opened.reader.read(id, maxBytes: 1 << 24)
            #expect(AgreementTests.id(object, .sha1) == id)
        }
        let result = try await sweep.run(jobs: 2) {
            SweptObjects(sweep, .sha1)
        } finish: {
            $0.finish()
        }
        #expect(result.failures.isEmpty && result.ledger.readObjects == ids.count)
        let swept = try await SweptObjects.all(of: opened)
        #expect(swept.met.count == ids.count + 1 && swept.failures.isEmpty)
    }

    @Test func looseObjectsPackedMeanwhileAreFound() async throws {
        let (built, opened) = try Made.repository("grown", ["FORM": "loose"])
        let (sweep, _) = try opened.objectSweep()
        _ = try built.git("repack", "-adq")
        _ = try built.git("prune-packed")
        let result = try await sweep.run(jobs: 2) {
            SweptObjects(sweep, .sha1)
        } finish: {
            $0.finish()
        }
        #expect(result.failures.isEmpty)
        #expect(result.ledger.readObjects == result.ledger.expectedObjects)
    }

    @Test func missingObjectsAreQuicklyMissed() throws {
        let made = try PackedRepository(
            packs: (0..<20).map { ObjectDatabaseTests.files(["\($0)"]) })
        let opened = try ObjectDatabaseTests.open(made)
        usleep(150_000)
        let clock = ContinuousClock()
        let time = clock.measure {
            for number in 0..<5000 {
                #expect(!opened.reader.contains(ObjectDatabaseTests.id("missing \(number)")))
            }
        }
        #expect(time < .seconds(5))
        let id = ObjectDatabaseTests.id("missing 1")
        let error = #expect(throws: GitError.self) { try opened.reader.read(id, maxBytes: 9) }
        #expect(error?.code == .missingObject && error?.objectID == id)
    }

    @Test(arguments: [
        "blob 5", "blob 5\0four", "blob 3\0four", "blob -1\0", "blob  4\0four", "blub 4\0four",
        "blob 99999999999999999999\0", "blob 9223372036854775807\0", "", "blob +4\0four",
    ])
    func looseObjectsThatLieAreNamed(text: String) async throws {
        let made = try PackedRepository(loose: [ObjectDatabaseTests.blob("sound")])
        let id = ObjectDatabaseTests.id("four")
        try made.write(
            Deflate.zlib(Array(text.utf8)),
            to: "objects/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))")
        let opened = try ObjectDatabaseTests.open(made)
        let error = #expect(throws: GitError.self) { try opened.reader.read(id, maxBytes: 99) }
        #expect(error?.objectID == id && error?.message.contains(id.hex) == true)
        let swept = try await SweptObjects.all(of: opened)
        #expect(Set(swept.failures.keys) == [id])
        #expect(Set(swept.met.keys) == [ObjectDatabaseTests.id("sound")])
    }

    @Test func looseBombsAreBounded() throws {
        let bytes = [UInt8](repeating: 0, count: 4 << 20)
        let made = try PackedRepository(loose: [(.blob, bytes)])
        let opened = try ObjectDatabaseTests.open(made)
        let id = ObjectHash.sha1.id(.blob, bytes)
        #expect(throws: GitError(.objectTooLarge, "")) {
            try opened.reader.read(id, maxBytes: 1 << 20)
        }
        #expect(try opened.reader.header(id).byteCount == bytes.count)
        #expect(try opened.reader.read(id, maxBytes: 4 << 20).bytes.count == bytes.count)
    }

    @Test(arguments: 0..<3)
    func multiPackIndexMayBeAnything(part: Int) throws {
        let (built, sound) = try Made.repository("grown", ["FORM": "unindexed"])
        let ids = try sound.reader.allObjectIDs()
        let path = built.path() + "/.git/objects/pack/multi-pack-index"
        let whole = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
        var random = SeededRandom(seed: UInt64(part))
        for _ in 0..<30 {
            var bytes = whole
            for _ in 0..<1 + random.below(4) {
                let most = random.oneIn(2) ? 120 : bytes.count
                bytes[random.below(most)] = UInt8(random.below(256))
            }
            if random.oneIn(3) { bytes.removeLast(random.below(bytes.count)) }
            try FileManager.default.removeItem(atPath: path)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let database = try ObjectDatabase(
                objectDirectory: built.path() + "/.git/objects")
            for id in try database.allObjectIDs().prefix(50) + ids.prefix(50) {
                _ = try? database.header(id)
                _ = try? database.read(id, maxBytes: 1 << 20)
            }
        }
    }

    @Test func smallCacheChangesNothing() throws {
        let (built, opened) = try Made.repository("grown", ["FORM": "deep"])
        let small = try ObjectDatabase(
            objectDirectory: built.path() + "/.git/objects", cacheByteCount: 20_000)
        for id in try opened.reader.allObjectIDs() {
            let object = try small.read(id, maxBytes: 1 << 24)
            #expect(AgreementTests.id(object, .sha1) == id)
        }
    }

    /// A delta on an object that is larger than the limit is read all the same.
    @Test func limitIsThatOfTheObjectAskedFor() throws {
        let large = [UInt8](repeating: 1, count: 100_000)
        var writer = PackWriter()
        writer.append(.whole(.blob, large))
        let delta = DeltaScript([.copy(offset: 0, count: 10)]).bytes(sourceByteCount: large.count)
        writer.append(.offsetDelta(base: 0, delta: delta))
        let files = writer.files()
        let opened = try ObjectDatabaseTests.open(try PackedRepository(packs: [files]))
        let small = try opened.reader.read(files.objects[1].id, maxBytes: 10)
        #expect(small.bytes.count == 10)
        #expect(throws: GitError(.objectTooLarge, "")) {
            try opened.reader.read(files.objects[0].id, maxBytes: 99_999)
        }
        #expect(throws: GitError(.objectTooLarge, "")) {
            try opened.reader.read(files.objects[1].id, maxBytes: 9)
        }
    }
}
