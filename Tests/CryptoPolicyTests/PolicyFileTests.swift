import CryptoPolicy
import ScanModel
import Testing

@Suite struct PolicyFileTests {
    private func message(_ text: String) -> String? {
        do {
            _ = try BuiltInPolicies.policy(text: text)
            return nil
        } catch {
            return (error as? CryptoPolicyError)?.message
        }
    }

    private func policy(_ lines: String...) -> String {
        "policy:\n  name: own\n  title: t\n" + lines.map { "  \($0)\n" }.joined()
    }

    /// File, line, column and what was expected.
    @Test(arguments: [
        ("rules: []", "own.yml:1:1: unknown key; expected one of: policy"),
        ("policy: []", "own.yml:1:9: a mapping was expected, found a list"),
        ("policy:\n  title: t\n  entries: []", "own.yml:2:3: `name` is required: a text"),
        (
            "policy:\n  name: No Name\n  title: t\n  entries: []",
            "own.yml:2:9: `name` must be small letters, digits and `-`, such as nist-2030"
        ),
        (
            "policy:\n  name: a\n  title: t\n  colour: red\n  entries: []",
            "own.yml:4:3: unknown key; expected one of: name, title, extends, entries"
        ),
        (
            "policy:\n  name: a\n  title: t\n  entries: 3",
            "own.yml:4:12: `entries:` with a list was expected"
        ),
        (
            "policy:\n  name: a\n  title: t\n  extends: nobody\n  entries: []",
            "own.yml:4:12: no policy of that name can be extended; expected one of: default, fips, "
                + "legacy-compat, nist-2030, pqc-2035"
        ),
    ])
    func headFaults(_ text: String, _ expected: String) {
        #expect(message(text) == expected)
    }

    @Test(arguments: [
        ("{id: hash-md5, colour: red}", ":20: unknown key; expected one of: id, name, status, "),
        ("{id: hash-md5, status: deprecated}", ":28: `status` must be approved or legacy; dates"),
        ("{id: hash-md5, deprecated: soon}", ":32: `deprecated` must be a mapping {from: "),
        (
            "{id: hash-md5, deprecated: {from: 2030-02-30, by: x}}",
            ":39: `from` must be a day as YYYY-MM-DD"
        ),
        ("{id: hash-md5, disallowed: {from: 2030-01-01}}", ":32: `by` is required: a text"),
        ("{id: hash-md5, severity: grave}", ":30: `severity` must be one of info, low, medium,"),
        ("{id: key-rsa-2048, minimum: {}}", ":33: a minimum names one of: bits, iterations, "),
        (
            "{id: key-rsa-2048, minimum: {bits: -1}}",
            ":40: `bits` must be a whole number from 1 to 1000000000"
        ),
        (
            "{id: key-rsa-2048, minimum: {bits: 99999999999999999999}}",
            ":40: `bits` must be a whole number from 1 to 1000000000"
        ),
        (
            "{id: key-rsa-2048, minimum: {bits: 1, below: fine}}",
            ":50: `below` must be legacy, deprecated or disallowed"
        ),
        ("{id: hash-md55}", ":10: no primitive has this id; "),
    ])
    func entryFaults(_ entry: String, _ expected: String) throws {
        let text = policy("extends: default", "entries:", "- " + entry)
        let found = try #require(message(text))
        #expect(found.hasPrefix("own.yml:6" + expected), "\(found)")
    }

    @Test func nearIDsAreNamed() throws {
        let text = policy("extends: default", "entries:", "  - {id: hash-md55}")
        #expect(try #require(message(text)).contains("near it are hash-md"))
    }

    @Test func anEntryTwiceIsRefused() throws {
        let text = policy(
            "extends: default", "entries:", "  - {id: hash-md5}", "  - {id: hash-md5}")
        #expect(
            message(text)
                == "own.yml:7:12: the id stands already on line 6; each entry has its own")
    }

    @Test func anEntryOfItsOwnIsWhole() throws {
        let text = policy("entries:", "  - {id: hash-md5, why: w}")
        #expect(try #require(message(text)).contains("`name`, `severity`, `why` and `document`"))
    }

    @Test func whatIsNotSaidIsInherited() throws {
        let text = policy(
            "extends: fips", "entries:", "  - {id: hash-md5, severity: critical}",
            "  - {id: key-rsa-2048, deprecated: never, disallowed: {from: 2040-01-01, by: us}}",
            "  - {id: cipher-chacha20, disallowed: never}")
        let own = try BuiltInPolicies.policy(text: text)
        #expect(own.ancestors == ["fips", "default"])
        let base = try BuiltInPolicies.policy("default")
        #expect(own.entries.count == base.entries.count)
        let digest = try #require(own.entry("hash-md5"))
        #expect(digest.severity == .critical)
        #expect(digest.disallowed == base.entry("hash-md5")?.disallowed)
        #expect(digest.why == base.entry("hash-md5")?.why)
        let key = try #require(own.entry("key-rsa-2048"))
        #expect(key.deprecated == nil)
        #expect(key.disallowed?.document == "us")
        #expect(own.entry("cipher-chacha20")?.disallowed == nil)
        // What only the parent changed stays.
        #expect(own.entry("kdf-argon2id")?.disallowed?.document.hasPrefix("FIPS 140-3") == true)
    }

    @Test func circlesAreRefused() {
        let first = PolicyCatalog.Source(
            file: "a.yml",
            bytes: Array("policy: {name: a, title: t, extends: b, entries: []}".utf8))
        let second = PolicyCatalog.Source(
            file: "b.yml",
            bytes: Array("policy: {name: b, title: t, extends: a, entries: []}".utf8))
        #expect(throws: CryptoPolicyError(.invalidFile, "")) {
            try PolicyCatalog([first, second]).policy(named: "a")
        }
    }

    /// Bounded, an error with its place, and never a trap.
    @Test(arguments: [
        "", "\0", "policy", "policy: {", "policy: &a [*a]", "policy: !!binary AAAA",
        "policy: {name: a, title: t, entries: [[[[[[[[]]]]]]]]}",
        "policy:\n\tname: a", "policy: {name: a, name: b, title: t, entries: []}",
        "policy: {name: \u{202E}a, title: t, entries: []}", "{a: 1}: 2",
        "policy: {name: a, title: t, entries: [{id: {}}]}",
    ])
    func hostileFilesAreRefused(_ text: String) throws {
        #expect(try #require(message(text)).hasPrefix("own.yml:"))
    }

    @Test func largeFilesAreRefused() throws {
        let text =
            policy("extends: default", "entries: []") + "#" + String(repeating: "a", count: 1 << 20)
        #expect(try #require(message(text)).contains("at most 1048576 bytes"))
        let deep = "policy: " + String(repeating: "[", count: 100_000)
        #expect(message(deep) != nil)
        let many = (0...5000).map { "  - {id: a\($0)}" }.joined(separator: "\n")
        #expect(
            try #require(message("policy:\n  name: a\n  title: t\n  entries:\n\(many)")).contains(
                "at most 4096 entries"))
    }

    @Test func unknownPoliciesAreNamedWithTheKnown() {
        #expect(throws: CryptoPolicyError(.unknownPolicy, "")) {
            try BuiltInPolicies.policy("nobody")
        }
    }
}
