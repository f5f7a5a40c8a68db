import Foundation
import TestSupport
import Testing

/// `inventory` and `policy` as a pipeline runs them.
@Suite struct InventoryCommandTests {
    private func scene() throws -> Scene {
        let scene = try Scene()
        for number in 0..<12 {
            try scene.write(
                "src/a\(number).py", "import hashlib", "hashlib.sha1(b\"x\")",
                "hashlib.sha256(b\"x\")", "hashlib.new(name\(number))")
        }
        try scene.write("nginx.conf", "server { ssl_protocols TLSv1.1 TLSv1.3; }")
        return scene
    }

    @Test func threadsMakeNoDifference() throws {
        let scene = try scene()
        for format in ["table", "json", "cyclonedx"] {
            let runs = try ["1", "4"].map {
                try scene.run(
                    "inventory", "--format", format, "--jobs", $0, "--as-of", "2026-11-22")
            }
            #expect(runs.allSatisfy { $0.status == 0 })
            #expect(runs[0].output == runs[1].output && !runs[0].output.isEmpty)
        }
    }

    @Test func theTableIsForReading() throws {
        let run = try scene().run("inventory", "--as-of", "2026-11-22")
        #expect(run.status == 0)
        #expect(!run.text.contains("\u{1B}"))
        for words in [
            "DISALLOWED (1)", "TLS 1.1", "since 2021-03-23", "(RFC 8996)", "12 uses",
            "and 9 more", "nginx.conf:1:24",
            "policy default as of 2026-11-22: 1 disallowed, 1 deprecated, 1 unknown, 2 approved",
        ] {
            #expect(run.text.contains(words), "\(words)")
        }
    }

    @Test func datesAndPoliciesDecide() throws {
        let scene = try scene()
        let later = try scene.run("inventory", "--as-of", "2031-01-01")
        #expect(later.text.contains("2 disallowed"))
        let legacy = try scene.run(
            "inventory", "--policy", "legacy-compat", "--as-of", "2026-11-22")
        #expect(legacy.text.contains("1 deprecated, 1 unknown, 1 legacy, 2 approved"))
        try scene.write(
            "own.yml", "policy:", "  name: own", "  title: t", "  extends: default", "  entries:",
            "    - {id: hash-sha256, disallowed: {from: 2020-01-01, by: us}}")
        let own = try scene.run("inventory", "--policy", "own.yml", "--as-of", "2026-11-22")
        #expect(own.status == 0 && own.text.contains("2 disallowed"))
    }

    @Test func whatIsNotReadMakesItIncomplete() throws {
        let scene = try scene()
        let run = try scene.run("inventory", "--max-file-size", "50", "--format", "json")
        #expect(run.status == 3)
        let report = try #require(
            try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        let summary = try #require(report["summary"] as? [String: Any])
        #expect(summary["complete"] as? Bool == false)
        #expect((report["notifications"] as? [Any])?.isEmpty == false)
    }

    @Test(arguments: [
        ["inventory", "no-such-file"], ["inventory", "--format", "xml"],
        ["inventory", "--policy", "nobody"], ["inventory", "--policy", "missing.yml"],
        ["inventory", "--output", "no/such/folder"], ["inventory", "--as-of", "soon"],
        ["inventory", "--jobs", "0"], ["policy", "show", "nobody"],
        ["policy", "explain", "SHA-265"], ["policy", "explain", ""],
    ])
    func wrongUseIsStatusTwo(_ arguments: [String]) throws {
        let scene = try scene()
        let run = try ProgramRun(arguments, in: scene.path)
        #expect(run.status == 2)
        #expect(!run.complaint.isEmpty && run.output.isEmpty)
    }

    @Test func faultsOfPoliciesHaveTheirPlace() throws {
        let scene = try scene()
        try scene.write(
            "own.yml", "policy:", "  name: own", "  title: t", "  extends: default", "  entries:",
            "    - {id: hash-md55}")
        let run = try scene.run("inventory", "--policy", "own.yml")
        #expect(run.status == 2)
        #expect(run.complaint.contains("own.yml:6:12: no primitive has this id"))
    }

    /// A bill of materials by its shape; the schema is held in `scripts/validate-cbom.py`.
    @Test func cycloneDXHasItsShape() throws {
        let scene = try scene()
        let run = try scene.run(
            "inventory", "--format", "cyclonedx", "--output", "bom.json", "--as-of", "2026-11-22")
        #expect(run.status == 0 && run.output.isEmpty)
        let document = try #require(
            try JSONSerialization.jsonObject(with: try scene.read("bom.json")) as? [String: Any])
        #expect(document["bomFormat"] as? String == "CycloneDX")
        #expect(document["specVersion"] as? String == "1.6")
        let serial = try #require(document["serialNumber"] as? String)
        #expect(
            serial.wholeMatch(
                of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/)
                != nil)
        let metadata = try #require(document["metadata"] as? [String: Any])
        #expect(metadata["timestamp"] as? String == "2026-11-22T00:00:00Z")
        let components = try #require(document["components"] as? [[String: Any]])
        #expect(components.count == 5)
        #expect(components.allSatisfy { $0["type"] as? String == "cryptographic-asset" })
        let references = components.compactMap { $0["bom-ref"] as? String }
        #expect(Set(references).count == components.count)
        let digest = try #require(components.first { $0["name"] as? String == "SHA-256" })
        let properties = try #require(digest["cryptoProperties"] as? [String: Any])
        #expect(properties["assetType"] as? String == "algorithm")
        let algorithm = try #require(properties["algorithmProperties"] as? [String: Any])
        #expect(algorithm["primitive"] as? String == "hash")
        #expect(algorithm["classicalSecurityLevel"] as? Int == 128)
        #expect(algorithm["nistQuantumSecurityLevel"] as? Int == 2)
        let evidence = try #require(digest["evidence"] as? [String: Any])
        let places = try #require(evidence["occurrences"] as? [[String: Any]])
        #expect(places.count == 12 && places[0]["location"] as? String == "src/a0.py")
        #expect(places[0]["line"] as? Int == 3)
        let version = try #require(components.first { $0["name"] as? String == "TLS 1.1" })
        let protocols = try #require(
            (version["cryptoProperties"] as? [String: Any])?["protocolProperties"]
                as? [String: Any])
        #expect(protocols["type"] as? String == "tls" && protocols["version"] as? String == "1.1")
    }

    @Test func policiesAreShown() throws {
        let scene = try Scene()
        let list = try scene.run("policy", "list")
        #expect(list.status == 0 && list.text.hasPrefix("default "))
        #expect(list.text.split(separator: "\n").count == 5)
        let show = try scene.run("policy", "show", "fips", "--as-of", "2026-11-22")
        #expect(show.status == 0 && show.text.contains("builds on default"))
        let explain = try scene.run("policy", "explain", "rsa:2048", "--as-of", "2026-11-22")
        #expect(explain.status == 0)
        for words in [
            "RSA-2048 (key)", "policy default: approved", "from 2031-01-01: deprecated",
            "from 2036-01-01: disallowed", "NIST IR 8547",
        ] {
            #expect(explain.text.contains(words), "\(words)")
        }
    }

    /// Nothing raw leaves: a path that holds a secret is masked in every form.
    @Test func pathsAreMasked() throws {
        let scene = try Scene()
        let key = Made.key(77)
        try scene.write("\(key)/a.py", "import hashlib", "hashlib.md5(b\"x\")")
        for format in ["table", "json", "cyclonedx"] {
            let run = try scene.run("inventory", "--format", format, "--verbose")
            #expect(run.status == 0 && run.text.contains("MD5"))
            #expect(!run.text.contains(key.dropFirst(8)))
        }
    }
}
