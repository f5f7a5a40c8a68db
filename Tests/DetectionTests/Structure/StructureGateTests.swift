import Documents
import Rules
import Testing

@testable import Detection

@Suite struct StructureGateTests {
    private func words(_ text: String) -> WordSet {
        Array(text.utf8).withUnsafeBytes { WordSet($0) }
    }

    private func isOpen(_ names: String, imports: String? = nil, _ text: String) throws -> Bool {
        let when = imports.map { "\nwhen: [{imports: \($0)}]" } ?? ""
        let node = try YAMLReader.read(Array("of: \(names)\(when)".utf8))
        return UseGate(try UseRule(node)).isOpen(words(text))
    }

    @Test(arguments: [
        ("[hashlib.md5]", "from hashlib import md5 as h", true),
        ("[hashlib.md5]", "import hashlib; hashlib.md5(b)", true),
        ("[hashlib.md5]", "import hashlib; hashlib.md5sum(b)", false),
        ("[hashlib.md5]", "HASHLIB.MD5", true),
        ("[hashlib.md5, '*.sha1']", "x.sha1(y)", true),
        ("['requests.*']", "httpx.get(u)", false),
        ("['requests.*']", "requests.get(u)", true),
        ("['*verify*']", "nothing of it", true),
        ("['==']", "a == b", true),
        ("['?.setMode']", "x.setMode(1)", true),
        ("['math/rand.Int']", "import \"math/rand\"\nrand.Int()", true),
    ])
    func codeIsReadWhereANameCanStand(names: String, text: String, opens: Bool) throws {
        #expect(try isOpen(names, text) == opens)
    }

    @Test func codeIsReadWhereAnImportCanStand() throws {
        #expect(try isOpen("[load]", imports: "[yaml]", "import yaml\nload(x)"))
        #expect(try !isOpen("[load]", imports: "[yaml]", "import json\nload(x)"))
        #expect(try isOpen("[load]", imports: "['ya*']", "import json\nload(x)"))
    }

    private func isOpen(of subjects: String, path: String, _ text: String) throws -> Bool {
        let node = try YAMLReader.read(
            Array("of: \(subjects)\nfails: [{path: a, is: b}]".utf8))
        let gate = SettingGate(try SettingRule(node))
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBytes { bytes in
            let format = try #require(DocumentFormat.detect(path: path, bytes: bytes))
            var look = DocumentLook(bytes, words: WordSet(bytes), format: format, path: path)
            return gate.isOpen(&look)
        }
    }

    @Test(arguments: [
        ("[kubernetes/Secret]", "a.yaml", "apiVersion: v1\nkind: Secret", true),
        ("[kubernetes/secret]", "a.yaml", "apiVersion: v1\nkind: Secret", true),
        ("[kubernetes/Secret]", "a.yaml", "apiVersion: v1\nkind: Pod", false),
        ("[kubernetes/Secret]", "a.yaml", "version: v1\nkind: Secret", false),
        ("[kubernetes/Container]", "a.yaml", "apiVersion: v1\nkind: Pod\ncontainers: []", true),
        ("['kubernetes/*']", "a.yaml", "apiVersion: v1\nkind: Pod", true),
        ("['*/*']", "a.toml", "a = 1", true),
        ("[kubernetes/Secret]", "a.json", #"{"\u006bind": "Secret", "apiVersion": ""}"#, true),
        ("[kubernetes/Secret]", "a.yaml", "\"ki\\\nnd\": Secret", true),
        ("[nginx/]", "a.yaml", "server: b", false),
        ("[yaml/]", "a.yaml", "server: b", true),
        ("[json/]", "a.yaml", "server: b", false),
        ("[terraform/aws_db_instance]", "a.tf", "resource \"aws_db_instance\" \"b\" {}", true),
        ("[terraform/aws_db_instance]", "a.tf", "resource \"aws_instance\" \"b\" {}", false),
        (
            "['cloudformation/AWS::RDS::DBInstance']", "a.yaml",
            "Resources:\n  a:\n    Type: AWS::RDS::DBInstance", true
        ),
        ("[helm-values/]", "values.yaml", "a: b", true),
        ("[helm-values/]", "other.yaml", "a: b", false),
        ("[spring/]", "application.properties", "a=b", true),
        ("[spring/]", "other.yaml", "spring: {}", true),
        ("[spring/]", "other.yaml", "summer: {}", false),
        ("[vault/]", "a.hcl", "listener \"tcp\" {}", true),
        ("[vault/]", "a.yaml", "listener: {}", false),
    ])
    func documentsAreReadWhereASubjectCanStand(
        subjects: String, path: String, text: String, opens: Bool
    ) throws {
        #expect(try isOpen(of: subjects, path: path, text) == opens)
    }
}
