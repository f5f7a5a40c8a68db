import Detection
import Foundation
import GitObjects
import Rules
import ScanModel
import Scanning
import TestSupport
import Testing

/// What an earlier scan left changes how long a scan takes, and nothing that it says.
@Suite struct CacheTests {
    private static let secret = "acme_" + MadeSecret(seed: 71, count: 20).value
    private static let other = "acme_" + MadeSecret(seed: 72, count: 20).value
    private static let date = Timestamp(secondsSince1970: 1_790_000_000)

    /// A way of scanning.
    private struct Scanner {
        var folder: URL?
        var isNamed = true
        var key = FingerprintKey.builtIn
        var version = "1.0"
        var build: [UInt8] = [1]
        var ruleID = "acme.token"
        var request = HistoryRequest()
        var showsEmail = false
        var verifies = false

        func detector() throws -> Detector {
            let rules = """
                rules:
                  - {id: \(ruleID), name: n, kind: secret, finds: 'A token.', why: w, cwe: [798],
                     remediation: r, severity: high, confidence: high,
                     pattern: '(?<secret>acme_[A-Za-z0-9]{20,30})'}
                """
            return try Detector(
                ruleSet: try RuleSet(
                    try RuleFileReader.read(Array(rules.utf8), file: "test.yml")),
                storedDatabase: nil, key: key,
                date: CalendarDate(secondsSince1970: CacheTests.date.secondsSince1970),
                limits: ScanLimits())
        }

        func report(_ built: RecipeRepository) async throws -> ScanReport {
            var options = ScanOptions(
                command: "history", toolVersion: version, asOf: CacheTests.date)
            options.jobs = 2
            options.showsEmail = showsEmail
            options.verifiesDeltas = verifies
            options.cache = folder.map {
                CacheRequest(folder: $0.path, isNamed: isNamed, buildIdentity: build)
            }
            let session = try ScanSession(detector: try detector(), options: options)
            return try await session.scanHistory(
                try GitRepository.open(at: built.path()), request)
        }
    }

    private func build(_ recipe: String = "grown", form: String = "packed", format: String = "sha1")
        throws -> (repository: RecipeRepository, cache: URL)
    {
        let built = try RecipeRepository(
            recipe,
            environment: [
                "SECRET": CacheTests.secret, "SECRET_TWO": CacheTests.other, "FORM": form,
                "FORMAT": format,
            ])
        return (built, built.folder.appendingPathComponent("kept/cache"))
    }

    private func files(_ folder: URL, _ kind: String? = nil) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { kind == nil || $0.pathExtension == kind }
            .sorted { $0.path < $1.path }
    }

    private func commit(_ built: RecipeRepository, _ value: String) throws {
        _ = try built.git("reset", "-q", "--hard")
        try Data("new=\(value)\n".utf8)
            .write(to: URL(fileURLWithPath: built.path() + "/brought.txt"))
        _ = try built.git("add", "brought.txt")
        _ = try built.git(
            "-c", "user.name=Cyn", "-c", "user.email=cyn@example.com", "commit", "-qm", "Bring")
    }

    // MARK: - the same report

    @Test(arguments: ["packed", "loose", "many", "midx", "unindexed", "mixed"])
    func secondScanSaysTheSame(form: String) async throws {
        let (built, cache) = try build(form: form)
        let without = try await Scanner().report(built)
        let first = try await Scanner(folder: cache).report(built)
        let second = try await Scanner(folder: cache).report(built)
        #expect(first.findings.count >= 60)
        #expect(try ReportBytes.of(first) == ReportBytes.of(without))
        #expect(try ReportBytes.of(second) == ReportBytes.of(without))
        #expect(second.statistics == without.statistics)
    }

    @Test(arguments: ["sha1", "sha256"])
    func newCommitsAreScanned(format: String) async throws {
        let (built, cache) = try build(format: format)
        let first = try await Scanner(folder: cache).report(built)
        try commit(built, CacheTests.other)
        let without = try await Scanner().report(built)
        let second = try await Scanner(folder: cache).report(built)
        #expect(second.findings.count == first.findings.count + 1)
        #expect(try ReportBytes.ofFindings(second) == ReportBytes.ofFindings(without))
        try expectSame(second, without, known: 1...)
        #expect(
            second.statistics.objects?.known == first.statistics.objects?.blobs.objects)
    }

    @Test func repackChangesNothing() async throws {
        let (built, cache) = try build(form: "many")
        let first = try await Scanner(folder: cache).report(built)
        for arguments in [["-adfq", "--depth=50", "--window=20"], ["-adfq", "--depth=0"]] {
            _ = try RecipeRepository.runGit(["repack"] + arguments, built)
            let without = try await Scanner().report(built)
            let second = try await Scanner(folder: cache).report(built)
            #expect(try ReportBytes.ofFindings(second) == ReportBytes.ofFindings(without))
            #expect(try ReportBytes.ofFindings(second) == ReportBytes.ofFindings(first))
            try expectSame(second, without, known: 1...)
        }
    }

    /// The ledgers of a scan with known blobs and of one without.
    private func expectSame(
        _ report: ScanReport, _ without: ScanReport, known: PartialRangeFrom<Int>
    ) throws {
        let objects = try #require(report.statistics.objects)
        let all = try #require(without.statistics.objects)
        #expect(known.contains(objects.known))
        #expect(objects.expected == objects.read + objects.skipped)
        #expect(objects.blobs == all.blobs && objects.trees == all.trees)
        #expect(objects.expected == all.expected)
        #expect(report.statistics.scannedBytes == without.statistics.scannedBytes)
    }

    @Test func everyChangeOfRefsIsSeen() async throws {
        let (built, cache) = try build()
        _ = try await Scanner(folder: cache).report(built)
        let changes: [[String]] = [
            ["branch", "side", "HEAD~5"], ["update-ref", "refs/notes/x", "HEAD~7"],
            ["symbolic-ref", "HEAD", "refs/heads/side"], ["tag", "light", "HEAD"],
            ["remote", "add", "origin", "https://example.com/a.git"], ["branch", "-D", "main"],
            ["update-ref", "--no-deref", "HEAD", "HEAD~1"], ["pack-refs", "--all"],
        ]
        for change in changes {
            _ = try RecipeRepository.runGit(change, built)
            let without = try await Scanner().report(built)
            for _ in 0..<2 {
                let cached = try await Scanner(folder: cache).report(built)
                #expect(
                    try ReportBytes.ofFindings(cached) == ReportBytes.ofFindings(without),
                    "\(change)")
            }
        }
    }

    @Test func otherChoicesAreOtherReports() async throws {
        let (built, cache) = try build()
        _ = try await Scanner(folder: cache).report(built)
        var ways = [Scanner(showsEmail: true), Scanner(request: HistoryRequest(refs: ["v60~10"]))]
        ways.append(Scanner(request: HistoryRequest(includesUnreachable: true)))
        for way in ways {
            var cached = way
            cached.folder = cache
            let without = try await way.report(built)
            for _ in 0..<2 {
                let report = try await cached.report(built)
                #expect(try ReportBytes.ofFindings(report) == ReportBytes.ofFindings(without))
            }
        }
    }

    @Test func whatIsIncompleteIsNotKept() async throws {
        for recipe in ["missing-object", "corrupt-object", "broken-refs"] {
            let (built, cache) = try build(recipe)
            let without = try await Scanner().report(built)
            try #require(without.verdict.isIncomplete, "\(recipe)")
            for _ in 0..<2 {
                let report = try await Scanner(folder: cache).report(built)
                #expect(report.verdict.isIncomplete, "\(recipe)")
                #expect(try ReportBytes.ofFindings(report) == ReportBytes.ofFindings(without))
            }
            #expect(try files(cache, "report").isEmpty)
        }
    }

    @Test func comparingScansUseNoCache() async throws {
        let (built, cache) = try build("lifetime")
        _ = try await Scanner(folder: cache, verifies: true).report(built)
        #expect(!FileManager.default.fileExists(atPath: cache.path))
    }

    // MARK: - trust

    /// Replaces every file of the cache and expects it to be named, ignored and written anew.
    private func expectIgnored(
        _ built: RecipeRepository, _ cache: URL, _ scanner: Scanner, _ label: String,
        _ change: (URL) throws -> Void
    ) async throws {
        let without = try await Scanner(
            key: scanner.key, version: scanner.version, ruleID: scanner.ruleID
        ).report(built)
        for file in try files(cache) { try change(file) }
        let second = try await scanner.report(built)
        let notices = second.notifications.filter { $0.code == "cache.ignored" }
        #expect(notices.count == 2, "\(label)")
        #expect(!second.verdict.isIncomplete)
        #expect(second.statistics.objects?.known == 0)
        #expect(try ReportBytes.ofFindings(second) == ReportBytes.ofFindings(without), "\(label)")
        let third = try await scanner.report(built)
        #expect(try ReportBytes.of(third) == ReportBytes.of(without), "\(label)")
    }

    @Test func damagedFilesAreIgnored() async throws {
        let (built, cache) = try build("lifetime")
        let scanner = Scanner(folder: cache)
        _ = try await scanner.report(built)
        var random = SeededRandom(seed: 7)
        for round in 0..<12 {
            try await expectIgnored(built, cache, scanner, "byte, round \(round)") { file in
                var bytes = [UInt8](try Data(contentsOf: file))
                bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
                try Data(bytes).write(to: file)
            }
            try await expectIgnored(built, cache, scanner, "length, round \(round)") { file in
                let bytes = try Data(contentsOf: file)
                try bytes.prefix(round == 0 ? 0 : random.below(bytes.count)).write(to: file)
            }
        }
        try await expectIgnored(built, cache, scanner, "longer") { file in
            try (try Data(contentsOf: file) + Data([0])).write(to: file)
        }
        try await expectIgnored(built, cache, scanner, "folder") { file in
            try FileManager.default.removeItem(at: file)
            let target = built.folder.appendingPathComponent("target")
            try Data("untouched".utf8).write(to: target)
            try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
        }
        let target = built.folder.appendingPathComponent("target")
        #expect(try Data(contentsOf: target) == Data("untouched".utf8))
    }

    @Test func everyByteCounts() async throws {
        let (built, cache) = try build("lifetime")
        let scanner = Scanner(folder: cache)
        _ = try await scanner.report(built)
        let detector = try scanner.detector()
        for file in try files(cache) {
            let key = try #require(CacheKey(fileName: file.lastPathComponent))
            var bytes = [UInt8](try Data(contentsOf: file))
            #expect(detector.unsealed(bytes, as: key) != nil)
            for offset in bytes.indices {
                bytes[offset] ^= 0x10
                #expect(detector.unsealed(bytes, as: key) == nil, "\(offset)")
                bytes[offset] ^= 0x10
            }
        }
    }

    @Test func hostileContentWithAValidSealNeverTraps() async throws {
        let (built, cache) = try build()
        let scanner = Scanner(folder: cache)
        _ = try await scanner.report(built)
        let detector = try scanner.detector()
        var random = SeededRandom(seed: 99)
        for file in try files(cache) {
            let key = try #require(CacheKey(fileName: file.lastPathComponent))
            let content = Array(
                try #require(detector.unsealed([UInt8](try Data(contentsOf: file)), as: key)))
            for round in 0..<600 {
                var changed = content
                for _ in 0...random.below(3) {
                    // Counts and tables come first: half of the changes go there.
                    let place = random.below(
                        random.oneIn(2) ? min(64, changed.count) : changed.count)
                    changed[place] =
                        random.element(of: [0, 1, 0x7F, 0x80, 0xFE, 0xFF] as [UInt8]) ?? 0
                }
                if round % 5 == 0 { changed.removeLast(random.below(changed.count)) }
                let sealed = detector.sealed(changed, as: key)
                if key.kind == .report {
                    _ = detector.report(in: sealed, as: key) { _ in "A token." }
                } else {
                    let known = KnownBlobs(sealed, of: detector, as: key, idByteCount: 20)
                    _ = known.map { $0.merged(with: $0).count }
                }
            }
        }
    }

    @Test func whatOthersWroteIsIgnored() async throws {
        let (built, cache) = try build("lifetime")
        let mine = Scanner(
            folder: cache, key: FingerprintKey(bytes: Array(repeating: 7, count: 32)))
        let foreign = built.folder.appendingPathComponent("foreign")
        var others = [mine, mine, mine, mine]
        others[0].key = FingerprintKey(bytes: Array(repeating: 8, count: 32))
        others[1].version = "0.9"
        others[2].ruleID = "acme.other"
        others[3].build = [2]
        _ = try await mine.report(built)
        for (number, other) in others.enumerated() {
            var other = other
            other.folder = foreign.appendingPathComponent("\(number)")
            _ = try await other.report(built)
            let theirs = try files(try #require(other.folder))
            #expect(theirs.count == 2)
            #expect(
                Set(theirs.map(\.lastPathComponent))
                    .isDisjoint(with: try files(cache).map(\.lastPathComponent)))
            try await expectIgnored(built, cache, mine, "other \(number)") { file in
                let same = try #require(theirs.first { $0.pathExtension == file.pathExtension })
                try (try Data(contentsOf: same)).write(to: file)
            }
        }
    }

    @Test func ownFolderServesOneRepositoryOnly() async throws {
        let (built, cache) = try build("lifetime")
        let (twin, _) = try build("lifetime")
        let scanner = Scanner(folder: cache, isNamed: false)
        _ = try await scanner.report(built)
        let report = try await scanner.report(twin)
        #expect(try files(cache).count == 4)
        #expect(report.statistics.objects?.known == 0)
        let again = try await scanner.report(twin)
        #expect(try ReportBytes.of(again) == ReportBytes.of(report))
    }

    // MARK: - the folder

    @Test func twoScansShareAFolder() async throws {
        let (built, cache) = try build()
        let without = try ReportBytes.ofFindings(try await Scanner().report(built))
        let scanner = Scanner(folder: cache)
        for _ in 0..<3 {
            async let one = scanner.report(built)
            async let two = scanner.report(built)
            for report in try await [one, two] {
                #expect(try ReportBytes.ofFindings(report) == without)
                #expect(!report.notifications.contains { $0.code.hasPrefix("cache.") })
            }
            for file in try files(cache, "report") { try FileManager.default.removeItem(at: file) }
        }
        #expect(try files(cache).count == 1)
    }

    @Test func foldersAndFilesAreTheirOwnersAlone() async throws {
        let (built, cache) = try build("lifetime")
        _ = try await Scanner(folder: cache).report(built)
        func mode(_ url: URL) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
        }
        #expect(try mode(cache) == 0o700)
        #expect(try mode(cache.deletingLastPathComponent()) == 0o700)
        for file in try files(cache) { #expect(try mode(file) == 0o600) }
    }

    @Test func aFolderThatCannotBeWrittenIsNoLoss() async throws {
        let (built, cache) = try build("lifetime")
        let without = try await Scanner().report(built)
        let file = built.folder.appendingPathComponent("file")
        try Data().write(to: file)
        var scanner = Scanner(folder: file.appendingPathComponent("below"))
        let named = try await scanner.report(built)
        #expect(named.notifications.map(\.code).contains("cache.not-written"))
        #expect(try ReportBytes.ofFindings(named) == ReportBytes.ofFindings(without))
        scanner.isNamed = false
        let own = try await scanner.report(built)
        #expect(try ReportBytes.of(own) == ReportBytes.of(without))
        // Others may write there: no cache of one's own.
        try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: cache.path)
        _ = try await Scanner(folder: cache, isNamed: false).report(built)
        #expect(try files(cache).isEmpty)
    }

    @Test func noSecretIsKept() async throws {
        let (built, cache) = try build()
        _ = try await Scanner(folder: cache).report(built)
        let value = Array(CacheTests.secret.utf8)
        let pieces = stride(from: 5, through: value.count - 9, by: 1).map { value[$0..<$0 + 9] }
        let hex = { (bytes: ArraySlice<UInt8>) in
            Data(bytes.map { String(format: "%02x", $0) }.joined().utf8)
        }
        #expect(try files(cache).count == 2)
        for file in try files(cache) {
            let kept = try Data(contentsOf: file)
            for piece in pieces {
                #expect(kept.range(of: Data(piece)) == nil)
                #expect(kept.range(of: hex(piece)) == nil)
                #expect(kept.range(of: Data(Data(piece).base64EncodedString().utf8)) == nil)
            }
        }
    }
}

extension RecipeRepository {
    /// Runs git with arguments that a list gives.
    fileprivate static func runGit(
        _ arguments: [String], _ built: RecipeRepository
    ) throws -> String {
        switch arguments.count {
        case 1: try built.git(arguments[0])
        case 2: try built.git(arguments[0], arguments[1])
        case 3: try built.git(arguments[0], arguments[1], arguments[2])
        default:
            try built.git(arguments[0], arguments[1], arguments[2], arguments[3])
        }
    }
}
