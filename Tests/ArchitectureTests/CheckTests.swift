import Testing

/// Shows that each check of the architecture can fail.
@Suite("The architecture checks on bad samples")
struct CheckTests {
    @Test(
        "an import is found in every spelling",
        arguments: [
            "import Detection", "package import Detection", "private import Detection",
            "public import Detection", "internal import Detection", "@testable import Detection",
            "@preconcurrency private import Detection", "import struct Detection.Scanner",
            "  import   Detection // why", "/* why */ import Detection",
            "import ScanModel; import Detection", "#if os(Linux)\nimport Detection\n#endif",
            "let text = \"\\(\"//\")\"\nimport Detection",
        ])
    func importIsFound(text: String) {
        let file = SourceFile(path: "Sources/Reporting/Sample.swift", text: text + "\n")
        #expect(
            ImportArrows.violations(in: file)
                == ["Sources/Reporting/Sample.swift: Reporting may not import Detection"])
    }

    @Test(
        "prose about an import is none",
        arguments: [
            "// import Detection", "/* a /* b */\nimport Detection\n*/", "/// import Detection",
            "let text = \"\"\"\n  we import Detection\n  \"\"\"", "important(Detection)",
        ])
    func proseIsNoImport(text: String) {
        let file = SourceFile(path: "Sources/Reporting/Sample.swift", text: text)
        #expect(ImportArrows.violations(in: file) == [])
    }

    @Test("an unknown module, Foundation and a foreign C library are refused")
    func otherImportsAreRefused() {
        #expect(ImportArrows.violations(in: sample("Attic", "import ScanModel")).count == 1)
        #expect(ImportArrows.violations(in: sample("Gate", "import Foundation")).count == 1)
        #expect(ImportArrows.violations(in: sample("Gate", "private import CLibgit2")).count == 1)
        #expect(ImportArrows.violations(in: sample("Gate", "import Glibc")) == [])
        let rules = SourceFile(path: "rules/EmbeddedRules.swift", text: "import ScanModel")
        #expect(ImportArrows.violations(in: rules).count == 1)
    }

    @Test("a C library has to be imported privately")
    func cLibraryIsPrivate() {
        #expect(ImportArrows.leakingCImports(in: sample("Patterns", "import CPCRE2")).count == 1)
        #expect(
            ImportArrows.leakingCImports(in: sample("Patterns", "package import CPCRE2")).count
                == 1)
        #expect(
            ImportArrows.leakingCImports(in: sample("Patterns", "private import CPCRE2")) == [])
    }

    @Test(
        "text vouched for outside Detection is found",
        arguments: [
            "RedactedText(redacted: path)", "RedactedText(redacted: \"read \\(path)\")",
            "RedactedText(\n    redacted: \"a\" + path)", ".init(redacted: path)",
            "RedactedText.init(redacted: path)", "paths.map(RedactedText.init)",
            "paths.map(RedactedText.init(redacted:))", "RedactedText(redacted: \"\"\"\n\"\"\")",
        ])
    func forgeryIsFound(text: String) {
        #expect(SecretOwnership.forgedRedactions(in: sample("Inputs", text)).count == 1)
        #expect(SecretOwnership.forgedRedactions(in: sample("Detection", text)) == [])
    }

    @Test(
        "a plain literal needs no vouching",
        arguments: [
            "RedactedText(redacted: \"-\")",
            "RedactedText(redacted: \"say \\\"a\\\"\\n\", other: 1)",
            "// RedactedText(redacted: path)",
        ])
    func plainLiteralPasses(text: String) {
        #expect(SecretOwnership.forgedRedactions(in: sample("Inputs", text)) == [])
    }

    @Test("a room that names raw secrets is found")
    func secretNameIsFound() {
        let text = "let a: SecretBytes"
        #expect(SecretOwnership.secretNames(in: sample("Reporting", text)).count == 1)
        #expect(SecretOwnership.secretNames(in: sample("Detection", text)) == [])
        #expect(
            SecretOwnership.secretNames(in: sample("Reporting", "MaskedSecretBytesCount")) == [])
    }

    @Test("an unregistered type, a room without members and a missing registry are found")
    func registryGapsAreFound() throws {
        let registry = try #require(Registry.all.last)
        let list = sample("Reporting", "let all = [TextReporter.self]", "ReporterRegistry")
        let text = sample("Reporting", "struct TextReporter: Reporter {}", "TextReporter")
        let other = sample(
            "Reporting", "package final class Lines: Sendable,\n Reporter {}", "Lines")
        let helper = sample("Reporting", "struct Escaping: ReporterPart {}", "Escaping")
        #expect(registry.violations(in: [list, text, helper]) == [])
        #expect(
            registry.violations(in: [list, text, other]) == [
                "Sources/Reporting/Lines.swift: Lines is not in ReporterRegistry.swift"
            ])
        #expect(registry.violations(in: [list, helper]).count == 1)
        #expect(registry.violations(in: [text]).count == 1)
        let empty = sample("Reporting", "struct Other {}", "XMLReporter")
        #expect(registry.violations(in: [list, text, empty]).count == 1)
    }

    @Test("a registration in a comment does not count")
    func commentedRegistrationIsNone() throws {
        let registry = try #require(Registry.all.last)
        let list = sample("Reporting", "// TextReporter.self", "ReporterRegistry")
        let text = sample("Reporting", "struct TextReporter: Reporter {}", "TextReporter")
        #expect(registry.violations(in: [list, text]).count == 1)
    }

    @Test("lines are counted as editors count them")
    func linesAreCounted() {
        #expect(sample("Gate", "a\nb\n").lineCount == 2)
        #expect(sample("Gate", "a\nb").lineCount == 2)
        #expect(
            sample("Gate", String(repeating: "a\n", count: 451)).lineCount
                > ArchitectureTests.maxLines)
    }

    @Test("rows of the room table are read, other tables are not")
    func roomTableIsRead() {
        let table = RoomTable.read(
            """
            | Room | What it does | May import |
            | --- | --- | --- |
            | `Gate` | gives a `Verdict` | `ScanModel`, `Documents` |
            | `ScanModel` | words | – |
            | `--fail-on` | two cells |
            """)
        #expect(table == ["Gate": ["ScanModel", "Documents"], "ScanModel": []])
    }

    private func sample(_ module: String, _ text: String, _ name: String = "Sample") -> SourceFile {
        SourceFile(path: "Sources/\(module)/\(name).swift", text: text)
    }
}
