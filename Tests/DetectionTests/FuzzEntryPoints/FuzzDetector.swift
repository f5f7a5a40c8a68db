import Rules
import ScanModel

@testable import Detection

/// A few rules that lead everywhere: fast to compile, and with validators and proofs.
enum FuzzDetector {
    /// Made once: what is measured is not the making.
    static let detector = Result { try make() }

    private static func rule(_ id: String, _ what: String, _ more: String = "") -> String {
        """
          - id: \(id)
            name: n
            kind: secret
            finds: f
            why: w
            cwe: [798]
            remediation: r
            severity: high
            confidence: medium
            \(what)
        \(more.isEmpty ? "" : "    " + more)

        """
    }

    private static func make() throws -> Detector {
        let text =
            "rules:\n"
            + rule("fuzz.token", "pattern: '(?<secret>fz_[a-z0-9]{4})'")
            + rule(
                "fuzz.pem",
                "pattern: '(?<secret>-----BEGIN (?:[A-Z]{2,9} ){0,2}PRIVATE KEY-----[^-]{1,2000}"
                    + "-----END (?:[A-Z]{2,9} ){0,2}PRIVATE KEY-----)'",
                "validators: [pem-private-key]"
            )
            + rule(
                "fuzz.jwt",
                "pattern: '(?<secret>eyJ[A-Za-z0-9_-]{2,200}\\.[A-Za-z0-9_-]{2,600}\\."
                    + "[A-Za-z0-9_-]{2,200})'", "validators: [jwt]")
            + CredentialClass.allCases.map {
                rule("fuzz.assigned-\($0.rawValue)", "credential: \($0.rawValue)")
            }.joined()
        let limits = ScanLimits()
        return try Detector(
            ruleSet: RuleSet(try RuleFileReader.read(Array(text.utf8), file: "fuzz.yml")),
            storedDatabase: nil, key: .builtIn, date: CalendarDate(secondsSince1970: 0),
            limits: limits)
    }
}
