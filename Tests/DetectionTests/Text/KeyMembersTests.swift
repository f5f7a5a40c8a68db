import ScanModel
import Testing

@testable import Detection

@Suite struct KeyMembersTests {
    private func members(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        guard let start = text.firstRange(of: "VALUE") else { return [] }
        let offset = text[..<start.lowerBound].utf8.count
        return bytes.withUnsafeBytes { buffer in
            KeyMembers.ranges(around: offset..<offset + 5, in: buffer).map {
                String(decoding: buffer[$0], as: UTF8.self)
            }
        }
    }

    @Test(arguments: [
        (#"{"kty":"RSA","d":"VALUE","n":"abc","p":"one","q": "two"}"#, ["one", "two"]),
        (#"{"dp":"one","dq":"two","qi":"three","d":"VALUE"}"#, ["one", "two", "three"]),
        ("{\n \"p\" : \"one\",\n \"d\": \"VALUE\"\n}", ["one"]),
        (#"{\"p\":\"one\",\"d\":\"VALUE\"}"#, [#"one\"#]),
        (#"[{"p":"other"},{"d":"VALUE"},{"q":"other"}]"#, []),
        (#"{"p","q","d":"VALUE"}"#, []),
        (#"{"d":"VALUE"#, []),
    ])
    func membersOfTheKeyAreFound(_ text: String, _ expected: [String]) {
        #expect(members(text) == expected)
    }

    @Test func keysInOneLineAreMaskedWhole() throws {
        let rule = RuleScan.rule("jwk.a", #""d":"(?<secret>\w+)""#)
        let scan = try RuleScan([rule], #"{"kty":"RSA","p":"abcdefgh","d":"ijklmnop"}"#)
        let line = try #require(scan.result.findings.first).snippet.text.text
        #expect(line.contains("RSA"))
        #expect(!line.contains("abcdefgh") && !line.contains("ijklmnop"))
    }
}
