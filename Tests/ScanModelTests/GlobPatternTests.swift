import ScanModel
import TestSupport
import Testing

@Suite struct GlobPatternTests {
    @Test(arguments: [
        ("*.lock", "yarn.lock", true),
        ("*.lock", "a/b/yarn.lock", true),
        ("*.lock", "a.lock/b", false),
        ("README", "docs/README", true),
        ("README", "docs/readme", false),
        ("docs/*.md", "docs/a.md", true),
        ("docs/*.md", "docs/x/a.md", false),
        ("docs/*.md", "x/docs/a.md", false),
        ("docs/**/*.md", "docs/a.md", true),
        ("docs/**/*.md", "docs/x/y/a.md", true),
        ("**/test/**", "test/a", true),
        ("**/test/**", "x/y/test/a/b", true),
        ("**/test/**", "x/mytest/a", false),
        ("**/test/**", "x/test", false),
        ("**", "any/thing", true),
        ("vendor/", "vendor/a/b", true),
        ("vendor/", "vendor", false),
        ("/src/*.c", "src/a.c", true),
        ("./src/*.c", "src/a.c", true),
        ("src/a**z.c", "src/a/b/z.c", true),
        ("?.c", "é.c", true),
        ("?.c", "ab.c", false),
        ("?.c", "😀.c", true),
        ("x/?", "x//", false),
        ("[a-c]x", "bx", true),
        ("[a-c]x", "dx", false),
        ("[!a-c]x", "dx", true),
        ("[!a-c]x", "éx", true),
        ("[^a-c]x", "ax", false),
        ("[]x]", "]", true),
        ("[a-]", "-", true),
        ("a/[!x]b", "a//b", false),
        ("*.{js,ts}", "a.ts", true),
        ("*.{js,ts}", "a.jsx", false),
        ("{a,b}/{c,d}", "b/c", true),
        ("{a,b/{c,d}}", "b/d", true),
        ("x{,.bak}", "x", true),
        ("x{,.bak}", "x.bak", true),
        (#"\*.c"#, "*.c", true),
        (#"\*.c"#, "a.c", false),
        (#"a\{b"#, "a{b", true),
        ("*a*b*c*", "xxaxxbxxcxx", true),
        ("*a*b*c*", "xxaxxcxxbxx", false),
        (".env*", "app/.env.local", true),
    ])
    func matches(glob: String, path: String, expected: Bool) throws {
        #expect(try GlobPattern(glob).matches(path) == expected)
    }

    @Test(arguments: [
        ("", GlobSyntaxError.empty),
        ("/", .empty),
        ("[a", .malformedSet),
        ("[", .malformedSet),
        ("[z-a]", .malformedSet),
        ("[é]", .malformedSet),
        ("{a", .unbalancedBrace),
        ("a}", .unbalancedBrace),
        ("a\\", .danglingEscape),
        (String(repeating: "a", count: GlobPattern.maxByteCount + 1), .tooLong),
        (String(repeating: "{a,b}", count: 40), .tooComplex),
        (
            String(repeating: "{", count: 9) + String(repeating: "}", count: 9),
            .tooComplex
        ),
    ])
    func refuses(glob: String, error: GlobSyntaxError) {
        #expect(throws: error) { try GlobPattern(glob) }
    }

    @Test func takesTheLongestGlob() throws {
        let text = String(repeating: "a", count: GlobPattern.maxByteCount)
        #expect(try GlobPattern(text).matches(text))
    }

    /// Backtracking matchers need exponential time here.
    @Test func hostilePatternEnds() throws {
        let glob = try GlobPattern(String(repeating: "**/*a", count: 100) + "/b")
        let path = String(repeating: "a/a", count: 500)
        #expect(!glob.matches(path))
        let stars = try GlobPattern(String(repeating: "*a", count: 400) + "b")
        #expect(!stars.matches(String(repeating: "a", count: 4000)))
    }

    @Test func neverTraps() {
        var random = SeededRandom(seed: 7)
        let alphabet = Array("ab/*?[]{}!^-,\\.é".utf8)
        for _ in 0..<4000 {
            let glob = String(
                decoding: (0..<random.below(12)).map { _ in alphabet[random.below(alphabet.count)]
                },
                as: UTF8.self)
            let path = String(
                decoding: (0..<random.below(8)).map { _ in alphabet[random.below(alphabet.count)] },
                as: UTF8.self)
            guard let pattern = try? GlobPattern(glob) else { continue }
            _ = pattern.matches(path)
        }
    }

    /// Literal globs and stars against a plain recursive matcher.
    @Test func agreesWithARecursiveMatcher() throws {
        var random = SeededRandom(seed: 11)
        let globAlphabet = Array("ab?*/".utf8)
        let pathAlphabet = Array("ab/".utf8)
        for _ in 0..<4000 {
            var glob = (0..<1 + random.below(7)).map { _ in
                globAlphabet[random.below(globAlphabet.count)]
            }
            // The oracle knows no `**` and no anchors.
            glob = Array("x/".utf8) + glob.filter { $0 != UInt8(ascii: "/") }
            guard glob.count > 2 else { continue }
            let text = String(decoding: glob, as: UTF8.self)
                .replacingStarRuns()
            let path =
                "x/"
                + String(
                    decoding: (0..<random.below(8)).map { _ in
                        pathAlphabet[random.below(pathAlphabet.count)]
                    },
                    as: UTF8.self)
            let expected = recursiveMatch(Array(text.utf8)[...], Array(path.utf8)[...])
            #expect(try GlobPattern(text).matches(path) == expected, "\(text) \(path)")
        }
    }

    private func recursiveMatch(_ glob: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
        guard let token = glob.first else { return path.isEmpty }
        switch token {
        case UInt8(ascii: "*"):
            if recursiveMatch(glob.dropFirst(), path) { return true }
            guard let byte = path.first, byte != UInt8(ascii: "/") else { return false }
            return recursiveMatch(glob, path.dropFirst())
        case UInt8(ascii: "?"):
            guard let byte = path.first, byte != UInt8(ascii: "/") else { return false }
            return recursiveMatch(glob.dropFirst(), path.dropFirst())
        default:
            return path.first == token && recursiveMatch(glob.dropFirst(), path.dropFirst())
        }
    }
}

extension String {
    fileprivate func replacingStarRuns() -> String {
        var result = ""
        for character in self where !(character == "*" && result.last == "*") {
            result.append(character)
        }
        return result
    }
}
