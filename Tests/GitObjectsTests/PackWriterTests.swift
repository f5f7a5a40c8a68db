import Foundation
import ScanModel
import TestSupport
import Testing

/// Holds the writer of packs against the real git.
@Suite struct PackWriterTests {
    private let text = Array("first line\nsecond line\nthird line\n".utf8)

    /// All objects as git reads them: id → kind and content.
    private func contents(
        of repository: PackedRepository
    ) throws -> [String: (kind: String, bytes: [UInt8])] {
        var rest = try repository.git("cat-file", "--batch-all-objects", "--batch")[...]
        var objects: [String: (kind: String, bytes: [UInt8])] = [:]
        while let end = rest.firstIndex(of: 10) {
            let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            let count = try #require(Int(words[2]))
            rest = rest[(end + 1)...]
            objects[String(words[0])] = (String(words[1]), Array(rest.prefix(count)))
            rest = rest.dropFirst(count + 1)
        }
        return objects
    }

    private func expectGitAgrees(
        _ files: PackFiles, in repository: PackedRepository, pack: String
    ) throws {
        try repository.git("fsck", "--full", "--strict")
        try repository.git("verify-pack", "-v", pack)
        // The index is the same that git would make of the pack.
        try repository.git("index-pack", "-o", "own.idx", pack)
        let own = try Data(contentsOf: repository.folder.appendingPathComponent("own.idx"))
        #expect(Array(own) == files.index)
        let read = try contents(of: repository)
        #expect(read.count == Set(files.objects.map(\.id)).count)
        for object in files.objects {
            let same = try #require(read[object.id.hex])
            #expect(same.kind == object.kind?.rawValue && same.bytes == object.bytes)
        }
    }

    /// Every kind of entry: a commit of a tree with blobs over each other.
    private func everyKind(_ hash: ObjectHash) -> (writer: PackWriter, tip: ObjectID) {
        var writer = PackWriter(hash)
        let long = (0..<40_000).flatMap { Array("line \($0)\n".utf8) }
        let later = DeltaScript(replacing: [(11..<11, Array("between\n".utf8))], in: text)
        let seam = DeltaScript([
            .copy(offset: 6, count: 15), .insert(text), .copy(offset: 0, count: 3),
        ])
        // Entry 0 is over entry 1, which is over entry 2.
        writer.append(
            .referenceDelta(
                base: .entry(1), delta: later.bytes(sourceByteCount: seam.targetByteCount)))
        writer.append(
            .referenceDelta(
                base: .object(hash.id(.blob, text)),
                delta: seam.bytes(sourceByteCount: text.count)))
        writer.append(.whole(.blob, text))
        writer.append(.whole(.blob, []))
        let base = writer.append(.whole(.blob, long))
        for count in [0xFFFF, 0x1_0000, 0x1_0001, 0x2_0000] {
            let script = DeltaScript([.copy(offset: 0x100, count: count), .insert([0])])
            writer.append(
                .offsetDelta(base: base, delta: script.bytes(sourceByteCount: long.count)))
        }
        let blobs = writer.files().objects.map(\.id)
        let tree = ObjectText.sortedTree(
            blobs.enumerated().map { ("100644", "file\($0).txt", $1) })
        writer.append(.whole(.tree, tree))
        let commit = ObjectText.commit(tree: hash.id(.tree, tree))
        writer.append(.whole(.commit, commit))
        let tip = hash.id(.commit, commit)
        writer.append(.whole(.tag, ObjectText.tag("v1", of: tip)))
        return (writer, tip)
    }

    @Test(arguments: ObjectHash.allCases)
    func gitAcceptsEveryKindOfEntry(hash: ObjectHash) throws {
        let (writer, tip) = everyKind(hash)
        let files = writer.files()
        #expect(files.objects.allSatisfy { $0.bytes != nil })
        let repository = try PackedRepository(
            hash, refs: ["refs/heads/main": tip, "refs/tags/v1": files.objects[11].id])
        let pack = try repository.add(files)
        try expectGitAgrees(files, in: repository, pack: pack)
        let log = try repository.git("log", "--format=%H", "--all")
        #expect(String(decoding: log, as: UTF8.self) == "\(tip.hex)\n")
    }

    @Test(arguments: ObjectHash.allCases)
    func gitReadsTheTableOfWideOffsets(hash: ObjectHash) throws {
        var (writer, tip) = everyKind(hash)
        let narrow = writer.files()
        for number in [1, 4, 9] { writer.entryDamage[number].usesWideOffset = true }
        let files = writer.files()
        #expect(files.index.count == narrow.index.count + 24)
        let repository = try PackedRepository(
            hash, packs: [files], refs: ["refs/heads/main": tip])
        try repository.git("fsck", "--full")
        #expect(try contents(of: repository).count == files.objects.count)
    }

    @Test func looseObjectsSecondPacksAndAlternatesAreRead() throws {
        var (writer, tip) = everyKind(.sha1)
        let first = try PackedRepository(packs: [writer.files()])
        writer = PackWriter()
        writer.append(.whole(.blob, Array("second pack\n".utf8)))
        let repository = try PackedRepository(
            packs: [writer.files()], loose: [(.blob, Array("loose\n".utf8))],
            refs: ["refs/heads/main": tip], alternates: [first.objectsPath])
        try repository.git("fsck", "--full")
        #expect(try contents(of: repository).count == 14)
    }

    @Test func unknownEntriesGetMadeUpIDs() {
        var writer = PackWriter()
        let delta = DeltaScript([.insert([1, 2, 3])]).bytes(sourceByteCount: 3)
        writer.append(.referenceDelta(base: .entry(1), delta: delta))
        writer.append(.referenceDelta(base: .entry(0), delta: delta))
        let missing = ObjectHash.sha1.id(.blob, [4, 5, 6])
        writer.append(.referenceDelta(base: .object(missing), delta: delta))
        #expect(Set(writer.files().objects.map(\.id)).count == 3)
        #expect(writer.files().objects.allSatisfy { $0.bytes == nil })
        writer.outside[missing] = (.blob, [4, 5, 6])
        #expect(writer.files().objects[2].bytes == [1, 2, 3])
    }

    @Test(arguments: [
        "kind", "size", "source", "target", "distance", "stream", "checksum", "id", "offset",
        "offset field", "missing", "version", "count", "pack trailer", "repeated trailer",
        "index trailer", "short pack", "short index", "fanout",
    ])
    func gitRefusesEveryDamage(part: String) throws {
        var (writer, _) = everyKind(.sha1)
        var wrong = EntryDamage()
        switch part {
        case "kind": wrong.kindNumber = 5
        case "size": wrong.declaredByteCount = 1 << 40
        case "source": wrong.deltaSourceByteCount = 7
        case "target": wrong.deltaTargetByteCount = 1 << 33
        case "distance": wrong.baseDistance = 1 << 50
        case "stream": wrong.stream = [1, 2, 3]
        case "checksum": wrong.checksum = 1
        case "id": wrong.indexID = ObjectHash.sha1.id(.blob, [9])
        case "offset": wrong.indexOffset = 1 << 35
        case "offset field": wrong.indexOffsetField = 0xFFFF_FFFF
        case "missing": wrong.isMissingFromIndex = true
        case "version": writer.damage.version = 9
        case "count": writer.damage.entryCount = 99
        case "pack trailer": writer.damage.packTrailer = Array(repeating: 0, count: 20)
        case "repeated trailer":
            writer.damage.repeatedPackTrailer = Array(repeating: 0, count: 20)
        case "index trailer": writer.damage.indexTrailer = Array(repeating: 0, count: 20)
        case "short pack": writer.damage.keptPackByteCount = 500
        case "short index": writer.damage.keptIndexByteCount = 1_200
        default: writer.damage.fanout = [3: 90]
        }
        writer.entryDamage[5] = wrong
        let files = writer.files()
        #expect(files.objects.map(\.id) == everyKind(.sha1).writer.files().objects.map(\.id))
        let repository = try PackedRepository()
        let pack = try repository.add(files)
        #expect(throws: RecipeFailure.self) { try repository.git("verify-pack", pack) }
    }

    @Test func sealsChangedFilesAgain() {
        var files = everyKind(.sha256).writer.files()
        let before = files
        files.sealPack()
        files.sealIndex()
        #expect(files.pack == before.pack && files.index == before.index)
    }

    @Test func randomDeltasGiveWhatTheySay() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<200 {
            let script = DeltaScript.random(
                sourceByteCount: text.count, copies: 6, places: [0, 11, 23], using: &random
            ) { random in Array(repeating: 65, count: random.below(300)) }
            let result = script.operations.flatMap { operation in
                switch operation {
                case .copy(let offset, let count): Array(text[offset..<offset + count])
                case .insert(let bytes): bytes
                }
            }
            #expect(script.applied(to: text) == result)
            #expect(DeltaScript(from: text, to: result).applied(to: text) == result)
        }
    }
}
