import ScanModel
import TestSupport
import Testing

@testable import SourceCode

struct HostileSourceTests {
    /// How much is left out: code without optimization takes some ten times as long.
    private static var thrift: Int {
        #if DEBUG
            5
        #else
            1
        #endif
    }

    /// Reads a text and asks everything that can be asked.
    @discardableResult
    private static func exercise(
        _ bytes: [UInt8], _ language: SourceLanguage, limits: SourceLimits = .init()
    ) -> SourceFile {
        let file = bytes.withUnsafeBytes {
            SourceFile($0, language: language, limits: limits)
        }
        for index in 0..<min(file.useCount, 200 / thrift) {
            let use = file.use(index)
            for argument in use.arguments.prefix(8) { _ = file.possibleValues(of: argument.value) }
        }
        return file
    }

    @Test("every start of a source is read", arguments: SourceLanguage.allCases)
    func prefixes(_ language: SourceLanguage) {
        let sources = ReadingCase.all.filter { $0.language == language }.map(\.source)
        for (index, source) in sources.enumerated() {
            let bytes = Array(source.utf8)
            let step = HostileSourceTests.thrift
            for end in stride(from: index % step, through: bytes.count, by: step) {
                HostileSourceTests.exercise(Array(bytes[..<end]), language)
            }
        }
    }

    @Test("changed sources are read", arguments: SourceLanguage.allCases)
    func mutations(_ language: SourceLanguage) {
        let sources = ReadingCase.all.filter { $0.language == language }.map(\.source)
        let marks = Array("(){}[]\"'`$#@<>=:;,.\\\n\r/*|&!?%-\0".utf8) + [0x80, 0xFF]
        var seed: UInt64 = 42
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % max(bound, 1)
        }
        var bytes = Array(sources.joined(separator: "\n").utf8)
        guard !bytes.isEmpty else { return }
        for _ in 0..<(40 / HostileSourceTests.thrift) {
            var changed = bytes
            for _ in 0...next(6) { changed[next(changed.count)] = marks[next(marks.count)] }
            HostileSourceTests.exercise(changed, language)
        }
        bytes.reverse()
        HostileSourceTests.exercise(bytes, language)
    }

    @Test(
        "deep nesting ends at the limit",
        arguments: [
            "(", "[", "{", "f(", "a[", "x={", "if(", "-", "!", "a.", "`${", "f(a=>", "{{", "new A(",
            "[a b:", "function(){", "a?b:", "lambda:", "=a", "f\"{", "<<A\n", "/", "@A(",
            "if a if ",
            "else ", "a=", "->", "| ", "fn x->", "\"\"\"", "(a)", "A<", "\\(", "$(", "f{|a|",
            "(a)", "if(a){a=b;", "if(a==1)a=a+1;", "a..b=", "[]", "a|>", "f x, ", "a,", "#[a(",
            "import {", "$a->", "not ",
            "echo \"$(", "\"`", "x=if(a)", "=when(a){1->", "=match a{_=>", "= a match { case b =>",
            "[a=>", "{:a,", "do |a", "if a{", "else if a{",
        ])
    func nesting(_ piece: String) throws {
        let bytes = Array(String(repeating: piece, count: 750 / HostileSourceTests.thrift).utf8)
        var limits = SourceLimits()
        // Without optimization a level takes some ten times the stack.
        #if DEBUG
            limits.maxDepth = 50
        #endif
        let bounded = limits
        for language in SourceLanguage.allCases where LanguageSyntax.of(language) != nil {
            try HangGuard.run(seconds: 60) {
                _ = HostileSourceTests.exercise(bytes, language, limits: bounded)
            }
        }
    }

    @Test("limits just under and just over")
    func limits() {
        var limits = SourceLimits()
        limits.maxBytes = 10
        #expect(
            HostileSourceTests.exercise(Array("f(123456);".utf8), .java, limits: limits).faults
                .isEmpty)
        #expect(
            HostileSourceTests.exercise(Array("f(1234567);".utf8), .java, limits: limits).faults
                == [.tooManyBytes])
        limits = SourceLimits()
        limits.maxUses = 3
        #expect(
            HostileSourceTests.exercise(Array("f();f();".utf8), .java, limits: limits).faults
                .isEmpty)
        #expect(
            HostileSourceTests.exercise(Array("f();f();f();f();f();".utf8), .java, limits: limits)
                .faults == [.tooManyUses])
        limits = SourceLimits()
        limits.maxDepth = 20
        let deep = String(repeating: "(", count: 5) + "1" + String(repeating: ")", count: 5)
        #expect(HostileSourceTests.exercise(Array(deep.utf8), .java, limits: limits).faults.isEmpty)
        let deeper = String(repeating: "(", count: 30) + "1" + String(repeating: ")", count: 30)
        #expect(
            HostileSourceTests.exercise(Array(deeper.utf8), .java, limits: limits).faults
                == [.tooDeep])
        #expect(HostileSourceTests.exercise([1], .toml).faults == [.languageNotRead])
    }

    @Test("what is not looked for any more is told")
    func silentLimits() {
        func faults(_ source: String, _ language: SourceLanguage) -> [SourceFault] {
            HostileSourceTests.exercise(Array(source.utf8), language).faults
        }
        func heredocs(_ count: Int) -> String {
            (0..<count).map { "x = <<A\($0)\n" }.joined()
        }
        #expect(faults(heredocs(15), .ruby).isEmpty)
        #expect(faults(heredocs(16), .ruby) == [.tooManyOpenTexts])
        func strings(_ count: Int) -> String {
            "x = " + String(repeating: "`a${", count: count) + "b"
                + String(repeating: "}`", count: count)
        }
        #expect(faults(strings(10), .javascript).isEmpty)
        #expect(faults(strings(40), .javascript).contains(.tooDeep))
        let imports = (0..<10_001).map { "import a\($0)\n" }
        #expect(faults(imports.dropLast().joined(), .python).isEmpty)
        #expect(faults(imports.joined(), .python) == [.tooManyUses])
        let commands = "x=" + String(repeating: "\"$(", count: 100)
        #expect(faults(commands, .shell).contains(.tooDeep))
    }
}
