import TestSupport
import Testing

@testable import Documents

/// Files that name themselves, hide behind faults, or make a reader look at the same bytes again.
@Suite struct HostileDocumentTests {
    private static func read(
        _ format: DocumentFormat, _ text: String, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        Array(text.utf8).withUnsafeBytes { format.read($0, limits: limits) }
    }

    private static func times(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    private static func numbered(_ text: String, _ count: Int) -> String {
        (0..<count).map { number in
            text.split(separator: "%", omittingEmptySubsequences: false)
                .joined(separator: String(number))
        }.joined()
    }

    /// The bytes of all texts in a tree.
    private static func textBytes(_ node: DocumentNode) -> Int {
        (node.text?.utf8.count ?? 0) + node.items.reduce(0) { $0 + textBytes($1) }
            + node.entries.reduce(0) { $0 + textBytes($1.value) }
    }

    @Test(arguments: [
        (DocumentFormat.json, "[:]\n", "{\"a\":[1,2,3,4,5,6,7]}"),
        (.json, "[:]\n", HostileDocumentTests.times("[", 70)),
        (.toml, "a\n", "a1=1\na2=1\na3=1\na4=1\na5=1\na6=1\n"),
        (.ini, "a b\n", "a=1\nb=1\nc=1\nd=1\ne=1\nf=1\n"),
        (.env, "a b\n", "a=1\nb=1\nc=1\nd=1\ne=1\nf=1\n"),
        (.xml, "<!x><a", "<a b='' c='' d='' e='' f='' g=''/>"),
        (.hcl, "*\n", "a=1\nb=1\nc=1\nd=1\ne=1\nf=1\n"),
        (.bicep, "*\n", "var a=1\nvar b=1\nvar c=1\nvar d=1\nvar e=1\nvar f=1\n"),
        (.nginx, "}", "a b;c d;e f;g h;i j;k l;"),
        (.apache, "</a>\n", "a b\nc d\ne f\ng h\ni j\nk l\n"),
        (.openssl, "a\n", "a=1\nb=1\nc=1\nd=1\ne=1\nf=1\n"),
        (.ssh, "=\n", "a 1\nb 1\nc 1\nd 1\ne 1\nf 1\n"),
        (.keyword, "=\n", "a 1\nb 1\nc 1\nd 1\ne 1\nf 1\n"),
        (.caddyfile, "}\n", "a 1\nb 1\nc 1\nd 1\ne 1\nf 1\n"),
        (.haproxy, "\"\n", "a 1\nb 1\nc 1\nd 1\ne 1\nf 1\n"),
    ])
    func limitsAreToldBehindManyFaults(_ format: DocumentFormat, _ fault: String, _ rest: String) {
        var limits = DocumentLimits()
        let many = HostileDocumentTests.times(fault, 200)
        let faulty = HostileDocumentTests.read(format, many, limits: limits)
        #expect(!faulty.faults.isEmpty)
        limits.maxNodes = 5
        let document = HostileDocumentTests.read(format, many + rest, limits: limits)
        #expect(document.faults.contains { $0.code == .limit })
        #expect(document.faults.count <= 64)
    }

    private static let big = times("x", 3000)

    @Test(arguments: [
        (DocumentFormat.yaml, "a: &a '\(big)'\nb: [1", ", *a", "]"),
        (
            .yaml, "Parameters: {P: {Type: String, Default: '\(big)'}}\nResources:\n",
            " R%: {Type: AWS::A::B, Properties: {A: !Sub '${P}x'}}\n", ""
        ),
        (
            .yaml, "Parameters: {P: {Type: String, Default: '\(big)'}}\nResources:\n",
            " R%: {Type: AWS::A::B, Properties: {A: !Ref P}}\n", ""
        ),
        (
            .yaml,
            "Parameters: {P: {Type: String, Default: '\(big)'}}\n"
                + "Resources: {R: {Type: AWS::A::B, Properties: {A: !Join ['', [a",
            ", !Ref P", "]]}}}"
        ),
        (
            .json,
            "{\"contentVersion\":\"1\",\"parameters\":{\"p\":{\"defaultValue\":\"\(big)\"}},"
                + "\"resources\":[{\"type\":\"a/b\"", ",\"k%\":\"[parameters('p')]\"", "}]}"
        ),
        (.hcl, "variable \"v\" { default = \"\(big)\" }\n", "a% = \"${var.v}x\"\n", ""),
        (.hcl, "variable \"v\" { default = \"\(big)\" }\n", "a% = var.v\n", ""),
        (.bicep, "param p string = '\(big)'\n", "var v% = p\n", ""),
        (.dockerfile, "FROM a\nENV A=\(big)\n", "ENV b%=$A\n", ""),
        (.openssl, "v = \(big)\n", "a%=$v$v$v\n", ""),
        (.apache, "Define V \(big)\n", "A ${V}${V}${V}\n", ""),
        (.env, "V=\(big)\n", "a%=${V}\n", ""), (.properties, "v=\(big)\n", "a%=${v}\n", ""),
    ])
    func filesDoNotMultiply(
        _ format: DocumentFormat, _ start: String, _ piece: String, _ end: String
    ) {
        let text = start + HostileDocumentTests.numbered(piece, 4000) + end
        let document = HostileDocumentTests.read(format, text)
        let bodies = document.subjects(path: "a.x").map(\.body) + document.roots
        let bytes = bodies.reduce(0) { $0 + HostileDocumentTests.textBytes($1) }
        // Roots and subjects may each bring values up to the limit of a file.
        #expect(bytes <= 2 * (DocumentLimits().maxBytes + text.utf8.count))
    }

    @Test(arguments: [
        (DocumentFormat.bicep, "var a = b" + times("\n", 300_000) + "? c : d\n"),
        (.bicep, "var a = b" + times(" // x\n", 50_000) + "? c : d\n"),
        (.apache, "Define a b\nX ${a}" + times("${", 150_000) + "\n"),
        (.apache, "Define a b\nX ${a}" + times("%", 300_000) + "\n"),
        (
            .yaml,
            "Resources:\n  R: {Type: AWS::S3::Bucket, Properties: {A: !Sub \""
                + times("${", 150_000) + "\"}}\n"
        ),
        (
            .yaml,
            "AWSTemplateFormatVersion: x\nGlobals:\n  Function:\n"
                + numbered("    a%: b\n", 5000) + "Resources:\n"
                + numbered(
                    "  R%: {Type: AWS::Serverless::Function, Properties: {A: b}}\n", 5000)
        ),
        (
            .json,
            "{\"format_version\":\"1\",\"resource_changes\":[{\"address\":\"a.b\",\"type\":\"a_b\","
                + "\"name\":\"b\",\"change\":{\"after\":{\"x\":1"
                + numbered(",\"k%\":1", 20_000) + "},\"after_unknown\":{\"y\":true"
                + numbered(",\"u%\":true", 20_000) + "}}}]}"
        ),
        (
            .hcl,
            "locals {\n a0 = \"\"\n"
                + (1..<9).map { level in
                    " a\(level) = \"" + times("${local.a\(level - 1)}", 32) + "\"\n"
                }.joined() + "}\n" + numbered("x% = \"${local.a6}\"\n", 200)
        ),
        (
            .hcl,
            "locals {\n a0 = f()\n e = \"\"\n"
                + (1..<9).map { level in
                    " a\(level) = \"" + times("${local.e}", 31) + "${local.a\(level - 1)}\"\n"
                }.joined() + "}\n" + numbered("x% = \"${local.a6}\"\n", 20_000)
        ),
    ])
    func timeIsLinear(_ format: DocumentFormat, _ text: String) throws {
        let roots = try HangGuard.run {
            let document = HostileDocumentTests.read(format, text)
            return document.subjects(path: "a.x").isEmpty ? document.roots.count : 1
        }
        #expect(roots == 1)
    }

    @Test(arguments: [
        (DocumentFormat.ini, "[a%]\n"), (.toml, "a%.b.c.d=1\n"), (.dockerfile, "ENV a%=b\n"),
        (.xml, "<a% b=''/>"), (.hcl, "a% {}\n"), (.keyword, "[a%]\n"),
    ])
    func whatHoldsNoValueCountsToo(_ format: DocumentFormat, _ piece: String) {
        var limits = DocumentLimits()
        limits.maxNodes = 100
        let text = HostileDocumentTests.numbered(piece, 99)
        let many = HostileDocumentTests.read(format, text + text, limits: limits)
        #expect(many.faults.contains { $0.code == .limit })
        limits.maxNodes = 600
        let few = HostileDocumentTests.read(format, text, limits: limits)
        #expect(!few.faults.contains { $0.code == .limit })
    }

    @Test(arguments: [
        (DocumentFormat.hcl, "variable \"v\" { default = \"%\" }\n", "a% = \"${var.v}x\"\n"),
        (.dockerfile, "ENV A=%\n", "ENV b%=${A}x\n"), (.apache, "Define A %\n", "X% ${A}\n"),
        (.openssl, "A = %\n", "b% = $A\n"),
    ])
    func namesThatStandForTooMuchAreTold(_ format: DocumentFormat, _ head: String, _ use: String) {
        let value = HostileDocumentTests.times("v", 100)
        var limits = DocumentLimits()
        limits.maxBytes = 1 << 16
        for (count, isTold) in [(600, false), (700, true)] {
            let text =
                head.split(separator: "%", omittingEmptySubsequences: false).joined(
                    separator: value) + HostileDocumentTests.numbered(use, count)
            let document = HostileDocumentTests.read(format, text, limits: limits)
            #expect(document.faults.contains { $0.message == FillingBudget.message } == isTold)
        }
    }

    @Test func parametersThatStandForTooMuchAreTold() {
        let value = HostileDocumentTests.times("v", 65_536)
        for (count, isWhole) in [(100, true), (200, false)] {
            let document = HostileDocumentTests.read(
                .yaml,
                "Parameters: {P: {Type: String, Default: '\(value)'}}\nResources:\n"
                    + HostileDocumentTests.numbered(
                        "  R%: {Type: AWS::A::B, Properties: {A: !Ref P}}\n", count))
            let subjects = document.subjects(path: "a.yaml")
            #expect(subjects.count == count + 1)
            #expect(subjects.allSatisfy(\.isOfAll) == isWhole)
        }
    }

    @Test func localsOfTemplatesAreFilledOnce() {
        let document = HostileDocumentTests.read(
            .hcl, "locals {\n a = \"x\"\n b = \"${local.a}-${local.a}\"\n}\nc = \"${local.b}!\"\n")
        #expect(document.roots.first?.value(of: "c")?.text == "x-x!")
    }
}
