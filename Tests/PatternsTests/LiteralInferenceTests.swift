import Patterns
import ScanModel
import Testing

@Suite struct LiteralInferenceTests {
    /// Literals as `text@offset`, `/i` for caseless ones, sorted.
    private func words(_ pattern: String, hints: [String] = []) -> [String]? {
        LiteralInference.infer(
            from: pattern, hints: hints.map { Literal($0, isCaseless: false) }
        )?.map {
            $0.literal.text + ($0.literal.isCaseless ? "/i" : "")
                + ($0.offset.map { "@\($0)" } ?? "@?")
        }.sorted()
    }

    @Test(arguments: [
        ("ghp_[A-Za-z0-9]{36}", ["ghp_@0"]),
        ("(?<secret>ghp_[A-Za-z0-9]{36})", ["ghp_@0"]),
        ("gh[pousr]_[a-z]{36}", ["gho_@0", "ghp_@0", "ghr_@0", "ghs_@0", "ghu_@0"]),
        ("(?:sk|rk)_live_[a-z]+", ["rk_live_@0", "sk_live_@0"]),
        ("[a-z]{4}token", ["token@4"]),
        ("[a-z]+token", ["token@?"]),
        ("x?token", ["token@0", "xtoken@0"]),
        ("(?i)token=[a-z]+", ["token=/i@0"]),
        ("(?i:token)=[a-z]+", ["token=/i@0"]),
        ("token(?i)x", ["tokenx/i@0"]),
        ("a(?i:b)cdef", ["abcdef/i@0"]),
        ("^token$", ["token@0"]),
        (#"\btoken\b"#, ["token@0"]),
        (#"(?<![a-z])token(?![a-z])"#, ["token@0"]),
        (#"(?=x)token"#, ["token@0"]),
        (#"a\.b\.c"#, ["a.b.c@0"]),
        (#"a\x41\x{42}c"#, ["aABc@0"]),
        (#"tok\/en"#, ["tok/en@0"]),
        ("abc|defg", ["abc@0", "defg@0"]),
        ("(?:abc|defg)[0-9]", ["abc@0", "defg@0"]),
        ("(?:ab){3}", ["ababab@0"]),
        ("(?:abc)+", ["abc@0"]),
        ("[0-9]{2}(?:abc)+", ["abc@2"]),
        ("abcd{0,3}", ["abc@0"]),
        ("abc(?:def)?ghi", ["abcdefghi@0", "abcghi@0"]),
        (".{3}abcd", ["abcd@3"]),
        (#"[\s\S]abcd"#, ["abcd@1"]),
        (#"\d\w\Sabcd"#, ["abcd@3"]),
        ("key[a-z]{4}longer_one", ["longer_one@7"]),
        ("abc[0-9]+longer_one", ["abc@0"]),
    ])
    func literals(pattern: String, expected: [String]) {
        #expect(words(pattern) == expected)
    }

    @Test(arguments: [
        "[a-z]{20}", "ab", "ab[0-9]cd", "(?:abc)?", "(?:abc)*x", "abc|[0-9]+", "abc|x", "", "(?:)",
        "(?:abc|)", ".*", #"\w+"#, #"\Qabc\E"#,
    ])
    func nothingIsRequired(pattern: String) {
        #expect(words(pattern) == nil)
    }

    @Test func hintsChooseAmongWhatIsRequired() {
        #expect(words("first[0-9]{2}second", hints: ["second"]) == ["second@7"])
        #expect(words("first[0-9]{2}second", hints: ["irs"]) == ["irs@1"])
        #expect(words("first[0-9]{2}second", hints: ["third"]) == nil)
        #expect(words("(?i)first", hints: ["first"]) == nil)
        #expect(words("abcd|efgh", hints: ["abcd"]) == nil)
        #expect(words("abcd|efgh", hints: ["bcd", "efg"]) == ["bcd@1", "efg@0"])
    }

    @Test(arguments: [
        "(?:(?:(?:(?:(?:[ab]c{9999}){9999}){9999}){9999}){9999}){9999}",
        "(?:(?:(?:(?:(?:(?:(?:(?:(?:(?:a{8}){8}){8}){8}){8}){8}){8}){8}){8}){8}){8}",
        "a{99999999999999999999999}", "abc{,}", "a{65536}", "abc{2", "((((((((((", "a)))))",
        "[", "[]", "[^]", "[]a]", "[a-", #"\"#, #"\x"#, #"\x{"#, #"\x{FFFFFFFFFFFFFFFFFF}"#, #"\c"#,
        "(?", "(?<", "(?<a", "(?#", "(?#a)b", "(*", "(*VERB)abc", "(?R)", "(?1)", #"\g{1}"#,
        #"\k<a>"#,
        "é", "[é]abc", "(?x) a b c # d", "(?|a|b)", "(?>abc)", "abc++", "abc*+", #"\Kabc"#,
    ])
    func strangePatternsNeverTrap(pattern: String) {
        _ = words(pattern)
    }

    @Test func randomPatternsNeverTrap() {
        let pieces = [
            "a", "bc", "(", ")", "(?:", "|", "[", "]", "^", "-", "\\", "d", "x4", "{2}", "{2,}",
            "{",
            "}", ",", "?", "*", "+", "(?i)", "(?<s>", "(?=", "(?!", "$", ".", "\\Q", "\\E", "é",
        ]
        var state: UInt64 = 11
        for _ in 0..<3000 {
            var pattern = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                pattern += pieces[Int((state >> 33) % UInt64(pieces.count))]
            }
            checkPromise(pattern, texts: ["a", "abca", "bcbcbc", "x4d", "aabcbcd", "abc-bc"])
        }
    }

    /// Whatever a pattern matches holds one of its literals, where its offset says.
    private func checkPromise(_ pattern: String, texts: [String]) {
        guard let literals = LiteralInference.infer(from: pattern),
            let compiled = try? Pattern(pattern),
            let scratch = try? MatchScratch(limits: ScanLimits())
        else { return }
        for text in texts {
            let bytes = Array(text.utf8)
            let outcome = bytes.withUnsafeBytes {
                compiled.match(in: $0, from: 0, scratch: scratch)
            }
            guard outcome == .match, let range = scratch.range(ofGroup: 0) else { continue }
            #expect(
                LiteralInferenceTests.holds(literals, Array(bytes[range])), "\(pattern) in \(text)")
        }
    }

    private static func holds(_ literals: [RequiredLiteral], _ match: [UInt8]) -> Bool {
        literals.contains { required in
            let text = Array(required.literal.text.utf8)
            guard match.count >= text.count else { return false }
            return (0...(match.count - text.count)).contains { start in
                (required.offset ?? start) == start
                    && text.indices.allSatisfy {
                        let byte = match[start + $0]
                        return byte == text[$0]
                            || required.literal.isCaseless && (65...90).contains(byte)
                                && byte + 32 == text[$0]
                    }
            }
        }
    }

    /// A pattern built together with a text that it matches.
    private struct Generated {
        var pattern = ""
        var text = ""
    }

    private static func generate(depth: Int, _ next: (Int) -> Int) -> Generated {
        switch next(depth > 3 ? 4 : 8) {
        case 0:
            let word = ["token", "key_", "xy", "a-b", "Secret"][next(5)]
            return Generated(pattern: word.replacing("-", with: "\\-"), text: word)
        case 1:
            let digit = String(next(10))
            return Generated(pattern: "[0-9]", text: digit)
        case 2:
            let word = ["Pass", "word", "PIN"][next(3)]
            return Generated(
                pattern: "(?i:\(word))", text: next(2) == 0 ? word.uppercased() : word.lowercased())
        case 3: return Generated(pattern: "[a-z]{2,4}", text: ["ab", "xyz", "abcd"][next(3)])
        case 4:
            let inner = generate(depth: depth + 1, next)
            let isThere = next(2) == 0
            return Generated(pattern: "(?:\(inner.pattern))?", text: isThere ? inner.text : "")
        case 5:
            let left = generate(depth: depth + 1, next)
            let right = generate(depth: depth + 1, next)
            return Generated(
                pattern: "(?:\(left.pattern)|\(right.pattern))",
                text: next(2) == 0 ? left.text : right.text)
        case 6:
            let inner = generate(depth: depth + 1, next)
            let count = 1 + next(3)
            return Generated(
                pattern: "(?:\(inner.pattern)){1,3}",
                text: String(repeating: inner.text, count: count))
        default:
            var all = Generated()
            for _ in 0..<(2 + next(3)) {
                let part = generate(depth: depth + 1, next)
                all.pattern += part.pattern
                all.text += part.text
            }
            return all
        }
    }

    @Test func everyMatchHoldsALiteral() throws {
        var state: UInt64 = 5
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var judged = 0
        for _ in 0..<4000 {
            var made = Generated()
            for _ in 0..<3 {
                let part = LiteralInferenceTests.generate(depth: 0, next)
                made.pattern += part.pattern
                made.text += part.text
            }
            guard let literals = LiteralInference.infer(from: made.pattern) else { continue }
            judged += 1
            #expect(
                LiteralInferenceTests.holds(literals, Array(made.text.utf8)),
                "\(made.pattern) with \(made.text)")
        }
        #expect(judged > 500)
    }
}
