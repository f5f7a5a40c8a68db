import ScanModel
import TestSupport
import Testing

@Suite struct NameGlobTests {
    @Test(arguments: [
        ("", "", true), ("", "a", false), ("*", "", true), ("*", "a/b.c", true),
        ("a", "a", true), ("a", "A", false), ("a", "ab", false), ("ab", "a", false),
        ("*.get", "requests.get", true), ("*.get", "requests.getall", false),
        ("aws_*", "aws_", true), ("aws_*", "aw", false),
        ("a*a", "a", false), ("a*a", "aa", true), ("a*b*c", "a.b.b.c", true),
        ("a*bc*c", "abc", false), ("a**c", "ac", true), ("a{b,c}?[d]", "a{b,c}?[d]", true),
        ("a{b,c}", "ab", false), ("*é*", "café au", true),
        ("*aab*", "aaaab", true), ("*abcabd*", "abcabcabd.", true),
    ])
    func starsStandForAnything(_ glob: String, _ name: String, _ expected: Bool) {
        #expect(NameGlob(glob).matches(name) == expected)
    }

    @Test(arguments: [
        ("AWS/s3*", "aws/S3_Bucket", true), ("*Verify", "sslverify", true), ("É", "é", false),
    ])
    func lettersFoldWhereAsked(_ glob: String, _ name: String, _ expected: Bool) {
        #expect(NameGlob(glob, foldsCase: true).matches(name) == expected)
        #expect(NameGlob(glob).matches(name) == false)
    }

    /// Going back to the last star costs the product of the lengths here.
    @Test func costIsTheSumOfTheLengths() {
        let name = String(repeating: "a", count: 1 << 20)
        let glob = NameGlob("*" + String(repeating: "a", count: 1 << 19) + "b*")
        #expect(!glob.matches(name))
        #expect(!NameGlob(String(repeating: "*a", count: 1 << 14) + "b").matches(name))
    }

    @Test func agreesWithARecursiveMatcher() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<20_000 {
            let glob = (0..<random.below(9)).map { _ in Array("aab**".utf8)[random.below(5)] }
            let name = (0..<random.below(9)).map { _ in Array("ab".utf8)[random.below(2)] }
            let text = String(decoding: glob, as: UTF8.self)
            let subject = String(decoding: name, as: UTF8.self)
            let expected = recursiveMatch(glob[...], name[...])
            #expect(NameGlob(text).matches(subject) == expected, "\(text) \(subject)")
        }
    }

    private func recursiveMatch(_ glob: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        guard let first = glob.first else { return name.isEmpty }
        if first == UInt8(ascii: "*") {
            return recursiveMatch(glob.dropFirst(), name)
                || (!name.isEmpty && recursiveMatch(glob, name.dropFirst()))
        }
        return name.first == first && recursiveMatch(glob.dropFirst(), name.dropFirst())
    }
}
