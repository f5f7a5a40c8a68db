import Foundation
import ScanModel
import Testing

@testable import Detection

@Suite struct TextEncodingTests {
    private let sample = "key: value ä€😀\r\n\tsecond line\nthird \u{2028} end"

    @Test func tellsMarkedEncodings() {
        #expect(detect([0xEF, 0xBB, 0xBF] + Array("a".utf8)) == .utf8WithBOM)
        #expect(detect([0xFF, 0xFE, 0x61, 0]) == .utf16LittleEndian)
        #expect(detect([0xFE, 0xFF, 0, 0x61]) == .utf16BigEndian)
        #expect(detect([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == .utf32LittleEndian)
        #expect(detect([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]) == .utf32BigEndian)
    }

    @Test func tellsUnmarkedEncodings() {
        #expect(detect([]) == .utf8)
        #expect(detect(Array(sample.utf8)) == .utf8)
        #expect(detect(encoded(sample, .utf16LittleEndian)) == .utf16LittleEndian)
        #expect(detect(encoded(sample, .utf16BigEndian)) == .utf16BigEndian)
        #expect(detect(Array("caf".utf8) + [0xE9, 0x0A]) == .latin1)
        let chinese = String(repeating: "密钥在这里 key=1\n", count: 20)
        #expect(detect(encoded(chinese, .utf16LittleEndian)) == .utf16LittleEndian)
    }

    @Test func tellsBinary() {
        #expect(detect([0]) == .binary)
        #expect(detect([0x61, 0, 0x62]) == .binary)
        #expect(detect(Array("text with a NUL\0 in it".utf8)) == .binary)
        #expect(detect([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == .binary)
        // A table of small numbers of 16 bits.
        #expect(detect((0..<64).flatMap { [UInt8($0 % 30 + 1), 0] }) == .binary)
        var random = SeededRandom(3)
        for _ in 0..<200 {
            let encoding = detect(random.bytes(4096))
            #expect(encoding == .binary || encoding == .latin1)
        }
    }

    @Test func transcodesAsFoundationReads() throws {
        for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian] {
            for isMarked in [false, true] {
                let text = encoded((isMarked ? "\u{FEFF}" : "") + sample, encoding)
                let found = isMarked || encoding != .utf32LittleEndian ? detect(text) : encoding
                #expect(found == encoding)
                guard isMarked || encoding != .utf32LittleEndian else { continue }
                let result = try transcoded(text, encoding)
                #expect(result.text == sample)
                #expect(result.malformed == 0)
            }
        }
    }

    @Test func malformedUnitsKeepTheirColumn() throws {
        let text: [UInt8] = [0x61, 0, 0x00, 0xD8, 0x62, 0, 0x00, 0xDC, 0x63, 0, 0x00, 0xD8, 0x64]
        let result = try transcoded(text, .utf16LittleEndian)
        #expect(result.text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}")
        #expect(result.malformed == 4)
        let wide = try transcoded([0, 0, 0xFE, 0xFF, 0, 0x11, 0, 0, 0, 0], .utf32BigEndian)
        #expect(wide.text == "\u{FFFD}\u{FFFD}")
    }

    @Test func onlyWideEncodingsAreTranscoded() {
        [UInt8(0x61)].withUnsafeBytes { bytes in
            for encoding in [TextEncoding.utf8, .utf8WithBOM, .latin1, .binary] {
                #expect(TranscodedText(bytes, encoding: encoding) == nil)
            }
        }
    }

    @Test func randomUnitsMatchStringDecoding() throws {
        var random = SeededRandom(5)
        for _ in 0..<500 {
            let units = (0..<random.below(60)).map { _ -> UInt16 in
                switch random.below(4) {
                case 0: UInt16(random.below(0x80))
                case 1: UInt16(0xD800 + random.below(0x800))
                default: UInt16(random.below(0x10000))
                }
            }
            let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            guard units.first != 0xFEFF else { continue }
            let result = try transcoded(bytes, .utf16LittleEndian)
            #expect(result.text == String(decoding: units, as: UTF16.self))
            #expect(result.text.utf16.count == units.count)
        }
    }

    private func detect(_ bytes: [UInt8]) -> TextEncoding {
        bytes.withUnsafeBytes { TextEncoding.detect($0) }
    }

    private func transcoded(
        _ bytes: [UInt8], _ encoding: TextEncoding
    ) throws -> (text: String, malformed: Int) {
        let text = try #require(
            bytes.withUnsafeBytes { TranscodedText($0, encoding: encoding) })
        return (
            text.bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) },
            text.malformedUnitCount
        )
    }

    private func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        let foundation: String.Encoding =
            switch encoding {
            case .utf16LittleEndian: .utf16LittleEndian
            case .utf16BigEndian: .utf16BigEndian
            default: .utf32LittleEndian
            }
        return Array(text.data(using: foundation) ?? Data())
    }
}
