import Foundation
import Rules
import ScanModel
import Testing

@testable import Detection

/// Every value here is drawn or computed at test time.
@Suite struct ValidatorTests {
    private enum Outcome: String { case proven, consistent, invalid, unknown, rejected, other }

    private func judge(_ name: String, _ text: String) -> Outcome {
        judge(name, Array(text.utf8))
    }

    private func judge(_ name: String, _ bytes: [UInt8]) -> Outcome {
        guard let validator = ValidatorRegistry.validator(named: name) else { return .other }
        return switch bytes.withUnsafeBytes({ validator.judge($0) }) {
        case .valid(let evidence):
            evidence.standing == .proven
                ? .proven : evidence.standing == .consistent ? .consistent : .other
        case .invalid: .invalid
        case .unknown: .unknown
        case .rejected: .rejected
        }
    }

    private func draw(_ template: String, seed: UInt64 = 1) throws -> String {
        let text = try ExamplePlaceholders(checksum: ValidatorRegistry.checksum(named:over:))
            .expand(template, seed: seed)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// The text with its last character replaced by another of the same kind.
    private func bent(_ text: String) -> String {
        guard let last = text.last else { return text }
        let next: Character = last == "7" ? "5" : "7"
        return String(text.dropLast()) + String(next)
    }

    private func crc(_ text: String) -> UInt32 { TableCRC32.checksum(of: Array(text.utf8)) }

    @Test func registryHoldsEveryFileOnce() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/Detection/Validators")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            ($0.hasSuffix("Validator.swift") && $0 != "Validator.swift")
                || $0.hasSuffix("Filter.swift")
        }
        #expect(files.count == ValidatorRegistry.all.count)
        #expect(ValidatorRegistry.names.count == ValidatorRegistry.all.count)
    }

    @Test(arguments: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"])
    func judgesGitHubTokens(_ prefix: String) throws {
        let body = try draw("⟦b62:30⟧")
        let token = prefix + body + TableCRC32.text(crc(body), radix: 62, width: 6)
        #expect(judge("github-crc32", token) == .proven)
        #expect(judge("github-crc32", bent(token)) == .invalid)
        #expect(judge("github-crc32", token + "a") == .unknown)
        #expect(judge("github-crc32", String(token.dropLast())) == .unknown)
        #expect(judge("github-crc32", try draw("«\(prefix)⟦b62:30⟧⟦sum:github-crc32⟧»")) == .proven)
    }

    @Test func neverRefutesFineGrainedGitHubTokens() throws {
        #expect(judge("github-crc32", try draw("github_pat_⟦b62:22⟧_⟦b62:59⟧")) == .unknown)
        #expect(judge("github-crc32", try draw("ghs_123_⟦jwt:RS256⟧")) == .unknown)
    }

    @Test func judgesOtherTrailingChecksums() throws {
        let npm = try draw("⟦b62:30⟧")
        let npmToken = "npm_" + npm + TableCRC32.text(crc(npm), radix: 62, width: 6)
        #expect(judge("npm-crc32", npmToken) == .proven)
        #expect(judge("npm-crc32", bent(npmToken)) == .invalid)

        let polar = try draw("⟦b62:37⟧")
        let polarToken = "polar_oat_" + polar + TableCRC32.text(crc(polar), radix: 62, width: 6)
        #expect(judge("polar-crc32", polarToken) == .proven)
        #expect(judge("polar-crc32", bent(polarToken)) == .invalid)

        let atlassian = try draw("ATATT3xFfGF0⟦b64u:171⟧=")
        let digits = TableCRC32.text(crc(atlassian), radix: 16, width: 8, upper: true)
        #expect(judge("atlassian-crc32", atlassian + digits) == .proven)
        #expect(judge("atlassian-crc32", bent(atlassian + digits)) == .invalid)

        let grafana = try draw("glsa_⟦b62:32⟧")
        let swapped = TableCRC32.text(crc(grafana).byteSwapped, radix: 16, width: 8)
        #expect(judge("grafana-crc32", grafana + "_" + swapped) == .proven)
        #expect(judge("grafana-crc32", bent(grafana + "_" + swapped)) == .invalid)

        let confluent = try draw("⟦b64:54⟧")
        let little = withUnsafeBytes(of: crc(confluent).littleEndian) { Data($0) }
        let confluentToken = "cflt" + confluent + little.base64EncodedString().prefix(6)
        #expect(judge("confluent-crc32", confluentToken) == .proven)
        #expect(judge("confluent-crc32", bent(confluentToken)) == .invalid)

        let gitlab = try draw("glpat-⟦b64u:41⟧.01.") + "15"
        let gitlabToken = gitlab + TableCRC32.text(crc(gitlab), radix: 36, width: 7)
        #expect(judge("gitlab-routable-crc32", gitlabToken) == .proven)
        #expect(judge("gitlab-routable-crc32", bent(gitlabToken)) == .invalid)
        #expect(judge("gitlab-routable-crc32", try draw("glpat-⟦b64u:20⟧")) == .unknown)
    }

    /// Every validator that can make check characters accepts what it made, and, but for the
    /// one-character ones, refutes a neighbour.
    @Test(arguments: [
        ("github-crc32", "ghr_⟦b62:70⟧"), ("npm-crc32", "npm_⟦b62:30⟧"),
        ("polar-crc32", "polar_at_u_⟦b62:37⟧"), ("atlassian-crc32", "ATCTT3xFfG⟦b64u:180⟧="),
        ("grafana-crc32", "glsa_⟦b62:32⟧_"), ("confluent-crc32", "cflt⟦b64:54⟧"),
        ("crates-io-xor", "cio_tp_⟦b62:31⟧"), ("gitlab-routable-crc32", "glrt-t3_⟦b64u:30-90⟧.01."),
        ("age-bech32", "AGE-SECRET-KEY-1⟦bech32:52⟧"), ("luhn", "4⟦dig:14⟧"),
    ])
    func acceptsItsOwnChecksum(_ name: String, _ form: String) throws {
        for seed in 0..<20 as Range<UInt64> {
            let value = try draw("«\(form)⟦sum:\(name)⟧»", seed: seed)
            let outcome = judge(name, value)
            #expect(outcome == .proven || outcome == .consistent)
            if name != "age-bech32" { #expect(judge(name, bent(value)) == .invalid) }
            #expect(ValidatorRegistry.checksum(named: name, over: Array("x".utf8)) == nil)
        }
    }

    @Test func knowsPublishedVectors() {
        #expect(judge("luhn", "79927398713") == .consistent)
        #expect(judge("luhn", "79927398710") == .invalid)
        // FIPS 180-4 example: "abc".
        let digest = SHA256Checksum.digest(of: Array("abc".utf8))
        #expect(digest.prefix(4) == [0xBA, 0x78, 0x16, 0xBF] && digest.suffix(2) == [0x15, 0xAD])
        #expect(
            SHA256Checksum.digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 119)).count == 32
        )
        #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.checksum(of: []) == 0)
    }

    @Test func judgesBase58Check() {
        // A WIF key made here: 0x80, 32 bytes, the mark of compression, checksum.
        let payload: [UInt8] = [0x80] + (0..<32).map { UInt8($0 &* 7 &+ 3) } + [1]
        let check = SHA256Checksum.digest(of: SHA256Checksum.digest(of: payload)).prefix(4)
        let key = base58(payload + check)
        #expect(judge("bitcoin-wif", key) == .proven)
        #expect(judge("bitcoin-wif", bent(key)) == .invalid)
        #expect(judge("bitcoin-wif", "0" + key.dropFirst()) == .unknown)
        let extended: [UInt8] =
            [0x04, 0x88, 0xAD, 0xE4] + [UInt8](repeating: 9, count: 41) + [0]
            + [UInt8](repeating: 5, count: 32)
        let sum = SHA256Checksum.digest(of: SHA256Checksum.digest(of: extended)).prefix(4)
        #expect(judge("bip32-extended-key", base58(extended + sum)) == .proven)
    }

    private func base58(_ bytes: [UInt8]) -> String {
        let letters = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
        var number = bytes
        var text = ""
        while number.contains(where: { $0 != 0 }) {
            var rest = 0
            for index in number.indices {
                rest = rest * 256 + Int(number[index])
                number[index] = UInt8(rest / 58)
                rest %= 58
            }
            text = String(letters[rest]) + text
        }
        return text
    }

    @Test func judgesLegacyAzureDevOpsTokens() {
        for order in [true, false] {
            var bytes = (0..<33).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
            bytes[32] = 0
            let places = [2, 7, 8, 22]
            let rest = bytes.prefix(32).enumerated().filter { !places.contains($0.offset) }
            let held = TableCRC32.checksum(of: rest.map(\.element)) ^ 0xE0B9_692D
            for (index, place) in places.enumerated() {
                bytes[place] = UInt8(
                    truncatingIfNeeded: held >> UInt32(order ? 24 - 8 * index : 8 * index))
            }
            let token = String(base32(bytes).prefix(52)).lowercased()
            #expect(judge("azure-devops-crc32", token) == .proven)
            #expect(judge("azure-devops-crc32", "a" + token.dropFirst()) == .unknown)
        }
    }

    private func base32(_ bytes: [UInt8]) -> String {
        let bits = bytes.map { byte in
            String(
                repeating: "0",
                count: byte.leadingZeroBitCount % 8 == 0 && byte == 0 ? 7 : byte.leadingZeroBitCount
            )
                + String(byte, radix: 2)
        }.joined()
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var rest = bits[...]
        while rest.count >= 5 {
            text.append(letters[Int(rest.prefix(5), radix: 2) ?? 0])
            rest = rest.dropFirst(5)
        }
        return text
    }

    @Test func judgesJSONWebTokens() throws {
        #expect(judge("jwt", try draw("⟦jwt:HS256⟧")) == .consistent)
        #expect(judge("jwt", try draw("ghs_1234_⟦jwt:RS256⟧")) == .consistent)
        #expect(judge("jwt", try draw("⟦jwt:none⟧")) == .invalid)
        #expect(judge("jwt", String(try draw("⟦jwt:HS256⟧").dropLast(4))) == .invalid)
        #expect(judge("jwt", "eyJhIjoi.x.y") == .invalid)
        #expect(judge("jwt", "nothing") == .unknown)
    }

    @Test func judgesEncodedStructures() throws {
        #expect(judge("base64-json", try draw(#"⟦b64of:{"a":"⟨b62:20⟩"}⟧"#)) == .consistent)
        #expect(judge("base64-json", try draw("⟦b64:40⟧")) == .invalid)
        #expect(judge("base64-user-password", try draw("⟦b64of:ann:⟨b62:20⟩⟧")) == .consistent)
        #expect(judge("base64-user-password", try draw("⟦b64of:ann⟧")) == .invalid)
        #expect(
            judge("discord-bot-token", try draw("⟦b64of:123456789012345678⟧.⟦b64u:6⟧.⟦b64u:27⟧"))
                == .consistent)
        #expect(judge("discord-bot-token", try draw("⟦b64u:24⟧.⟦b64u:6⟧.⟦b64u:27⟧")) == .invalid)
        #expect(judge("openai-key", try draw("sk-⟦b62:20⟧T3BlbkFJ⟦b62:20⟧")) == .consistent)
        #expect(judge("openai-key", try draw("sk-⟦b62:20⟧T3BlbkFJ⟦b62:22⟧")) == .invalid)
        #expect(
            judge("grafana-cloud-token", try draw(#"glc_⟦b64of:{"o":"1","n":"x","k":"⟨b62:24⟩"}⟧"#))
                == .consistent)
        #expect(judge("aws-access-key-id", try draw("AKIAQ⟦B32:15⟧")) != .unknown)
        // Out of the range of account numbers: the encoding is not documented, so no verdict.
        #expect(judge("aws-access-key-id", try draw("AKIA7⟦B32:15⟧")) == .unknown)
        #expect(judge("aws-access-key-id", try draw("AKIAJ⟦B32:15⟧")) == .unknown)
        #expect(judge("aws-access-key-id", try draw("AKIA1⟦B32:15⟧")) == .invalid)
        #expect(judge("uuid-v4", try draw("⟦uuid⟧")) == .consistent)
        #expect(
            judge("azure-annotated-key", try draw("⟦b62:52⟧JQQJ99BC⟦b62:16⟧AZDO⟦b62:4⟧"))
                == .consistent)
        #expect(judge("wireguard-key", try draw("⟦b64:44⟧")) == .invalid)
    }

    @Test func judgesMacaroons() throws {
        var bytes: [UInt8] =
            [2, 1, 8] + Array("pypi".utf8) + [0x2E] + Array("org".utf8) + [2, 4, 1, 2, 3, 4, 0]
        bytes += [2, 3, 9, 9, 9, 0, 0, 6, 32] + [UInt8](repeating: 200, count: 32)
        func token(_ bytes: [UInt8]) -> String {
            "pypi-"
                + Data(bytes).base64EncodedString().replacing("+", with: "-")
                .replacing("/", with: "_").replacing("=", with: "")
        }
        #expect(judge("pypi-macaroon", token(bytes)) == .consistent)
        #expect(judge("pypi-macaroon", token(Array(bytes.dropLast()))) == .invalid)
        #expect(judge("pypi-macaroon", token(bytes + [0])) == .invalid)
    }

    @Test(arguments: [
        ("not-uuid", "⟦uuid⟧", "⟦hex:36⟧"), ("not-hex-digest", "⟦hex:40⟧", "⟦hex:39⟧"),
        ("not-hex", "⟦hex:17⟧", "⟦b62:17⟧"),
        ("not-base64-text", "⟦b64of:hello, this is text⟧", "⟦b64:40⟧"),
        ("not-word", "correct-horse-battery", "kXqzJwVbTnRpLmGd"),
        ("not-identifier", "getUserAccountName2", "⟦b62:24⟧"),
        ("not-path", "/usr/share/doc/readme.txt", "⟦b64:40⟧"),
        ("not-path", "./⟦b62:20⟧", "⟦b62:20⟧"),
        ("not-url", "https://example.org/a", "https://ann:⟦b62:20⟧@example.org"),
        ("not-number", "2024-01-31", "a2024"), ("not-repeating", "abababababab", "⟦b62:20⟧"),
        ("not-repeating", "xxxxxxxx", "⟦b62:12⟧"), ("not-sequence", "abcdef0123456789", "⟦hex:32⟧"),
        ("not-sequence", "qwertyuiop", "⟦b62:10⟧"), ("not-reference", "${SECRET}", "⟦b62:20⟧"),
        ("not-reference", "request.user.token", "⟦b62:8⟧.⟦b62:20⟧"),
        ("not-reference", "readSecret()", "⟦b62:20⟧)"),
        ("not-password-hash", "$2b$12$⟦b62:53⟧", "⟦b62:53⟧"),
        ("not-password-hash", "web:$2y$10$⟦b62:53⟧", "web:⟦b62:53⟧"),
        ("not-encrypted-value", "ENC[AES256_GCM,data:⟦b64:20⟧]", "⟦b64:20⟧"),
        ("not-integrity-hash", "sha512-⟦b64:86⟧==", "sha512"),
        ("not-hostname", "mail.internal.example.com", "⟦b62:30⟧"),
        ("not-sentence", "enter your password here", "⟦b62:30⟧"),
        ("not-natural", "getUserAccountName", "⟦b62:30⟧"),
    ])
    func dropsWhatIsNoSecret(_ name: String, _ harmless: String, _ secret: String) throws {
        #expect(judge(name, try draw(harmless)) == .rejected)
        #expect(judge(name, try draw(secret)) == .unknown)
        #expect(judge(name, "") == .unknown || name == "not-natural")
    }

    /// No statement repeats as much as eight characters of the value it is about.
    @Test func statementsHoldNoPartOfTheValue() throws {
        let values = try [
            "ghp_⟦b62:36⟧", "⟦jwt:HS256⟧", "AKIAQ⟦B32:15⟧", "⟦uuid⟧", "⟦b64:44⟧", "⟦hex:64⟧",
            "sk-⟦b62:20⟧T3BlbkFJ⟦b62:20⟧",
        ].map { try draw($0) }
        for validator in ValidatorRegistry.all {
            for value in values {
                let bytes = Array(value.utf8)
                let statement: String
                switch bytes.withUnsafeBytes({ validator.judge($0) }) {
                case .valid(let evidence): statement = evidence.statement
                case .invalid(let text): statement = text
                case .unknown, .rejected: continue
                }
                #expect(statement.hasSuffix("."))
                for start in 0...(bytes.count - 8) {
                    let piece = String(decoding: bytes[start..<(start + 8)], as: UTF8.self)
                    #expect(!statement.contains(piece))
                }
            }
        }
    }

    /// Every validator bears every length of every kind of byte.
    @Test func surviveHostileValues() throws {
        var random = SplitMix64(seed: 99)
        var values: [[UInt8]] = []
        for length in [
            0, 1, 2, 3, 4, 5, 7, 8, 11, 12, 20, 36, 40, 44, 52, 64, 84, 88, 111, 640, 641,
        ] {
            values.append([UInt8](repeating: 0, count: length))
            values.append([UInt8](repeating: 0xFF, count: length))
            values.append([UInt8](repeating: UInt8(ascii: "="), count: length))
            values.append((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
        }
        let seeds = try [
            "ghp_⟦b62:36⟧", "⟦jwt:HS256⟧", "AGE-SECRET-KEY-1⟦bech32:58⟧", "glsa_⟦b62:32⟧_⟦hex:8⟧",
            "pypi-AgEIcHlwaS5vcmc⟦b64u:90⟧", "0.⟦uuid⟧.⟦b62:30⟧:⟦b64of:0123456789abcdef⟧",
            "-----BEGIN PRIVATE KEY-----\n⟦b64lines:4⟧\n-----END PRIVATE KEY-----",
            "[1,2,3,255]", "FlyV1 fm2_⟦b64:80⟧,fm2_⟦b64:80⟧",
            "snyk_uat.⟦hex:8⟧.⟦b64u:60⟧.⟦b64u:40⟧",
        ].map { Array(try draw($0).utf8) }
        for seed in seeds {
            for _ in 0..<25 {
                var bytes = seed
                for _ in 0...Int(random.next() % 5) where !bytes.isEmpty {
                    let place = Int(random.next() % UInt64(bytes.count))
                    if random.next() % 2 == 0 {
                        bytes[place] = UInt8(truncatingIfNeeded: random.next())
                    } else {
                        bytes.removeSubrange(place..<min(bytes.count, place + 3))
                    }
                }
                values.append(bytes)
            }
        }
        for validator in ValidatorRegistry.all {
            for value in values {
                _ = value.withUnsafeBytes { validator.judge($0) }
                _ = validator.checksum(over: value)
            }
            let long = [UInt8](repeating: UInt8(ascii: "A"), count: (1 << 20) + 1)
            #expect(long.withUnsafeBytes { validator.judgement(of: $0) } == .unknown)
        }
    }
}
