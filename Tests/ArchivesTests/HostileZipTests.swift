import TestSupport
import Testing

@testable import Archives

/// No member of a zip file can be hidden from the report, whatever its directory says.
@Suite struct HostileZipTests {
    private static let text = Array(String(repeating: "some text of a file\n", count: 300).utf8)

    private func zip(_ names: [String], packed: Bool = true) -> [UInt8] {
        var zip = MadeZip()
        for name in names {
            let content = Array((name + " ").utf8) + HostileZipTests.text
            if packed {
                zip.add(
                    name, Packing.raw(content), method: 8, size: content.count)
            } else {
                zip.add(name, content)
            }
        }
        return zip.finished()
    }

    private func read(_ bytes: [UInt8]) throws -> ReadArchive {
        try #require(ReadArchive(bytes))
    }

    /// Where bytes stand first.
    private func place(of pattern: [UInt8], in bytes: [UInt8], after start: Int = 0) throws -> Int {
        try #require(
            (start..<bytes.count - pattern.count).first {
                bytes[$0..<$0 + pattern.count].elementsEqual(pattern)
            })
    }

    private let central: [UInt8] = [0x50, 0x4B, 1, 2]
    private let end: [UInt8] = [0x50, 0x4B, 5, 6]

    @Test(arguments: [0, 1, 3, 0xFFFF])
    func countOfTheDirectoryIsNotBelieved(count: Int) throws {
        var bytes = zip(["a", "b"])
        let record = bytes.count - 22
        for offset in [8, 10] {
            bytes[record + offset] = UInt8(count & 0xFF)
            bytes[record + offset + 1] = UInt8(count >> 8)
        }
        let outcome = try read(bytes)
        #expect(outcome.codes == [.damaged])
        #expect(outcome.names == ["a", "b"])
    }

    @Test func membersThatTheDirectoryDoesNotNameAreRead() throws {
        for hidden in ["a", "b", "c"] {
            let bytes = zip(["a", "b", "c"])
            // The hidden entry is taken out of the directory.
            let number = ["a", "b", "c"].firstIndex(of: hidden) ?? 0
            var entry = try place(of: central, in: bytes)
            for _ in 0..<number { entry = try place(of: central, in: bytes, after: entry + 1) }
            var without = Array(bytes[..<entry] + bytes[(entry + 47)...])
            let record = without.count - 22
            without[record + 8] = 2
            without[record + 10] = 2
            without[record + 12] -= 47
            let outcome = try read(without)
            #expect(outcome.names.sorted() == ["a", "b", "c"])
            #expect(outcome.codes.isEmpty, "hidden: \(hidden)")
        }
    }

    @Test func membersWithSizesBehindThemAreReadWithoutDirectory() throws {
        let packed = Packing.raw(HostileZipTests.text)
        var zip = MadeZip()
        zip.add("a", packed, method: 8, size: 0, packedSize: 0, flags: 8)
        zip.add("b", packed, method: 8, size: 0, packedSize: 0, flags: 8)
        let outcome = try read(zip.finished(withDirectory: false))
        #expect(outcome.names == ["a", "b"])
        #expect(outcome.members.allSatisfy { $0.bytes == HostileZipTests.text })
        #expect(outcome.codes == [.damaged])
    }

    @Test func archivesBehindProgramsAreRead() throws {
        let program = Array("#!/bin/sh\nexec unzip $0\n".utf8) + [UInt8](repeating: 0x90, count: 90)
        let outcome = try read(program + zip(["a", "b"]))
        #expect(outcome.names == ["a", "b"])
        #expect(outcome.codes.isEmpty)
    }

    @Test func archivesWithACommentAreRead() throws {
        var bytes = zip(["a"])
        bytes[bytes.count - 2] = 100
        bytes += [UInt8](repeating: 0x63, count: 100)
        let outcome = try read(bytes)
        #expect(outcome.names == ["a"])
        #expect(outcome.codes.isEmpty)
        #expect(try read([1, 2, 3] + bytes).names == ["a"])
    }

    @Test func secondDirectoryInACommentIsSaid() throws {
        let first = zip(["a"])
        var second = zip(["b"])
        second[second.count - 2] = UInt8(first.count & 0xFF)
        second[second.count - 1] = UInt8(first.count >> 8)
        let outcome = try read(second + first)
        #expect(outcome.names.sorted() == ["a", "b"])
        let both = try read(first + zip(["b"]))
        #expect(both.names.sorted() == ["a", "b"])
    }

    @Test func disagreementOfTheTwoHeadersIsSaid() throws {
        for (offset, value) in [(8, 0), (18, 9), (30, 0x78), (6, 1)] {
            var bytes = zip(["a", "b"])
            bytes[offset] = UInt8(value)
            let outcome = try read(bytes)
            #expect(outcome.codes == [.damaged], "byte \(offset) of the local header")
            #expect(outcome.members.count == 2)
        }
    }

    @Test func memberWithinTheDataOfAnotherIsRead() throws {
        // The first member is said to reach over the second one, which is not named.
        var bytes = zip(["a", "b"])
        let first = try place(of: central, in: bytes)
        let second = try place(of: central, in: bytes, after: first + 1)
        let size = first - 31
        bytes.replaceSubrange(
            first + 20..<first + 24, with: [UInt8(size & 0xFF), UInt8(size >> 8), 0, 0])
        bytes.removeSubrange(second..<second + 47)
        let record = bytes.count - 22
        bytes[record + 8] = 1
        bytes[record + 10] = 1
        bytes[record + 12] -= 47
        let outcome = try read(bytes)
        #expect(outcome.names == ["a", "b"])
        #expect(outcome.codes == [.damaged])
    }

    @Test func overlappingMembersAreSaid() throws {
        var bytes = zip(["a", "b"])
        let first = try place(of: central, in: bytes)
        let second = try place(of: central, in: bytes, after: first + 1)
        bytes.replaceSubrange(second + 42..<second + 46, with: [0, 0, 0, 0])
        bytes[second + 46] = 0x61
        let outcome = try read(bytes)
        #expect(outcome.codes.contains(.damaged))
        #expect(outcome.names.contains("b"))
    }

    @Test func flagOfEncryptionIsNotBelieved() throws {
        let packed = Packing.raw(HostileZipTests.text)
        var bytes = zip(["a"])
        let entry = try place(of: central, in: bytes)
        let content = Array("a ".utf8) + HostileZipTests.text
        let checksum = content.withUnsafeBytes { Decompression.checksum($0) }
        for (start, flag, sum) in [(0, 6, 14), (entry, 8, 16)] {
            bytes[start + flag] = 1
            for number in 0..<4 {
                bytes[start + sum + number] = UInt8(checksum >> (8 * number) & 0xFF)
            }
        }
        let outcome = try read(bytes)
        #expect(outcome.codes.isEmpty)
        #expect(outcome.members.first?.bytes == content)
        var locked = MadeZip()
        locked.add("a", packed, method: 8, flags: 1)
        #expect(try read(locked.finished()).codes == [.encrypted])
    }

    @Test func bytesBehindAPackedMemberAreSaid() throws {
        let packed = Packing.raw(HostileZipTests.text)
        var zip = MadeZip()
        zip.add(
            "a", packed + [UInt8](repeating: 7, count: 100), method: 8,
            size: HostileZipTests.text.count)
        zip.add("b", packed, method: 8, size: HostileZipTests.text.count)
        let outcome = try read(zip.finished())
        #expect(outcome.codes == [.damaged])
        #expect(outcome.members.count == 2)
    }

    @Test func storedArchiveAtTheEndIsNoSecondDirectory() throws {
        var outer = MadeZip()
        outer.add("inner.zip", zip(["a"]))
        let outcome = try read(outer.finished())
        #expect(outcome.codes.isEmpty)
        #expect(outcome.names == ["inner.zip"])
    }

    @Test func folderWithDataIsNoFolder() throws {
        var zip = MadeZip()
        zip.add("a/", Packing.raw(HostileZipTests.text), method: 8, size: 0)
        zip.add("b/", [])
        let outcome = try read(zip.finished())
        #expect(outcome.names == ["a/"])
        #expect(outcome.members.first?.bytes == HostileZipTests.text)
    }

    @Test func failedMembersCostOfTheBudget() throws {
        let bomb = Packing.raw([UInt8](repeating: 0x20, count: 4 << 20))
        var zip = MadeZip()
        for number in 0..<50 { zip.add("\(number)", bomb, method: 8) }
        let outcome = try #require(ReadArchive(zip.finished(), limit: 3 << 20))
        #expect(outcome.codes.count < 4)
        #expect(outcome.codes.allSatisfy { $0 == .limit })
    }
}
