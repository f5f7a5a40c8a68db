import TestSupport
import Testing

@testable import Archives

/// Members come out whole, and what is broken, too large or a lie is said and costs little.
@Suite struct ArchiveReaderTests {
    private static let text = Array(String(repeating: "some text of a file\n", count: 300).utf8)

    private func read(
        _ bytes: [UInt8], members: Int = 100, limit: Int = 64 << 20, ratio: Int = 256
    ) -> ReadArchive? {
        ReadArchive(bytes, members: members, limit: limit, ratio: ratio)
    }

    @Test(arguments: [CompressedFormat.gzip, .zstd, .bzip2, .xz])
    func streamsAreRead(format: CompressedFormat) throws {
        let packed = Packing.pack(ArchiveReaderTests.text, as: format)
        let outcome = try #require(read(packed))
        #expect(outcome.codes.isEmpty)
        #expect(outcome.members.first?.bytes == ArchiveReaderTests.text)
    }

    @Test(arguments: [CompressedFormat.gzip, .zstd, .bzip2, .xz])
    func cutOffStreamsAreSaid(format: CompressedFormat) throws {
        let packed = Packing.pack(ArchiveReaderTests.text, as: format)
        for count in stride(from: 20, to: packed.count - 1, by: max(1, packed.count / 16)) {
            let outcome = try #require(read(Array(packed.prefix(count))))
            #expect(outcome.codes == [.damaged], "\(count) of \(packed.count) bytes")
        }
    }

    @Test(arguments: [CompressedFormat.gzip, .zstd, .bzip2, .xz])
    func bombsStopAtTheLimit(format: CompressedFormat) throws {
        let packed = Packing.pack([UInt8](repeating: 0x20, count: 3 << 20), as: format)
        let over = try #require(read(packed, limit: (3 << 20) - 1))
        #expect(over.codes == [.limit])
        let exact = try #require(read(packed, limit: 3 << 20))
        #expect(exact.codes.isEmpty)
    }

    @Test func ratioCountsBeyondItsFloor() throws {
        let packed = Packing.pack([UInt8](repeating: 0x20, count: 20 << 20), as: .gzip)
        #expect(try #require(read(packed, ratio: 100)).codes == [.limit])
        #expect(try #require(read(packed, ratio: 2000)).codes.isEmpty)
    }

    @Test func severalMembersOfGzipAreOneStream() throws {
        let half = Packing.pack(ArchiveReaderTests.text, as: .gzip)
        let outcome = try #require(read(half + half))
        #expect(outcome.members.first?.bytes.count == 2 * ArchiveReaderTests.text.count)
    }

    @Test func zipMembersOfAllMethodsAreRead() throws {
        let text = ArchiveReaderTests.text
        var zip = MadeZip()
        zip.add("stored.txt", text)
        zip.add("a/deflated.txt", Packing.raw(text), method: 8, size: text.count)
        zip.add("b/bzip2.txt", Packing.pack(text, as: .bzip2), method: 12, size: text.count)
        zip.add("c/zstd.txt", Packing.pack(text, as: .zstd), method: 93, size: text.count)
        zip.add("d/xz.txt", Packing.pack(text, as: .xz), method: 95, size: text.count)
        let outcome = try #require(read(zip.finished()))
        #expect(outcome.codes.isEmpty)
        #expect(outcome.members.count == 5)
        #expect(outcome.members.allSatisfy { $0.bytes == text })
        #expect(outcome.members.map(\.name)[1] == "a/deflated.txt")
    }

    @Test func liesOfZipAreSeenThrough() throws {
        let text = ArchiveReaderTests.text
        var small = MadeZip()
        small.add("a", Packing.raw(text), method: 8, size: 3)
        #expect(try #require(read(small.finished())).members.first?.bytes == text)
        var large = MadeZip()
        large.add("a", Packing.raw(text), method: 8, size: 0xFFFF_FFF0)
        #expect(try #require(read(large.finished())).members.first?.bytes == text)
        var beyond = MadeZip()
        beyond.add("a", text, packedSize: 1 << 30)
        #expect(try #require(read(beyond.finished())).codes == [.damaged])
        var locked = MadeZip()
        locked.add("a", text, flags: 1)
        #expect(try #require(read(locked.finished())).codes == [.encrypted])
        var strange = MadeZip()
        strange.add("a", text, method: 98)
        #expect(try #require(read(strange.finished())).codes == [.unsupported])
    }

    @Test func zipWithoutDirectoryIsReadAndSaid() throws {
        let text = ArchiveReaderTests.text
        var zip = MadeZip()
        zip.add("a", text)
        zip.add("b", Packing.raw(text), method: 8, size: text.count)
        let outcome = try #require(read(zip.finished(withDirectory: false)))
        #expect(outcome.codes == [.damaged])
        #expect(outcome.members.count == 2)
    }

    @Test func memberLimitIsSaid() throws {
        var zip = MadeZip()
        for number in 0..<5 { zip.add("\(number)", [1, 2, 3]) }
        #expect(try #require(read(zip.finished(), members: 5)).codes.isEmpty)
        let outcome = try #require(read(zip.finished(), members: 4))
        #expect(outcome.codes == [.limit])
        #expect(outcome.members.count == 4)
    }

    @Test func tarMembersAreRead() throws {
        let long = String(repeating: "folder/", count: 30) + "file.env"
        let tar = MadeTar.file([("a.txt", [1, 2, 3]), (long, ArchiveReaderTests.text)])
        let outcome = try #require(read(tar))
        #expect(outcome.codes.isEmpty)
        #expect(outcome.members.map(\.name) == ["a.txt", long])
        #expect(outcome.members.last?.bytes == ArchiveReaderTests.text)
    }

    @Test func cutOffTarGivesWhatItHas() throws {
        let tar = MadeTar.member("a.txt", ArchiveReaderTests.text)
        let outcome = try #require(read(Array(tar.prefix(2000))))
        #expect(outcome.codes == [.damaged])
        #expect(outcome.members.first?.bytes.count == 2000 - 512)
        let lie = MadeTar.member("a.txt", [1, 2, 3], size: 1 << 32)
        #expect(try #require(read(lie)).codes == [.damaged])
    }

    @Test(arguments: UInt64(1)...40)
    func damageNeverTraps(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var zip = MadeZip()
        zip.add("a", ArchiveReaderTests.text)
        zip.add("b", Packing.raw(ArchiveReaderTests.text), method: 8)
        let tar = MadeTar.file([("a", ArchiveReaderTests.text), ("b", [1])])
        for var bytes in [
            zip.finished(), tar, Packing.pack(tar, as: .gzip), Packing.pack(tar, as: .xz),
        ] {
            for _ in 0..<8 {
                let place = Int.random(in: 4..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            _ = read(bytes, limit: 1 << 20)
        }
    }
}
