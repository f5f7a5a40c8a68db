import Rules
import ScanModel
import Testing

@testable import Detection

/// An `assignment` whose name says only `key` or `token`, beside a word that says whose it is.
@Suite struct ContextAssignmentTests {
    private static let value = "kJ8x2mQz7PwL3nRt9VbY"

    /// What a rule for 20 letters and digits of Zwickau finds, by line.
    private func lines(_ text: String, keys: String = "zwickau, zw_api") throws -> [Int] {
        let rule = """
              - id: zwickau.token
                name: n
                kind: secret
                finds: f
                why: w
                cwe: [798]
                remediation: r
                severity: high
                confidence: high
                assignment: {keys: [\(keys)], value: '[A-Za-z0-9]{20}'}

            """
        return try RuleScan([rule], text.replacing("VALUE", with: Self.value)).result.findings
            .map(\.region.startLine)
    }

    @Test(arguments: [
        #"{"zwickau": {"key": "VALUE"}}"#, "zwickau:\n  region: eu\n  api_key: VALUE\n",
        "[Zwickau]\nuser = a\n\nsecret = VALUE\n", "token: VALUE\n# for zwickau\n",
        "- name: ZWICKAU_TOKEN\n  value: VALUE\n", "<zwickau>\n<apiKey>VALUE</apiKey>\n",
        "myZwickau = connect(\n  accessToken=\"VALUE\")\n",
    ])
    func wordNearbySaysWhose(text: String) throws {
        #expect(try lines(text).count == 1)
    }

    @Test(arguments: [
        // Too far, or no word of its own.
        "zwickau:\n\n\n\n  api_key: VALUE\n", "unzwickau:\n  api_key: VALUE\n",
        "zw:\n  api_key: VALUE\n",
        // A name that says more, of someone else.
        "zwickau:\n  plauen_api_key: VALUE\n", "zwickau:\n  api_key_id: VALUE\n",
        "zwickau:\n  keys: VALUE\n",
        // Another shape.
        "zwickau:\n  api_key: VALUEx\n", "zwickau:\n  api_key: getUserAccountNames1\n",
    ])
    func othersAreNotMeant(text: String) throws {
        #expect(try lines(text).isEmpty)
    }

    @Test func commonWordsSayNothing() throws {
        #expect(try lines("service:\n  api_key: VALUE\n", keys: "service_auth").isEmpty)
        #expect(try lines("service_auth: VALUE\n", keys: "service_auth") == [1])
    }

    @Test(arguments: [
        "dd_api_key", "dd-api-key", "DD.API.KEY", "ddApiKey", "x_zwickau", "xZwickau", "x-zwickau",
    ])
    func keysAreFoundHoweverTheyAreWritten(key: String) throws {
        #expect(try lines("\(key) = \"VALUE\"", keys: "dd_api, x_zwickau") == [1])
    }
}
