import Rules
import ScanModel
import Scanning
import Testing

/// Certificates of different files are held against each other.
@Suite struct CertificateRelationTests {
    private func write(_ name: String, _ options: String, to scene: ProofScene) throws {
        let date = try #require(CalendarDate(iso8601: "2026-06-01"))
        let text = try ExamplePlaceholders(date: date, checksum: { _, _ in nil }).expand(
            "-----BEGIN CERTIFICATE-----\n⟦certificate:\(options)⟧\n-----END CERTIFICATE-----",
            seed: UInt64(name.utf8.reduce(0) { $0 + Int($1) }))
        try scene.write(name, String(decoding: text.bytes, as: UTF8.self))
    }

    @Test func oneKeyOfSeveralSubjectsIsFoundAcrossFiles() async throws {
        let scene = try ProofScene()
        try write("a/one.pem", "same=k,cn=a.acme.invalid", to: scene)
        try write("b/two.pem", "same=k,cn=b.acme.invalid", to: scene)
        try write("c/again.pem", "same=k,cn=a.acme.invalid", to: scene)
        try write("tests/three.pem", "same=k,cn=c.acme.invalid", to: scene)
        let report = try await scene.scan()
        let found = report.findings(of: "certificate.shared-key")
        #expect(found.map(\.fileName).sorted() == ["three.pem", "two.pem"])
        let second = try #require(found.first { $0.fileName == "two.pem" })
        #expect(second.severity == .medium && second.statements.contains("a/one.pem:1"))
        #expect(second.related.map(\.kind) == [.publicHalf])
        #expect(found.first { $0.fileName == "three.pem" }?.severity == .info)
        // Asking for other rules makes none.
        let other = try await scene.scan { $0.select = ["secret"] }
        #expect(other.findings.isEmpty)
    }

    @Test func oneNumberOfTwoKeysIsFoundAcrossFiles() async throws {
        let scene = try ProofScene()
        try write("one.pem", "serial=9,cn=a.acme.invalid", to: scene)
        try write("two.pem", "serial=9,cn=b.acme.invalid", to: scene)
        try write("three.pem", "serial=8,cn=c.acme.invalid", to: scene)
        for jobs in [1, 4] {
            let report = try await scene.scan(jobs: jobs)
            let found = report.findings(of: "certificate.duplicate-serial")
            #expect(found.map(\.fileName) == ["two.pem"])
            #expect(report.findings(of: "certificate.shared-key").isEmpty)
        }
    }
}
