import Foundation
import GitObjects
import ScanModel
import Scanning
import TestSupport
import Testing

/// Private keys are held against certificates and public keys anywhere in the scan.
@Suite(.enabled(if: KeyTool.has("openssl") && KeyTool.has("ssh-keygen")))
struct KeyRelationTests {
    /// A folder with a TLS pair in two folders, an SSH pair and an EC key without public part.
    private func scene() throws -> ProofScene {
        let scene = try ProofScene()
        try scene.tool(
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=a", "-days",
            "300", "-keyout", "server.key", "-out", "server.crt")
        try scene.move("server.key", to: "deploy/server.key")
        try scene.move("server.crt", to: "public/server.crt")
        try scene.tool("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "id")
        try scene.move("id.pub", to: "ansible/authorized_keys")
        try scene.tool(
            "openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "k")
        try scene.tool("openssl", "ec", "-in", "k", "-no_public", "-out", "bare.key")
        try scene.tool("openssl", "req", "-new", "-key", "k", "-subj", "/CN=b", "-out", "b.csr")
        try scene.tool("openssl", "ec", "-in", "k", "-pubout", "-outform", "DER", "-out", "k.der")
        try FileManager.default.removeItem(at: scene.folder.appendingPathComponent("k"))
        return scene
    }

    @Test func keyBelongsToWhatHoldsItsPublicHalf() async throws {
        let scene = try scene()
        let report = try await scene.scan()
        let server = try #require(
            report.findings.first { $0.kind == .secret && $0.fileName == "server.key" })
        #expect(server.standing == .proven)
        #expect(server.statements.contains("public/server.crt:1, valid until 20"))
        #expect(server.related.map(\.kind) == [.publicHalf])
        let ssh = try #require(report.findings.first { $0.kind == .secret && $0.fileName == "id" })
        #expect(ssh.statements.contains("SSH public key at "))
        #expect(
            ssh.related.first?.location.provenance.path.text.hasSuffix("authorized_keys") == true)
        // The public half is computed, and found in a request and in DER.
        let bare = try #require(
            report.findings.first { $0.kind == .secret && $0.fileName == "bare.key" })
        #expect(bare.statements.contains("certificate request at "))
        #expect(bare.statements.contains("public key at "))
        #expect(bare.related.count == 2)
    }

    @Test(.enabled(if: KeyTool.has("gpg")), arguments: ["rsa1024", "ed25519"])
    func keysOfOpenPGPBelongToTheirPublicBlocks(algorithm: String) async throws {
        let scene = try ProofScene()
        let home = try KeyTool.withFolder { folder in
            defer { _ = try? KeyTool.run("gpgconf", ["--kill", "all"], in: folder) }
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: folder.path)
            let base = ["--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", ""]
            try KeyTool.run(
                "gpg", base + ["--quick-generate-key", "Ann <ann@invalid>", algorithm, "sign"],
                in: folder)
            return [
                try KeyTool.run("gpg", base + ["--armor", "--export-secret-keys"], in: folder),
                try KeyTool.run("gpg", base + ["--armor", "--export"], in: folder),
            ].map { String(decoding: $0, as: UTF8.self) }
        }
        try scene.write("backup/ann.key", home[0])
        try scene.write("public/ann.asc", home[1])
        let report = try await scene.scan()
        let found = try #require(report.findings.first { $0.fileName == "ann.key" })
        #expect(found.standing == .proven)
        #expect(found.statements.contains("OpenPGP public key at "))
        #expect(found.related.map(\.kind) == [.publicHalf])
    }

    @Test func threadsMakeNoDifference() async throws {
        let scene = try scene()
        let one = try await scene.scan(jobs: 1)
        let many = try await scene.scan(jobs: 4)
        #expect(one.findings.map(\.related) == many.findings.map(\.related))
        #expect(one.findings.map(\.evidence) == many.findings.map(\.evidence))
    }

    /// Both halves encoded, as in a Kubernetes Secret; and in different members of an archive.
    @Test func wrappedHalvesBelongTogether() async throws {
        let scene = try ProofScene()
        try scene.tool(
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=a", "-keyout",
            "k.pem", "-out", "c.pem")
        func read(_ name: String) throws -> String {
            try Data(contentsOf: scene.folder.appendingPathComponent(name)).base64EncodedString()
        }
        try scene.write(
            "tls.yaml", "apiVersion: v1", "kind: Secret", "data:",
            "  tls.crt: \(try read("c.pem"))",
            "  tls.key: \(try read("k.pem"))")
        for name in ["k.pem", "c.pem"] {
            try FileManager.default.removeItem(at: scene.folder.appendingPathComponent(name))
        }
        let found = try #require(
            try await scene.scan().findings.first {
                $0.kind == .secret && $0.fileName == "tls.yaml"
            })
        #expect(found.statements.contains("certificate at tls.yaml:4, valid until"))
        #expect(found.related.map(\.location.region.startLine) == [4])
    }

    @Test func foreignCertificateProvesNothing() async throws {
        let scene = try ProofScene()
        for name in ["a", "b"] {
            try scene.tool(
                "openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", "/CN=\(name)",
                "-keyout", "\(name).key", "-out", "\(name).crt")
        }
        try FileManager.default.removeItem(at: scene.folder.appendingPathComponent("a.crt"))
        let report = try await scene.scan()
        let (first, second) = (
            report.findings.first { $0.kind == .secret && $0.fileName == "a.key" },
            report.findings.first { $0.kind == .secret && $0.fileName == "b.key" }
        )
        #expect(first?.related.isEmpty == true && second?.related.count == 1)
    }

    @Test func encryptedKeysSayWhatGuessesCost() async throws {
        let scene = try ProofScene()
        try scene.tool("ssh-keygen", "-q", "-t", "ed25519", "-N", "x12345", "-f", "id")
        try scene.tool(
            "openssl", "genpkey", "-algorithm", "ED25519", "-aes256", "-pass", "pass:x123", "-out",
            "k.pem")
        let report = try await scene.scan()
        let ssh = try #require(report.findings.first { $0.kind == .secret && $0.fileName == "id" })
        #expect(ssh.statements.contains("Ed25519 private key of 256 bits that a passphrase"))
        #expect(ssh.statements.contains("stretched by bcrypt"))
        // The public half of an encrypted OpenSSH key is in the clear.
        #expect(ssh.statements.contains("SSH public key at "))
        let pkcs8 = try #require(
            report.findings.first { $0.kind == .secret && $0.fileName == "k.pem" })
        #expect(pkcs8.statements.contains("PBKDF2, 2048 iterations: guesses are cheap."))
    }

    @Test func keyStoresAreFound() async throws {
        let scene = try ProofScene()
        try scene.tool(
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=a", "-keyout",
            "k.pem", "-out", "c.pem")
        try scene.tool(
            "openssl", "pkcs12", "-export", "-inkey", "k.pem", "-in", "c.pem", "-passout",
            "pass:x", "-out", "store.p12")
        try scene.tool(
            "openssl", "pkcs12", "-export", "-nokeys", "-in", "c.pem", "-passout", "pass:x",
            "-certpbe", "NONE", "-out", "trust.p12")
        let report = try await scene.scan()
        let stores = report.findings(of: "private-key.keystore-pkcs12")
        #expect(stores.map(\.fileName) == ["store.p12"])
        #expect(stores.first?.statements.contains("(PKCS#12), 1 of them private") == true)
    }

    /// `staged`, `diff`, `log` and `history` hold findings against each other, too.
    @Test(.enabled(if: KeyTool.has("git")))
    func everyCommandRelates() async throws {
        let scene = try scene()
        try scene.tool("git", "init", "-q", "-b", "main", ".")
        try scene.write("README", "hello")
        let identity = [
            "-c", "user.name=a", "-c", "user.email=a@invalid", "-c", "commit.gpgsign=0",
        ]
        func git(_ arguments: String...) throws {
            try KeyTool.run("git", identity + arguments, in: scene.folder)
        }
        try git("add", "README")
        try git("commit", "-q", "-m", "one")
        try git("checkout", "-q", "-b", "work")
        try git("add", ".")
        func expectRelated(_ report: ScanReport, _ command: String) {
            let server = report.findings.first { $0.kind == .secret && $0.fileName == "server.key" }
            #expect(server?.related.map(\.kind) == [.publicHalf], "\(command)")
            #expect(server?.standing == .proven, "\(command)")
        }
        let staged = try GitRepository.open(at: scene.folder.path)
        expectRelated(try await ProofScene.session("staged").scanStaged(staged), "staged")
        try git("commit", "-q", "-m", "two")
        let repository = try GitRepository.open(at: scene.folder.path)
        let plan = try repository.changes(base: "main", head: "work")
        expectRelated(
            try await ProofScene.session("diff").scanChanges(plan, of: repository), "diff")
        let history = try await ProofScene.session("history").scanHistory(
            repository, HistoryRequest())
        expectRelated(history, "history")
    }
}
