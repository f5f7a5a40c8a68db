import Foundation
import KeyMaterial
import Testing

@Suite struct JSONWebTokenTests {
    private func token(_ header: String, _ claims: String, signature: Int = 32) -> [UInt8] {
        func encoded(_ data: Data) -> String {
            data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }
        return Array(
            (encoded(Data(header.utf8)) + "." + encoded(Data(claims.utf8)) + "."
                + encoded(Data(repeating: 7, count: signature))).utf8)
    }

    private func parse(_ bytes: [UInt8]) -> JSONWebToken? {
        bytes.withUnsafeBytes { JSONWebToken(compact: $0) }
    }

    @Test func readsHeaderAndClaims() throws {
        let parsed = try #require(
            parse(
                token(
                    #"{"alg":"HS256","typ":"JWT","kid":"1"}"#,
                    #"{"exp":1700000000,"iat":1.5,"iss":"x","deep":{"a":[1,{"exp":2}]}}"#)))
        #expect(parsed.algorithm == "HS256" && parsed.hasType && parsed.hasKeyID)
        #expect(parsed.expiresAt == 1_700_000_000 && parsed.issuedAt == 1 && parsed.hasIssuer)
        #expect(parsed.signatureByteCount == 32 && !parsed.isEncrypted && !parsed.isKnownSample)
        #expect(parsed.expectedSignatureByteCounts == 32...32)
    }

    @Test func knowsTheTutorialSample() throws {
        let parsed = try #require(
            parse(token(#"{"alg":"HS256"}"#, #"{"sub":"1234567890","name":"John Doe"}"#)))
        #expect(parsed.isKnownSample)
    }

    @Test(arguments: [
        (#"{"typ":"JWT"}"#, #"{}"#), (#"{"alg":5}"#, "{}"), (#"["alg"]"#, "{}"),
        (#"{"alg":"HS256"}"#, #"[]"#), (#"{"alg":"HS256"}"#, #"{"a":}"#),
        (#"{"alg":"HS256"} x"#, #"{}"#), (#"{"alg":"HS256",}"#, #"{}"#),
    ])
    func refusesOtherShapes(_ header: String, _ claims: String) {
        #expect(parse(token(header, claims)) == nil)
    }

    @Test func refusesOtherPartCounts() {
        #expect(parse(Array("a".utf8)) == nil)
        #expect(parse([]) == nil)
        #expect(parse(token(#"{"alg":"HS256"}"#, "{}") + Array(".AAAA".utf8)) == nil)
    }

    @Test func boundsDepth() {
        func nested(_ depth: Int) -> [UInt8] {
            Array(
                (#"{"a":"# + String(repeating: "[", count: depth)
                    + String(repeating: "]", count: depth) + "}").utf8)
        }
        #expect(JSONObjectReader.members(of: nested(15)) != nil)
        #expect(JSONObjectReader.members(of: nested(16)) == nil)
        #expect(JSONObjectReader.members(of: nested(200_000)) == nil)
    }

    @Test func readsNumbersWithoutTrap() {
        let text = #"{"a":9223372036854775807,"b":9223372036854775808,"c":-7,"d":1e9,"e":0.5}"#
        let members = JSONObjectReader.members(of: Array(text.utf8))
        #expect(members?["a"] == .number(.max) && members?["b"] == .number(nil))
        #expect(members?["c"] == .number(-7) && members?["d"] == .number(nil))
        #expect(members?["e"] == .number(0))
        for bad in [
            #"{"a":01}"#, #"{"a":-}"#, #"{"a":1.}"#, #"{"a":1e}"#, #"{"a":"\u12"}"#, "{", "",
        ] {
            #expect(JSONObjectReader.members(of: Array(bad.utf8)) == nil)
        }
    }

    @Test func survivesMutations() {
        let seed = token(#"{"alg":"RS256","typ":"JWT"}"#, #"{"exp":1700000000,"a":[1,2,"\u00e9"]}"#)
        let object = Array(#"{"alg":"x","n":-12.5e+3,"a":[true,false,null,{"b":"\ud83d"}]}"#.utf8)
        var random = SeededBytes(seed: 7)
        for _ in 0..<5000 {
            _ = parse(random.mutated(seed))
            _ = JSONObjectReader.members(of: random.mutated(object))
        }
    }
}
