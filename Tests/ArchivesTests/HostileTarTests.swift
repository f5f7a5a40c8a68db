import TestSupport
import Testing

@testable import Archives

/// No member of a tar file can be hidden from the report.
@Suite struct HostileTarTests {
    private static let text = Array(String(repeating: "some text of a file\n", count: 60).utf8)

    private func read(_ bytes: [UInt8]) throws -> ReadArchive {
        try #require(ReadArchive(bytes))
    }

    private func record(_ key: String, _ value: String) -> [UInt8] {
        let rest = " \(key)=\(value)\n"
        var length = rest.utf8.count
        while "\(length)".utf8.count + rest.utf8.count != length {
            length = "\(length)".utf8.count + rest.utf8.count
        }
        return Array("\(length)\(rest)".utf8)
    }

    @Test func whatFollowsTheEndIsRead() throws {
        let tar = MadeTar.file([("a", [1])]) + MadeTar.file([("b", HostileTarTests.text)])
        let outcome = try read(tar)
        #expect(outcome.names == ["a", "b"])
        #expect(outcome.codes.isEmpty)
        let packed = try read(Packing.pack(tar, as: .gzip))
        #expect(packed.members.first?.bytes == tar)
    }

    @Test func whatFollowsTheEndAndIsNoMemberIsSaid() throws {
        let outcome = try read(MadeTar.file([("a", [1])]) + HostileTarTests.text)
        #expect(outcome.names == ["a"])
        #expect(outcome.codes == [.damaged])
        #expect(try read(MadeTar.file([("a", [1])]) + [0, 0, 7]).codes == [.damaged])
        #expect(
            try read(MadeTar.file([("a", [1])]) + [UInt8](repeating: 0, count: 9000)).codes
                .isEmpty)
    }

    @Test func readingGoesOnBehindADamagedHeader() throws {
        var tar = MadeTar.file([("a", [1]), ("b", [2]), ("c", [3])])
        tar[1024 + 3] ^= 0x40
        let outcome = try read(tar)
        #expect(outcome.names == ["a", "c"])
        #expect(outcome.codes == [.damaged])
    }

    @Test(arguments: Array("12345679SADMNVXg".utf8))
    func dataOfEveryKindIsRead(kind: UInt8) throws {
        let tar =
            MadeTar.member("a", HostileTarTests.text, kind: kind) + MadeTar.file([("b", [1])])
        let outcome = try read(tar)
        let isRead = outcome.members.contains { $0.bytes == HostileTarTests.text }
        #expect(isRead || !outcome.codes.isEmpty)
        #expect(outcome.names.last == "b")
    }

    @Test func linksWithoutTheDataThatTheyClaimHideNothing() throws {
        let tar =
            MadeTar.member("a", [], size: 4096, kind: 0x31)
            + MadeTar.file([("b", HostileTarTests.text)])
        let outcome = try read(tar)
        #expect(outcome.names == ["b"])
    }

    @Test func sparseFilesAreRead() throws {
        var header = MadeTar.member("a", [], size: HostileTarTests.text.count, kind: 0x53)
        header[482] = 1
        header[148..<156] = [32, 32, 32, 32, 32, 32, 32, 32]
        let sum = header.reduce(0) { $0 + Int($1) }
        header.replaceSubrange(148..<155, with: Array(octal(sum).utf8) + [0])
        var map = [UInt8](repeating: 0x31, count: 512)
        map[504] = 0
        let padding = [UInt8](repeating: 0, count: 512 - HostileTarTests.text.count % 512)
        let outcome = try read(
            header + map + HostileTarTests.text + padding + MadeTar.file([("b", [1])]))
        #expect(outcome.names == ["a", "b"])
        #expect(outcome.members.first?.bytes == HostileTarTests.text)
        #expect(outcome.codes.isEmpty)
    }

    private func octal(_ value: Int) -> String {
        let digits = String(value, radix: 8)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    @Test func sizesOfExtendedHeadersCount() throws {
        let size = record("size", "\(HostileTarTests.text.count)")
        let content = HostileTarTests.text
        let padding = [UInt8](repeating: 0, count: 512 - content.count % 512)
        let tar =
            MadeTar.member("x", record("path", "long/name") + size, kind: 0x78)
            + MadeTar.member("a", [], size: 0) + content + padding + MadeTar.file([("b", [1])])
        let outcome = try read(tar)
        #expect(outcome.names == ["long/name", "b"])
        #expect(outcome.members.first?.bytes == content)
        #expect(outcome.codes.isEmpty)
    }

    @Test func recordsWithinValuesAreNone() throws {
        let value = "x\n" + String(decoding: record("size", "0"), as: UTF8.self) + "y"
        let tar =
            MadeTar.member("x", record("comment", value), kind: 0x78)
            + MadeTar.file([("a", HostileTarTests.text), ("b", [1])])
        let outcome = try read(tar)
        #expect(outcome.names == ["a", "b"])
        #expect(outcome.codes.isEmpty)
    }

    @Test func damagedAndGlobalHeadersAreSaid() throws {
        let broken = Array("999 size=1\n".utf8)
        let file = MadeTar.file([("a", [1])])
        #expect(try read(MadeTar.member("x", broken, kind: 0x78) + file).codes == [.damaged])
        let all = record("size", "700")
        #expect(try read(MadeTar.member("x", all, kind: 0x67) + file).codes == [.unsupported])
        let comment = record("comment", "0123456789abcdef")
        #expect(try read(MadeTar.member("x", comment, kind: 0x67) + file).codes.isEmpty)
    }

    @Test func cutOffMembersCount() throws {
        let tar = MadeTar.member("a", HostileTarTests.text, size: 1 << 20)
        let outcome = try #require(ReadArchive(tar, members: 0))
        #expect(outcome.members.isEmpty)
        #expect(outcome.codes == [.limit])
        let small = try #require(ReadArchive(tar, limit: 100))
        #expect(small.members.isEmpty)
        #expect(small.codes.contains(.limit))
    }
}
