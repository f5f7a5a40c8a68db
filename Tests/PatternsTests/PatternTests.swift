import Patterns
import ScanModel
import Testing

@Suite struct PatternTests {
    private func match(
        _ pattern: String, _ options: Pattern.Options = [], in text: String, from offset: Int = 0,
        limits: ScanLimits = ScanLimits()
    ) throws -> (outcome: MatchOutcome, range: Range<Int>?) {
        let scratch = try MatchScratch(limits: limits)
        let compiled = try Pattern(pattern, options: options)
        let outcome = Array(text.utf8).withUnsafeBytes {
            compiled.match(in: $0, from: offset, scratch: scratch)
        }
        return (outcome, outcome == .match ? scratch.range(ofGroup: 0) : nil)
    }

    @Test func bytesAreTheUnit() throws {
        #expect(try match("b.", in: "ab\u{E9}").range == 1..<3)
        #expect(try match("^b$", in: "a\nb\nc").range == 2..<3)
        #expect(try match("B", .caseless, in: "ab").range == 1..<2)
        #expect(try match("b", .anchored, in: "ab").outcome == .none)
        #expect(try match("b", .anchored, in: "ab", from: 1).range == 1..<2)
        #expect(try match("", in: "").range == 0..<0)
        #expect(try match("a", in: "").outcome == .none)
    }

    @Test func offsetsOutsideMatchNothing() throws {
        #expect(try match("a", in: "a", from: 2).outcome == .none)
        #expect(try match("a", in: "a", from: -1).outcome == .none)
        #expect(try match("$", in: "a", from: 1).outcome == .match)
    }

    @Test func groupsAreNamedAndMayTakeNoPart() throws {
        let pattern = try Pattern("(?<first>a)|(?<second>b)")
        #expect(pattern.groupNames == ["first", "second"])
        #expect(pattern.groupNumber(named: "second") == 2)
        #expect(pattern.groupNumber(named: "third") == nil)
        let scratch = try MatchScratch(limits: ScanLimits())
        let outcome = Array("b".utf8).withUnsafeBytes {
            pattern.match(in: $0, from: 0, scratch: scratch)
        }
        #expect(outcome == .match)
        #expect(scratch.range(ofGroup: 1) == nil)
        #expect(scratch.range(ofGroup: 2) == 0..<1)
        #expect(scratch.range(ofGroup: 99) == nil)
        #expect(scratch.range(ofGroup: -1) == nil)
    }

    @Test(arguments: [Pattern.Options(), .interpreted], ["(a+)+$", "(a|a)*$", "(?:a?){40}a{40}$"])
    func catastrophicPatternRunsIntoTheLimit(options: Pattern.Options, pattern: String) throws {
        let text = String(repeating: "a", count: 39) + "!"
        var limits = ScanLimits()
        limits.maxMatchSteps = 10_000
        #expect(try match(pattern, options, in: text, limits: limits).outcome == .limitReached)
    }

    @Test func theSameTextWithinTheLimitIsJudged() throws {
        #expect(try match("(a+)+$", in: "aaaaaaaa!").outcome == .none)
        #expect(try match("(a+)+$", in: "aaaaaaaa").outcome == .match)
    }

    @Test(arguments: [
        "(", "[a", "a{2,1}", "(?<x>a)(?<x>b)", "\\", "(?P<", "*a", "\\C", "(?<1>a)", "[z-a]",
    ])
    func invalidPattern(source: String) {
        #expect(throws: PatternError(.invalidPattern, "")) { try Pattern(source) }
    }

    @Test func groupsAreBounded() throws {
        _ = try Pattern(String(repeating: "(a)", count: 15))
        #expect(throws: PatternError(.invalidPattern, "")) {
            try Pattern(String(repeating: "(a)", count: 16))
        }
    }
}
