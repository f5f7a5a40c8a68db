import TestSupport
import Testing

@testable import Archives

/// What follows a compressed stream is read, or it is said that it was not.
@Suite struct StreamEndTests {
    private static let text = Array(String(repeating: "some text of a file\n", count: 300).utf8)
    static let formats: [CompressedFormat] = [.gzip, .zstd, .bzip2, .xz]

    private func packed(_ format: CompressedFormat) -> [UInt8] {
        Packing.pack(StreamEndTests.text, as: format)
    }

    @Test(arguments: formats)
    func severalStreamsAreOneMember(format: CompressedFormat) throws {
        let outcome = try #require(ReadArchive(packed(format) + packed(format) + packed(format)))
        #expect(outcome.members.map(\.bytes.count) == [3 * StreamEndTests.text.count])
        #expect(outcome.codes.isEmpty)
    }

    @Test(arguments: formats)
    func streamsOfAnotherFormatAreRead(format: CompressedFormat) throws {
        for other in StreamEndTests.formats where other != format {
            let outcome = try #require(ReadArchive(packed(format) + [0, 0, 0, 0] + packed(other)))
            #expect(outcome.members.map(\.bytes) == [StreamEndTests.text, StreamEndTests.text])
            #expect(outcome.codes.isEmpty)
        }
    }

    @Test(arguments: formats)
    func zerosMayFollow(format: CompressedFormat) throws {
        let zeros = [UInt8](repeating: 0, count: 512)
        #expect(try #require(ReadArchive(packed(format) + zeros)).codes.isEmpty)
        let apart = try #require(ReadArchive(packed(format) + zeros + packed(format)))
        #expect(apart.members.reduce(0) { $0 + $1.bytes.count } == 2 * StreamEndTests.text.count)
    }

    @Test(arguments: formats)
    func otherBytesBehindAreSaid(format: CompressedFormat) throws {
        for garbage in [[UInt8](repeating: 0x41, count: 100), [0, 0, 9]] {
            let outcome = try #require(ReadArchive(packed(format) + garbage))
            #expect(outcome.members.map(\.bytes) == [StreamEndTests.text])
            #expect(outcome.codes == [.damaged])
        }
    }

    @Test(arguments: formats)
    func damagedSecondStreamIsSaidAndTheFirstRead(format: CompressedFormat) throws {
        let outcome = try #require(ReadArchive(packed(format) + packed(format).dropLast(6)))
        #expect(outcome.codes == [.damaged])
        #expect(outcome.members.first?.bytes.starts(with: StreamEndTests.text) == true)
    }

    @Test func skippableFramesOfZstdAreSkipped() throws {
        let frame: [UInt8] = [0x5D, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]
        let outcome = try #require(ReadArchive(frame + packed(.zstd) + frame))
        #expect(outcome.members.map(\.bytes) == [StreamEndTests.text])
        #expect(outcome.codes.isEmpty)
    }

    @Test func streamsAreCounted() throws {
        let empty = Packing.pack([], as: .gzip)
        let many = Array(repeatElement(empty, count: 100_001).joined())
        #expect(try #require(ReadArchive(many)).codes == [.limit])
    }
}
