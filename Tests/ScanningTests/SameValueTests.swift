import Foundation
import ScanModel
import Scanning
import TestSupport
import Testing

/// One value is one finding; companions go with it; environments must not share it.
@Suite struct SameValueTests {
    private static let password = "Tr0ub4dor-" + MadeSecret(seed: 9, count: 6).value

    private static func upper(_ count: Int, seed: UInt64) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        return String(
            MadeSecret(seed: seed, count: count).value.utf8.map { alphabet[Int($0) % 32] })
    }

    @Test func oneValueIsOneFindingWithItsPlaces() async throws {
        let scene = try ProofScene()
        for name in ["a", "b", "c"] {
            try scene.write("\(name)/app.env", "", "DB_PASSWORD=" + Self.password)
        }
        try scene.write("d.env", "DB_PASSWORD=Other-" + MadeSecret(seed: 3, count: 8).value)
        let report = try await scene.scan(jobs: 4)
        #expect(report.findings.count == 2)
        let shared = try #require(report.findings.first { !$0.others.isEmpty })
        #expect(shared.primary.provenance.path.text.hasSuffix("a/app.env"))
        #expect(shared.others.map(\.region.startLine) == [2, 2])
    }

    @Test func placesBeyondTheLimitAreCounted() async throws {
        let scene = try ProofScene()
        let lines = (0..<70).map { _ in "DB_PASSWORD=" + Self.password }
        try scene.write("a.env", lines.joined(separator: "\n"))
        let report = try await scene.scan()
        let found = try #require(report.findings.first)
        #expect(report.findings.count == 1 && found.others.count == Finding.maxOtherLocations)
        #expect(found.omittedLocationCount == 70 - 1 - Finding.maxOtherLocations)
    }

    @Test func suppressedPlacesStayApart() async throws {
        let scene = try ProofScene()
        try scene.write("b.env", "DB_PASSWORD=" + Self.password)
        let rule = try #require(try await scene.scan().findings.first?.ruleID)
        try scene.write("a.env", "# portcullis:allow \(rule) known", "DB_PASSWORD=" + Self.password)
        let findings = try await scene.scan().findings
        #expect(findings.count == 2)
        #expect(findings.count { $0.suppression != nil } == 1)
    }

    @Test func keyIDGoesWithItsSecretKey() async throws {
        let scene = try ProofScene()
        let id = "AKIA" + Self.upper(16, seed: 4)
        let key = MadeSecret(seed: 8, count: 40).value
        try scene.write("aws.env", "AWS_ACCESS_KEY_ID=" + id, "AWS_SECRET_ACCESS_KEY=" + key)
        try scene.write("alone.env", "AWS_ACCESS_KEY_ID=AKIA" + Self.upper(16, seed: 5))
        let report = try await scene.scan()
        #expect(
            report.findings.map(\.ruleID.rawValue).sorted() == [
                "aws.access-key-id", "aws.secret-access-key",
            ])
        let secret = try #require(report.findings(of: "aws.secret-access-key").first)
        #expect(secret.related.map(\.kind) == [.companion])
        #expect(secret.related.map(\.location.region.startLine) == [1])
        #expect(secret.related.allSatisfy { !$0.location.snippet.text.text.contains(id) })
        #expect(report.findings(of: "aws.access-key-id").map(\.fileName) == ["alone.env"])
    }

    @Test func userAndHostGoWithThePassword() async throws {
        let scene = try ProofScene()
        try scene.write(
            "db.env", "DB_HOST=db.internal", "DB_USER=app", "MAIL_USER=post",
            "DB_PASSWORD=" + Self.password)
        let found = try #require(try await scene.scan().findings.first)
        #expect(found.related.map(\.location.region.startLine) == [1, 2])
    }

    @Test func environmentsMustNotShareSecrets() async throws {
        let scene = try ProofScene()
        for name in ["config/dev/db.env", "config/prod/db.env", "deploy/staging.env"] {
            try scene.write(name, "DB_PASSWORD=" + Self.password)
        }
        let report = try await scene.scan()
        let shared = try #require(report.findings(of: "secret.shared-between-environments").first)
        #expect(shared.primary.provenance.path.text.hasSuffix("config/prod/db.env"))
        #expect(shared.related.count == 2)
        #expect(shared.statements.contains("development and staging and production"))
        #expect(report.rules.contains { $0.id.rawValue == "secret.shared-between-environments" })
        let ignored = try await scene.scan { $0.ignore = ["secret.shared-between-environments"] }
        #expect(ignored.findings.count == 1)
    }

    @Test(arguments: [
        ["config/dev/db.env", "config/development/db.env"],
        ["tests/prod/db.env", "config/dev/db.env"], ["examples/dev.env", "prod.env"],
        ["a.env", "b.env"], ["dev-to-prod/a.env", "prod.env"],
    ])
    func otherPathsAreNoEnvironments(_ paths: [String]) async throws {
        let scene = try ProofScene()
        for name in paths { try scene.write(name, "DB_PASSWORD=" + Self.password) }
        let report = try await scene.scan()
        #expect(report.findings(of: "secret.shared-between-environments").isEmpty)
        #expect(!report.findings.isEmpty)
    }

    @Test func explanationsHoldNoSecret() async throws {
        let scene = try ProofScene()
        try scene.write("a.env", "DB_PASSWORD=" + Self.password)
        let found = try #require(try await scene.scan(explains: true).findings.first)
        #expect(found.explanation.count >= 3)
        #expect(found.explanation.contains { $0.hasPrefix("rank: ") })
        #expect(!found.explanation.joined().contains(Self.password))
        #expect(try await scene.scan().findings.first?.explanation == [])
    }
}
