import Testing

@testable import GitObjects

@Suite struct IndexFileTests {
    @Test func prefixesAreTakenOverFromTheEntryBefore() throws {
        let index = try IndexFile(
            Self.bytes([(0, "folder/a"), (1, "b"), (1, "b/c")]), path: "index", format: .sha1)
        #expect(
            index.entries.map { String(decoding: index.path($0), as: UTF8.self) }
                == ["folder/a", "folder/b", "folder/b/c"])
    }

    @Test func longestPathsOfAnySystemAreRead() throws {
        let entries = [(0, String(repeating: "a", count: 4096 - 500))]
        let longer = entries + Array(repeating: (0, "b"), count: 500)
        let index = try IndexFile(Self.bytes(longer), path: "index", format: .sha1)
        #expect(index.entries.last?.pathCount == 4096)
    }

    @Test func prefixesThatMultiplyAreRefused() {
        // 40 kB that name 6 MB.
        let entries = [(0, String(repeating: "a", count: 16_000))]
        let longer = entries + Array(repeating: (0, "b"), count: 400)
        #expect(throws: GitError(.corruptIndex, "")) {
            try IndexFile(Self.bytes(longer), path: "index", format: .sha1)
        }
    }

    /// An index of version 4: of each path, how much of the one before is dropped (less than 128
    /// bytes), and what comes instead.
    private static func bytes(_ paths: [(dropped: Int, suffix: String)]) -> [UInt8] {
        var bytes = Array("DIRC".utf8) + BigEndian.bytes(UInt32(4))
        bytes += BigEndian.bytes(UInt32(paths.count))
        for path in paths {
            bytes += [UInt8](repeating: 0, count: 24) + BigEndian.bytes(UInt32(0o100644))
            bytes += [UInt8](repeating: 0, count: 12) + [UInt8](repeating: 1, count: 20)
            bytes += [0x0F, 0xFF, UInt8(path.dropped)] + Array(path.suffix.utf8) + [0]
        }
        return bytes + [UInt8](repeating: 0, count: 20)
    }
}
