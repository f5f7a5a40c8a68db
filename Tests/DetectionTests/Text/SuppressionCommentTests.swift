import ScanModel
import Testing

@testable import Detection

@Suite struct SuppressionCommentTests {
    @Test func readsRulesAndReason() throws {
        let found = try parse("x = 1  # portcullis:allow github.pat,aws.* a test value  \nnext")
        #expect(found.comment.selectors == ["github.pat", "aws.*"])
        #expect(found.reason == "a test value")
        #expect(found.comment.problem == nil)
        #expect(found.comment.line == 1)
        #expect(!found.comment.isAloneOnLine)
        #expect(found.comment.covers(RuleID("github.pat")))
        #expect(!found.comment.covers(RuleID("github.other")))
        #expect(found.comment.covers(RuleID("aws.secret-access-key")))
        #expect(!found.comment.covers(RuleID("awsx.key")))
        #expect(found.comment.covers(line: 1))
        #expect(!found.comment.covers(line: 2))
    }

    @Test(arguments: [
        "// portcullis:allow a.b because it is public",
        "\t# portcullis:allow a.b because it is public",
        "/* portcullis:allow a.b because it is public */",
        " * portcullis:allow a.b because it is public",
        "<!-- portcullis:allow a.b because it is public -->",
        "{# portcullis:allow a.b because it is public #}",
        "<%-- portcullis:allow a.b because it is public --%>",
        "<# portcullis:allow a.b because it is public #>",
        "-- portcullis:allow a.b because it is public",
        "; portcullis:allow a.b because it is public",
        "REM portcullis:allow a.b because it is public",
        "@rem portcullis:allow a.b because it is public",
        ":: portcullis:allow a.b: because it is public",
        "portcullis:allow a.b because it is public",
    ])
    func aloneOnItsLine(text: String) throws {
        let found = try parse("first\r\n" + text + "\r\nlast")
        #expect(found.comment.isAloneOnLine)
        #expect(found.comment.line == 2)
        #expect(found.reason == "because it is public")
        #expect(found.comment.covers(line: 3) && !found.comment.covers(line: 4))
    }

    @Test func codeBehindTheCommentIsNotAlone() throws {
        let found = try parse("/* portcullis:allow a.b fine here */ call()")
        #expect(!found.comment.isAloneOnLine)
        #expect(found.reason == "fine here")
    }

    @Test(arguments: [
        ("portcullis:allow", SuppressionComment.Problem.missingRule),
        ("portcullis:allow  ", .missingRule),
        ("portcullis:allow a.b", .missingReason),
        ("portcullis:allow a.b x", .missingReason),
        ("portcullis:allow a.b */", .missingReason),
        ("portcullis:allow everything is fine", .malformedRule),
        ("portcullis:allow * because", .malformedRule),
        ("portcullis:allow a.b, because", .malformedRule),
        ("portcullis:allow *.* because", .malformedRule),
        ("portcullis:allow a.b=1 because", .malformedRule),
        ("portcullis:allow .b because", .malformedRule),
        ("portcullis:allow a. because", .malformedRule),
    ])
    func saysWhatIsWrong(text: String, problem: SuppressionComment.Problem) throws {
        let found = try parse("# " + text + "\n")
        #expect(found.comment.problem == problem)
        #expect(!found.comment.covers(RuleID("a.b")))
    }

    @Test(arguments: [
        "portcullis:allowed a.b reason", "xportcullis:allow a.b reason", "portcullis:all",
    ])
    func otherWordsAreNone(text: String) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBytes { buffer in
            var index = LineIndex(buffer)
            for offset in -1...bytes.count + 1 {
                #expect(SuppressionComment(buffer, at: offset, index: &index) == nil)
            }
        }
    }

    @Test func manyRulesAndLongLinesAreBounded() throws {
        let many = Array(repeating: "a.b", count: 65).joined(separator: ",")
        #expect(try parse("# portcullis:allow \(many) reason").comment.problem == .malformedRule)
        let long = try parse("# portcullis:allow a.b " + String(repeating: "r", count: 100_000))
        #expect(long.reason.utf8.count <= SuppressionComment.maxByteCount)
    }

    @Test func neverTraps() {
        var random = SeededRandom(43)
        let pieces = [
            "portcullis:allow", " ", "a.b", ",", "*", ".", "*/", "-->", "\n", "\r", "é", ":",
        ]
        for _ in 0..<5000 {
            let text = random.text(of: pieces, count: random.below(60))
            text.withUnsafeBytes { buffer in
                var index = LineIndex(buffer)
                for offset in 0...text.count {
                    guard let found = SuppressionComment(buffer, at: offset, index: &index) else {
                        continue
                    }
                    #expect(found.byteRange.lowerBound == offset)
                    #expect(found.reasonByteRange.lowerBound >= offset)
                    #expect(found.reasonByteRange.upperBound <= text.count)
                }
            }
        }
    }

    private func parse(_ text: String) throws -> (comment: SuppressionComment, reason: String) {
        let bytes = Array(text.utf8)
        let marker = Array(SuppressionComment.marker.utf8)
        let offset = try #require(
            bytes.indices.first { bytes[$0...].starts(with: marker) })
        return try bytes.withUnsafeBytes { buffer in
            var index = LineIndex(buffer)
            let comment = try #require(SuppressionComment(buffer, at: offset, index: &index))
            return (comment, String(decoding: buffer[comment.reasonByteRange], as: UTF8.self))
        }
    }
}
