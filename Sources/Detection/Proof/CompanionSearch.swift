internal import ScanModel

/// Looks for the companions of a secret in the lines around it.
struct CompanionSearch {
    /// Lines before and after the secret that are read.
    private static let lineCount = 6
    /// Most bytes that are read to either side.
    private static let reach = 2048
    /// Most companions of one secret.
    private static let maxCount = 4

    private let text: UnsafeRawBufferPointer
    private let secret: Range<Int>
    private let window: Range<Int>

    /// Looks around `secret` in `text`.
    init(_ text: UnsafeRawBufferPointer, secret: Range<Int>) {
        self.text = text
        self.secret = secret
        let lines = TextWindow.lines(around: secret, lines: Self.lineCount, in: text)
        window =
            max(
                lines.lowerBound, secret.lowerBound - Self.reach)..<min(
                lines.upperBound, secret.upperBound + Self.reach)
    }

    /// The nearest companion of each kind that fits the rule, in order of place.
    func companions(of rule: RuleID) -> [Companion] {
        var found: [Companion] = []
        for kind in CompanionSearch.kinds(of: rule) {
            let candidates: [Range<Int>] =
                switch kind {
                case .awsKeyID: tokens { Self.isAWSKeyID($0) }
                case .twilioAccount: tokens { Self.isTwilio($0, "AC") }
                case .twilioKey: tokens { Self.isTwilio($0, "SK") }
                case .clientID: assigned(["clientid", "consumerkey", "appid", "applicationid"])
                case .user: assigned(["user", "username", "userid", "login", "usr", "uid"])
                case .host: assigned(["host", "hostname", "server", "endpoint", "dbhost"])
                }
            let nearest = candidates.filter { !$0.overlaps(secret) }.min {
                (distance($0), $0.lowerBound) < (distance($1), $1.lowerBound)
            }
            if let nearest { found.append(Companion(kind: kind, range: nearest)) }
        }
        return Array(
            found.sorted { $0.range.lowerBound < $1.range.lowerBound }.prefix(Self.maxCount))
    }

    /// Which companions make a rule's secret usable.
    private static func kinds(of rule: RuleID) -> [Companion.Kind] {
        let id = rule.rawValue
        switch rule.family {
        case "aws":
            return ["aws.secret-access-key", "aws.secret-key-beside-key-id", "aws.session-token"]
                .contains(id) ? [.awsKeyID] : []
        case "twilio": return id.contains("api") ? [.twilioKey, .twilioAccount] : [.twilioAccount]
        case "generic":
            return id.contains("password") || id.contains("credential")
                ? [.user, .host] : id.contains("secret") ? [.clientID] : []
        default:
            if id.contains("client-secret") || id.contains("consumer-secret") {
                return [.clientID]
            }
            return id.contains("password") ? [.user, .host] : []
        }
    }

    private func distance(_ range: Range<Int>) -> Int {
        range.upperBound <= secret.lowerBound
            ? secret.lowerBound - range.upperBound : range.lowerBound - secret.upperBound
    }

    /// Runs of letters and digits that satisfy the predicate.
    private func tokens(_ isWanted: (UnsafeRawBufferPointer) -> Bool) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in window.lowerBound...window.upperBound {
            if index < window.upperBound, Self.isAlphanumeric(text[index]) {
                start = start ?? index
            } else if let first = start {
                start = nil
                if isWanted(UnsafeRawBufferPointer(rebasing: text[first..<index])) {
                    found.append(first..<index)
                }
            }
        }
        return found
    }

    /// Values of assignments to a name that ends with one of the words. Where the secret's own
    /// name has words before its last (`db_password`), theirs must be the same.
    private func assigned(_ words: [String]) -> [Range<Int>] {
        let assignments = AssignedName.all(in: window, of: text)
        let own = assignments.last { $0.value.overlaps(secret) || $0.value == secret }
        return assignments.compactMap { assignment in
            guard !assignment.value.overlaps(secret), assignment.value.count <= 128,
                words.contains(where: { assignment.name.hasSuffix($0) })
            else { return nil }
            if let own, own.stem.count > 1, assignment.stem.count > 1,
                own.stem.first != assignment.stem.first
            {
                return nil
            }
            return assignment.value
        }
    }

    private static func isAWSKeyID(_ token: UnsafeRawBufferPointer) -> Bool {
        guard token.count == 20, token.starts(with: "AKIA".utf8) || token.starts(with: "ASIA".utf8)
        else { return false }
        return token.dropFirst(4).allSatisfy {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains($0)
        }
    }

    private static func isTwilio(_ token: UnsafeRawBufferPointer, _ prefix: String) -> Bool {
        token.count == 34 && token.starts(with: prefix.utf8)
            && token.dropFirst(2).allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
