import Foundation
import GitObjects
import ScanModel
import TestSupport
import Testing

/// Packs that are not as they ought to be: what is damaged is named, all else is read.
@Suite struct PackDamageTests {
    /// Whole objects and a chain of deltas over the first: numbers 0 to 7.
    private static func writer(_ hash: ObjectHash = .sha1) -> PackWriter {
        var random = SeededRandom(seed: 7)
        func text() -> [UInt8] { (0..<3000).map { _ in UInt8(97 + random.below(26)) } }
        var writer = PackWriter(hash)
        let first = text()
        writer.append(.whole(.blob, first))
        var last = first
        for number in 1...4 {
            var next = last
            next[number * 100] = UInt8(ascii: "!")
            next.append(contentsOf: "line \(number)\n".utf8)
            let delta = DeltaScript(from: last, to: next).bytes(sourceByteCount: last.count)
            writer.append(
                number == 3
                    ? .referenceDelta(base: .entry(number - 1), delta: delta)
                    : .offsetDelta(base: number - 1, delta: delta))
            last = next
        }
        for _ in 0..<3 { writer.append(.whole(.blob, text())) }
        return writer
    }

    /// Reads everything by id and by a sweep: `bad` must fail by name, the others be what they are.
    private func expect(
        _ files: PackFiles, bad: Set<Int>, notice: Bool = false, limits: Int = 1 << 20,
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let made = try PackedRepository(files.hash, packs: [files])
        let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
        let badIDs = Set(bad.map { files.objects[$0].id })
        for (number, object) in files.objects.enumerated() where !badIDs.contains(object.id) {
            let bytes = try? opened.reader.read(object.id, maxBytes: limits).bytes
            let isRight = bytes?.withUnsafeBytes { $0.elementsEqual(object.bytes ?? []) }
            #expect(isRight == true, "object \(number) is read", sourceLocation: location)
        }
        for id in badIDs {
            let error = #expect(throws: GitError.self, sourceLocation: location) {
                try opened.reader.read(id, maxBytes: limits)
            }
            #expect(error?.objectID == id, sourceLocation: location)
            #expect(error?.message.contains(id.hex) == true, sourceLocation: location)
            _ = try? opened.reader.header(id)
        }
        let swept = try await SweptObjects.all(
            of: opened, limits: SweepLimits(maxObjectBytes: limits))
        #expect(Set(swept.failures.keys) == badIDs, sourceLocation: location)
        for (id, error) in swept.failures {
            #expect(error.objectID == id, sourceLocation: location)
            #expect(error.message.contains(id.hex), sourceLocation: location)
        }
        for object in files.objects where !badIDs.contains(object.id) {
            #expect(
                swept.met[object.id]?.allSatisfy { $0.trueID == object.id } == true,
                sourceLocation: location)
        }
        let incomplete = swept.notices.filter { $0.isIncomplete }
        #expect(incomplete.isEmpty == !notice, sourceLocation: location)
        #expect(incomplete.allSatisfy { $0.code == .packCorrupt }, sourceLocation: location)
        #expect(
            swept.ledger.readObjects == swept.ledger.expectedObjects - badIDs.count,
            sourceLocation: location)
    }

    @Test(arguments: ObjectHash.allCases)
    func soundPackIsRead(hash: ObjectHash) async throws {
        try await expect(PackDamageTests.writer(hash).files(), bad: [])
    }

    @Test func truncatedPackIsReadAsFarAsItGoes() async throws {
        var writer = PackDamageTests.writer()
        let whole = writer.files()
        writer.damage.keptPackByteCount = whole.objects[5].offset + 40
        try await expect(writer.files(), bad: [5, 6, 7], notice: true)
    }

    @Test func emptyPackFileIsNamed() async throws {
        var writer = PackDamageTests.writer()
        writer.damage.keptPackByteCount = 5
        let made = try PackedRepository(packs: [writer.files()])
        let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
        let swept = try await SweptObjects.all(of: opened)
        #expect(swept.notices.map(\.code) == [.packCorrupt])
        #expect(opened.reader.notices.allSatisfy { $0.isIncomplete })
    }

    @Test func wrongTrailerIsANotice() async throws {
        var writer = PackDamageTests.writer()
        writer.damage.packTrailer = Array(repeating: 7, count: 20)
        try await expect(writer.files(), bad: [], notice: true)
        writer = PackDamageTests.writer()
        writer.damage.repeatedPackTrailer = Array(repeating: 7, count: 20)
        try await expect(writer.files(), bad: [], notice: true)
    }

    @Test func wrongEntryCountIsANotice() async throws {
        var writer = PackDamageTests.writer()
        writer.damage.entryCount = .max
        try await expect(writer.files(), bad: [], notice: true)
    }

    @Test func endlessSizeIsDamage() async throws {
        var files = PackDamageTests.writer().files()
        let offset = files.objects[6].offset
        for place in offset..<offset + 12 { files.pack[place] = 0xBF }
        try await expect(files, bad: [6])
    }

    @Test(arguments: [0, 5] as [UInt8])
    func unknownKindIsDamage(kind: UInt8) async throws {
        var writer = PackDamageTests.writer()
        writer.entryDamage[1].kindNumber = kind
        try await expect(writer.files(), bad: [1, 2, 3, 4])
    }

    @Test(arguments: [0, 10, 2999, 3001, 1 << 19, 1 << 40, .max] as [UInt64])
    func lyingSizeIsDamage(size: UInt64) async throws {
        var writer = PackDamageTests.writer()
        writer.entryDamage[5].declaredByteCount = size
        try await expect(writer.files(), bad: [5])
    }

    @Test(arguments: [0, 2999, 3008, 1 << 19, 1 << 40, 1 << 62] as [UInt64])
    func lyingDeltaSizesAreDamage(size: UInt64) async throws {
        var writer = PackDamageTests.writer()
        writer.entryDamage[4].deltaTargetByteCount = size
        try await expect(writer.files(), bad: [4])
        writer = PackDamageTests.writer()
        writer.entryDamage[1].deltaSourceByteCount = size
        try await expect(writer.files(), bad: [1, 2, 3, 4])
    }

    @Test func ringsOfReferencesAreDamage() async throws {
        var writer = PackDamageTests.writer()
        let delta = DeltaScript([.insert([1])]).bytes(sourceByteCount: 1)
        let first = writer.append(.referenceDelta(base: .entry(9), delta: delta))
        let second = writer.append(.referenceDelta(base: .entry(8), delta: delta))
        let third = writer.append(.referenceDelta(base: .entry(10), delta: delta))
        let above = writer.append(.offsetDelta(base: second, delta: delta))
        try await expect(writer.files(), bad: [first, second, third, above])
    }

    @Test func thinPackIsRefusedByObject() async throws {
        var writer = PackDamageTests.writer()
        let outside = ObjectHash.sha1.id(.blob, [1, 2, 3])
        writer.outside[outside] = (.blob, [1, 2, 3])
        let delta = DeltaScript([.insert([1])]).bytes(sourceByteCount: 3)
        let thin = writer.append(.referenceDelta(base: .object(outside), delta: delta))
        try await expect(writer.files(), bad: [thin])
    }

    @Test(arguments: [1, 1 << 20, .max] as [UInt64])
    func baseOutsideOfTheFileIsDamage(distance: UInt64) async throws {
        var writer = PackDamageTests.writer()
        writer.entryDamage[4].baseDistance = distance
        try await expect(writer.files(), bad: [4])
    }

    @Test(arguments: [0, 11, 1 << 20, 1 << 40, .max >> 1, .max] as [UInt64])
    func offsetOutsideOfTheFileIsDamage(offset: UInt64) async throws {
        var writer = PackDamageTests.writer()
        writer.entryDamage[7].indexOffset = offset
        try await expect(writer.files(), bad: [7])
    }

    @Test func wideOffsetOutsideOfItsTableIsDamage() async throws {
        var writer = PackDamageTests.writer()
        writer.entryDamage[7].indexOffsetField = 0xFFFF_FFFF
        writer.entryDamage[6].usesWideOffset = true
        try await expect(writer.files(), bad: [7])
    }

    @Test func bombIsBounded() async throws {
        var writer = PackDamageTests.writer()
        let bomb = writer.append(.whole(.blob, Array(repeating: 0, count: 8 << 20)))
        try await expect(writer.files(), bad: [bomb])
        writer.entryDamage[bomb].declaredByteCount = 100
        try await expect(writer.files(), bad: [bomb])
        // A delta of some bytes may copy its base again and again.
        writer = PackDamageTests.writer()
        let copies = Array(
            repeating: DeltaScript.Operation.copy(offset: 0, count: 3000), count: 900)
        let grown = writer.append(
            .offsetDelta(base: 0, delta: DeltaScript(copies).bytes(sourceByteCount: 3000)))
        try await expect(writer.files(), bad: [grown])
    }

    @Test func streamOfRubbishIsDamage() async throws {
        var writer = PackDamageTests.writer()
        writer.entryDamage[2].stream = Array("rubbish".utf8)
        try await expect(writer.files(), bad: [2, 3, 4])
        writer = PackDamageTests.writer()
        writer.entryDamage[2].stream = []
        try await expect(writer.files(), bad: [2, 3, 4])
    }

    @Test func wrongChecksumIsDamage() async throws {
        var writer = PackDamageTests.writer()
        writer.entryDamage[6].checksum = 1
        try await expect(writer.files(), bad: [6])
    }

    @Test func entryThatTheIndexLeavesOutDoesNotHurtOthers() async throws {
        var writer = PackDamageTests.writer()
        writer.entryDamage[5].isMissingFromIndex = true
        let files = writer.files()
        let made = try PackedRepository(packs: [files])
        let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
        let swept = try await SweptObjects.all(of: opened)
        #expect(swept.failures.isEmpty)
        #expect(swept.met.count == 7)
        #expect(swept.notices.contains { $0.code == .packCorrupt && $0.isIncomplete })
    }

    @Test func twoIDsOfOneEntryAreDamage() async throws {
        var writer = PackDamageTests.writer()
        let files = writer.files()
        writer.entryDamage[7].indexOffset = UInt64(files.objects[6].offset)
        let made = try PackedRepository(packs: [writer.files()])
        let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
        let swept = try await SweptObjects.all(of: opened)
        #expect(!swept.failures.isEmpty)
        #expect(Set(swept.failures.keys).isSubset(of: [files.objects[6].id, files.objects[7].id]))
    }

    @Test func indexThatDoesNotParseIsANotice() async throws {
        for damage in [
            { (damage: inout PackDamage) in damage.keptIndexByteCount = 1100 },
            { (damage: inout PackDamage) in damage.keptIndexByteCount = 3 },
            { (damage: inout PackDamage) in damage.fanout[3] = 200 },
            { (damage: inout PackDamage) in damage.fanout[255] = .max },
        ] {
            var writer = PackDamageTests.writer()
            damage(&writer.damage)
            var other = PackWriter()
            other.append(.whole(.blob, Array("other".utf8)))
            let made = try PackedRepository(packs: [writer.files(), other.files()])
            let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
            let swept = try await SweptObjects.all(of: opened)
            #expect(swept.notices.map(\.code) == [.packCorrupt])
            #expect(swept.notices.allSatisfy { $0.isIncomplete && $0.path != nil })
            #expect(Set(swept.met.keys) == [other.files().objects[0].id])
            #expect(try opened.history(HistoryRequest()).notices.contains { $0.isIncomplete })
        }
    }

    @Test func unsortedIndexIsReadAndNamed() async throws {
        var files = PackDamageTests.writer().files()
        // The first and the last id change places, with checksum and offset.
        let count = files.objects.count
        func swap(_ start: Int, _ width: Int) {
            for byte in 0..<width {
                files.index.swapAt(start + byte, start + (count - 1) * width + byte)
            }
        }
        let ids = 8 + 1024
        swap(ids, 20)
        swap(ids + count * 20, 4)
        swap(ids + count * 24, 4)
        files.sealIndex()
        let made = try PackedRepository(packs: [files])
        let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
        let swept = try await SweptObjects.all(of: opened)
        #expect(swept.notices.contains { $0.code == .packCorrupt && $0.isIncomplete })
        #expect(swept.met.count + swept.failures.count == count)
        for (id, met) in swept.met { #expect(met.allSatisfy { $0.trueID == id }) }
    }

    @Test func anotherCopyIsReadInPlaceOfADamagedOne() async throws {
        var damaged = PackDamageTests.writer()
        damaged.entryDamage[1].stream = Array("rubbish".utf8)
        let files = damaged.files()
        var others = PackWriter()
        for object in files.objects[1...3] { others.append(.whole(.blob, object.bytes ?? [])) }
        let made = try PackedRepository(
            packs: [files, others.files()],
            loose: [(.blob, try #require(files.objects[4].bytes))])
        let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
        for object in files.objects {
            let read = try opened.reader.read(object.id, maxBytes: 1 << 20)
            #expect(AgreementTests.id(read, .sha1) == object.id)
        }
        let swept = try await SweptObjects.all(of: opened)
        #expect(swept.failures.isEmpty)
        #expect(swept.ledger.expectedObjects == 8 && swept.ledger.readObjects == 8)
    }

    @Test func packThatVanishesStaysReadable() async throws {
        let files = PackDamageTests.writer().files()
        let made = try PackedRepository(packs: [files])
        let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
        let folder = made.folder.appendingPathComponent("objects/pack")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
        for object in files.objects {
            let read = try opened.reader.read(object.id, maxBytes: 1 << 20)
            #expect(AgreementTests.id(read, .sha1) == object.id)
        }
        let swept = try await SweptObjects.all(of: opened)
        #expect(swept.met.count == 8 && swept.failures.isEmpty)
    }

    @Test func packWithoutItsIndexOrIndexWithoutItsPackIsNamed() throws {
        for (kept, isIncomplete) in [(".pack", false), (".idx", true)] {
            let made = try PackedRepository(packs: [PackDamageTests.writer().files()])
            let folder = made.folder.appendingPathComponent("objects/pack")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
            where !name.hasSuffix(kept) {
                try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
            }
            let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
            #expect(opened.reader.notices.map(\.isIncomplete) == [isIncomplete])
        }
    }

    @Test(arguments: 0..<4)
    func anyByteMayBeWrong(part: Int) async throws {
        var random = SeededRandom(seed: UInt64(part))
        let sound = PackDamageTests.writer().files()
        for _ in 0..<60 {
            var files = sound
            for _ in 0..<1 + random.below(3) {
                if random.oneIn(2) {
                    files.pack[random.below(files.pack.count)] = UInt8(random.below(256))
                } else {
                    files.index[random.below(files.index.count)] = UInt8(random.below(256))
                }
            }
            if random.oneIn(2) { files.sealPack() }
            if random.oneIn(2) { files.sealIndex() }
            let made = try PackedRepository(packs: [files])
            let opened = try GitRepository.open(at: made.path, environment: GitEnvironment())
            let swept = try await SweptObjects.all(of: opened)
            let isNamed = !swept.failures.isEmpty || swept.notices.contains { $0.isIncomplete }
            // An index may call an object something else; its content is seen all the same.
            let contents = Set(swept.met.values.flatMap { $0 }.map(\.trueID))
            #expect(isNamed || contents.isSuperset(of: sound.objects.map(\.id)))
            for object in sound.objects {
                _ = try? opened.reader.header(object.id)
                _ = try? opened.reader.read(object.id, maxBytes: 1 << 20)
            }
        }
    }
}
