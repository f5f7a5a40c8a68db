import ScanModel
import Testing

@testable import SourceCode

struct SourceFileTests {
    @Test("uses of a source", arguments: ReadingCase.all)
    func reads(_ example: ReadingCase) {
        let kinds: Set<CodeUse.Kind> = [
            .call, .construction, .assignment, .function, .annotation,
        ]
        #expect(Reading.lines(example.source, example.language, kinds) == example.expected)
    }

    @Test("line breaks of Windows change nothing", arguments: ReadingCase.all)
    func readsCarriageReturns(_ example: ReadingCase) {
        // Here-documents and texts over lines keep their breaks, which differ.
        guard !example.source.contains("<<"),
            !example.expected.contains(where: { $0.contains("\n") })
        else { return }
        let kinds: Set<CodeUse.Kind> = [.call, .construction]
        let source = example.source.replacing("\r\n", with: "\n")
        #expect(
            Reading.lines(source.replacing("\n", with: "\r\n"), example.language, kinds)
                == Reading.lines(source, example.language, kinds))
    }

    @Test("a dead branch is said")
    func deadBranches() {
        let file = Reading.file(
            "D = False\nif D:\n  f(1)\nelse:\n  g(1)\nif x:\n  h(1)\n", .python)
        let dead = file.uses.filter { $0.kind == .call && $0.conditionIsConstantFalse }
        #expect(dead.map(\.name) == ["f"])
    }

    @Test("who gets a value, through wrappers")
    func assignedTo() {
        let file = Reading.file(
            "const token = '' + Math.random().toString(36);\n"
                + "function makeKey() { return String(Math.random()) }\n"
                + "f({ salt: Math.random() }); setNonce(Math.random());", .javascript)
        let names = file.uses(matching: CodeQuery(names: ["Math.random"])).map(\.assignedTo)
        #expect(names == ["token", "makeKey", "salt", "setNonce"])
    }

    @Test("a function without a name has the scope of the one around")
    func scopes() {
        let file = Reading.file(
            "def generate_password\n  Array.new(n) { rand(9) }.join\nend\n", .ruby)
        let scopes = file.uses(matching: CodeQuery(names: ["rand"])).map(\.scope)
        #expect(scopes == ["generate_password"])
    }

    @Test("queries by full, starred and unknown names")
    func queries() {
        let file = Reading.file(
            "import requests as r\nr.get(u)\ns = r.Session()\ns.get(u)\nx.get(1)\n"
                + "def m(y):\n  y.get(2)\n", .python)
        func count(_ name: String) -> Int {
            file.uses(matching: CodeQuery(kinds: [.call], names: [name])).count
        }
        #expect(count("requests.get") == 1)
        #expect(count("requests.*get") == 2)
        #expect(count("*.get") == 4)
        #expect(count("?.get") == 2)
        #expect(count("requests.*") == 3)
        #expect(count("get") == 0)
    }

    @Test("chains of calls are named by where they begin, however long")
    func longChains() {
        let links = 20_000
        let file = Reading.file(
            "import a\na.b()" + String(repeating: ".c()", count: links) + "\n", .python)
        let names = file.uses(matching: CodeQuery(kinds: [.call], names: ["*"])).map(\.name)
        #expect(names.count == links + 1)
        #expect(names.last == "a.b.c")
    }

    @Test("spans are those of the text")
    func spans() {
        let source = "x = a.b(1,\n  c=2)"
        let file = Reading.file(source, .python)
        let call = file.uses(matching: CodeQuery(names: ["a.b"])).first
        #expect(call?.span == SourceRange(start: 4, end: source.utf8.count))
        #expect(call?.nameSpan == SourceRange(start: 4, end: 7))
        #expect(call?.argument("c")?.span == SourceRange(start: 13, end: 16))
    }
}
