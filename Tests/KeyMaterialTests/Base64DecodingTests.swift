import Foundation
import KeyMaterial
import Testing

@Suite struct Base64DecodingTests {
    @Test func agreesWithFoundation() {
        var random = SeededBytes(seed: 3)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8(random.next(below: 256)) }
            let text = Array(Data(bytes).base64EncodedString().utf8)
            #expect(Base64Decoding.decode(text) == bytes)
            let bare = Array(text.prefix { $0 != UInt8(ascii: "=") })
            #expect(Base64Decoding.decode(bare, padding: .optional) == bytes)
            #expect(Base64Decoding.decode(bare, padding: .forbidden) == bytes)
        }
    }

    @Test(arguments: [
        "A", "AAAAA", "AA=", "AA===", "A===", "AB==", "AA=A", "AA A", "A\u{e9}AA", "==", "=",
    ])
    func refusesWhatIsNotCanonical(_ text: String) {
        #expect(Base64Decoding.decode(Array(text.utf8), padding: .optional) == nil)
    }

    @Test func keepsTheAlphabetsApart() {
        #expect(Base64Decoding.decode(Array("+/+/".utf8)) != nil)
        #expect(Base64Decoding.decode(Array("-_-_".utf8)) == nil)
        #expect(Base64Decoding.decode(Array("-_-_".utf8), alphabet: .urlSafe) != nil)
        #expect(Base64Decoding.decode(Array("+_-_".utf8), alphabet: .either) == nil)
    }

    @Test func boundsTheOutput() {
        let text = [UInt8](repeating: UInt8(ascii: "A"), count: 400)
        #expect(Base64Decoding.decode(text, maxOutputBytes: 300)?.count == 300)
        #expect(Base64Decoding.decode(text, maxOutputBytes: 299) == nil)
    }
}
