import CryptoNames
import CryptoPolicy
import ScanModel
import Testing

@Suite struct PolicyVerdictTests {
    private func words(_ name: String, _ policy: String, _ date: String) throws -> String {
        let policy = try BuiltInPolicies.policy(policy)
        let item = try NamedSubject(name, in: policy).item
        return policy.verdict(on: item, at: BuiltInPolicies.date(date)).words
    }

    /// The day before a date, the day itself and the day after.
    @Test(arguments: [
        ("SHA-1", "2013-12-31", "approved"), ("SHA-1", "2014-01-01", "deprecated since 2014-01-01"),
        ("SHA-1", "2030-12-31", "deprecated since 2014-01-01"),
        ("SHA-1", "2031-01-01", "disallowed since 2031-01-01"),
        ("3DES", "2023-12-31", "approved"), ("3DES", "2024-01-01", "disallowed since 2024-01-01"),
        ("3DES", "2024-01-02", "disallowed since 2024-01-01"),
        ("rsa:2048", "2030-12-31", "approved"),
        ("rsa:2048", "2031-01-01", "deprecated since 2031-01-01"),
        ("rsa:2048", "2035-12-31", "deprecated since 2031-01-01"),
        ("rsa:2048", "2036-01-01", "disallowed since 2036-01-01"),
        ("rsa:3072", "2035-12-31", "approved"),
        ("rsa:3072", "2036-01-01", "disallowed since 2036-01-01"),
        ("TLSv1.1", "2021-03-22", "approved"),
        ("TLSv1.1", "2021-03-23", "disallowed since 2021-03-23"),
        ("aes-256-cbc", "2026-11-22", "legacy"), ("aes-256-gcm", "2050-01-01", "approved"),
        ("sha224", "2030-12-31", "legacy"), ("sha224", "2031-01-01", "disallowed since 2031-01-01"),
    ])
    func datesDecide(_ name: String, _ date: String, _ expected: String) throws {
        #expect(try words(name, "default", date) == expected)
    }

    @Test(arguments: [
        ("rsa:2048", "nist-2030", "2030-12-31", "deprecated since 2024-10-21"),
        ("rsa:2048", "nist-2030", "2031-01-01", "disallowed since 2031-01-01"),
        ("rsa:3072", "nist-2030", "2031-01-01", "approved"),
        ("P-256", "pqc-2035", "2026-11-22", "legacy"),
        ("P-256", "pqc-2035", "2036-01-01", "disallowed since 2036-01-01"),
        ("ML-KEM-768", "pqc-2035", "2050-01-01", "approved"),
        ("aes-128-gcm", "pqc-2035", "2026-11-22", "legacy"),
        ("chacha20-poly1305", "default", "2026-11-22", "approved"),
        ("chacha20-poly1305", "fips", "2026-11-22", "disallowed since 2019-09-22"),
        ("argon2id", "fips", "2026-11-22", "disallowed since 2019-09-22"),
        ("sha256", "fips", "2026-11-22", "approved"),
        ("TLSv1.0", "legacy-compat", "2026-11-22", "deprecated since 2021-03-23"),
        ("SSLv3", "legacy-compat", "2026-11-22", "disallowed since 2015-06-01"),
        ("rc4", "legacy-compat", "2026-11-22", "disallowed since 2015-02-01"),
        ("sha1", "legacy-compat", "2026-11-22", "legacy"),
    ])
    func policiesDiffer(
        _ name: String, _ policy: String, _ date: String, _ expected: String
    ) throws {
        #expect(try words(name, policy, date) == expected)
    }

    @Test(arguments: [
        (9_999, PolicyStatus.disallowed), (10_000, .legacy), (599_999, .legacy),
        (600_000, .approved),
    ])
    func minimumsDecide(_ iterations: Int, _ expected: PolicyStatus) throws {
        let name = try #require(AlgorithmName("PBKDF2-SHA-256"))
        let item = try #require(CryptoItem(name, AssetParameters(iterations: iterations)))
        let verdict = try BuiltInPolicies.policy("default").verdict(
            on: item, at: BuiltInPolicies.date("2026-11-22"))
        #expect(verdict.status == expected)
        #expect(verdict.reason.contains("\(iterations)") == (expected != .approved))
    }

    @Test func theStrictestOfSeveralCounts() throws {
        let policy = try BuiltInPolicies.policy("default")
        let item = try NamedSubject("DES-CBC3-SHA", in: policy).item
        #expect(policy.entries(for: item).count >= 3)
        let verdict = policy.verdict(on: item, at: BuiltInPolicies.date("2026-11-22"))
        #expect(verdict.status == .disallowed && verdict.entry?.id == "suite-3des")
    }

    @Test func whatIsNotKnownIsUnknown() throws {
        let policy = try BuiltInPolicies.policy("default")
        let date = BuiltInPolicies.date("2026-11-22")
        #expect(policy.verdict(on: .unknown(.hash), at: date).status == .unknown)
        #expect(
            policy.verdict(on: CryptoItem(.hash, "Whirlpool", entries: []), at: date).status
                == .unknown)
    }

    @Test(arguments: [
        ("2024-12-31", PolicyStatus.disallowed), ("2025-01-01", .approved),
        ("2025-12-31", .approved), ("2026-01-01", .disallowed),
    ])
    func certificatesEnd(_ date: String, _ expected: PolicyStatus) throws {
        let certificate = CertificateSummary(
            subject: nil, issuer: nil, notBefore: BuiltInPolicies.date("2025-01-01"),
            notAfter: BuiltInPolicies.date("2025-12-31"), signature: "s", key: "k",
            isAuthority: false, isSelfSigned: false, identity: "00")
        let item = CryptoItem(
            .certificate, "X.509 certificate", entries: ["key-ec-nist"], certificate: certificate)
        let policy = try BuiltInPolicies.policy("default")
        #expect(
            policy.verdict(on: item, at: BuiltInPolicies.date(date)).status == expected)
    }
}
