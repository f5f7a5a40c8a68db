import Foundation
import Rules
import ScanModel
import TestSupport
import Testing

@testable import Detection

/// Strings of binary files are found where their format says that they stand, with a length right
/// before them that would be a part of them otherwise.
@Suite struct BinaryTextTests {
    private let token = RuleScan.rule("acme.token", "(?<secret>acme_[a-z0-9]{20})")
    private let value = "acme_k3j9x2m7q1w5e8r4t6y0"

    private func expectFound(_ bytes: [UInt8], _ evidence: String, path: String = "a.bin") throws {
        let scan = try RuleScan([token], bytes, paths: [path])
        #expect(scan.problems.isEmpty)
        #expect(scan.result.findings.count == 1)
        let said = scan.result.findings.first?.evidence.map(\.statement).joined() ?? ""
        #expect(evidence.isEmpty || said.contains(evidence))
    }

    @Test(.enabled(if: KeyTool.has("python3")), arguments: ["UTF-8", "UTF-16le", "UTF-16be"])
    func rowsOfSQLite(encoding: String) throws {
        try KeyTool.withFolder { folder in
            let script = """
                import sqlite3, sys
                c = sqlite3.connect("t.db")
                c.execute("pragma encoding='\(encoding)'")
                c.execute("create table t(id integer primary key, name text, value text)")
                for n in range(500): c.execute("insert into t values(?,?,?)", (n, "n" * 40, "x" * n))
                c.execute("insert into t values(900, 'token', ?)", ("\(value)",))
                c.commit()
                """
            try KeyTool.run("python3", ["-c", script], in: folder)
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("t.db")))
            try expectFound(bytes, encoding == "UTF-8" ? "" : "UTF-16", path: "t.db")
        }
    }

    @Test(.enabled(if: KeyTool.has("python3")))
    func longRowsOfSQLite() throws {
        try KeyTool.withFolder { folder in
            let script = """
                import sqlite3
                c = sqlite3.connect("t.db")
                c.execute("create table t(value text)")
                c.execute("insert into t values(?)", ("x " * 4058 + "\(value)" + " y" * 9000,))
                c.commit()
                """
            try KeyTool.run("python3", ["-c", script], in: folder)
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("t.db")))
            try expectFound(bytes, "", path: "t.db")
        }
    }

    @Test(.enabled(if: KeyTool.has("python3")))
    func constantsOfPython() throws {
        try KeyTool.withFolder { folder in
            let script = """
                import importlib._bootstrap_external as b
                code = compile("A = 'first'\\nTOKEN = '\(value)'\\ndef f(): return TOKEN", "x", "exec")
                open("t.pyc", "wb").write(b._code_to_timestamp_pyc(code, 0, 0))
                """
            try KeyTool.run("python3", ["-c", script], in: folder)
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("t.pyc")))
            try expectFound(bytes, "", path: "t.pyc")
        }
    }

    /// A pool with a number that takes two places, a class and a string (JVMS §4.4).
    @Test func constantsOfJava() throws {
        func text(_ text: String) -> [UInt8] {
            [1, UInt8(text.utf8.count >> 8), UInt8(text.utf8.count & 255)] + Array(text.utf8)
        }
        var bytes: [UInt8] = [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 61, 0, 9]
        bytes += text("shop/Configuration") + [7, 0, 1]
        bytes += [5] + [UInt8](repeating: 0x41, count: 8)
        bytes += text("TOKEN") + text(value) + [8, 0, 6] + text("aCode")
        bytes += [0, 0x21, 0, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]
        try expectFound(bytes, "", path: "A.class")
        for count in 0..<bytes.count { _ = try RuleScan([token], Array(bytes[..<count])) }
    }

    /// Strings in parentheses, in pieces with kerning, and as hexadecimal digits (ISO 32000-1 §7.3.4).
    @Test(arguments: ["plain", "pieces", "digits"], [true, false])
    func textOfPDF(form: String, isCompressed: Bool) throws {
        let shown =
            switch form {
            case "plain": "(\(value)) Tj"
            case "pieces": "[(\(value.prefix(7))) -20 (\(value.dropFirst(7)))] TJ"
            default: "<\(TestEncoding.hex(Array(value.utf8), isUpper: true))> Tj"
            }
        let content = Array("BT /F1 12 Tf 72 720 Td (first) Tj T* \(shown) T* (last) Tj ET".utf8)
        let stream = isCompressed ? Deflate.zlib(content) : content
        let head = "%PDF-1.4\n%\u{0}\n1 0 obj\n<< /Length \(stream.count)"
        var bytes = Array((head + (isCompressed ? " /Filter /FlateDecode" : "") + " >>\n").utf8)
        bytes += Array("stream\n".utf8) + stream + Array("\nendstream\nendobj\n%%EOF\n".utf8)
        let isAsItIs = form == "plain" && !isCompressed
        try expectFound(bytes, isAsItIs ? "" : "PDF", path: "a.pdf")
    }
}
