import ScanModel
import TestSupport
import Testing

@testable import Detection

/// Secrets in archives are found at their member and line, in bounds that are said when met.
@Suite struct MemberScanTests {
    private let token = RuleScan.rule("acme.token", "(?<secret>acme_[a-z0-9]{8})")
    private let line = Array("first\ntoken = acme_k3j9x2m7\n".utf8)

    private func scan(
        _ bytes: [UInt8], path: String = "a.bin", limits: ScanLimits = ScanLimits()
    ) throws -> BlobScanResult {
        try RuleScan([token], bytes, paths: [path], limits: limits).result
    }

    private func gzip(_ bytes: [UInt8]) -> [UInt8] { TestEncoding.gzip(bytes) }

    @Test func membersOfZipAreScanned() throws {
        var zip = MadeZip()
        zip.add("readme.txt", Array("nothing".utf8))
        zip.add("conf/app.env", Array(Deflate.zlib(line).dropFirst(2).dropLast(4)), method: 8)
        let result = try scan(zip.finished(), path: "dist/app.zip")
        #expect(result.problems.isEmpty)
        #expect(result.findings.map(\.member) == ["conf/app.env"])
        #expect(result.findings.map(\.region.startLine) == [2])
        let plain = try scan(line)
        #expect(result.findings.map(\.fingerprint) == plain.findings.map(\.fingerprint))
    }

    @Test func archivesInArchivesAreScanned() throws {
        var inner = MadeZip()
        inner.add("b.env", line)
        let tar = MadeTar.file([("x/inner.zip", inner.finished())])
        let result = try scan(gzip(tar), path: "dist/all.tgz")
        #expect(result.findings.contains { $0.member == "x/inner.zip!b.env" })
    }

    @Test func singleStreamsAreNamedByTheirFile() throws {
        let packed = [0x78] + Deflate.zlib(line).dropFirst()
        #expect(packed.count > 20)
        let result = try scan(gzip(line), path: "logs/app.log.gz")
        #expect(result.findings.contains { $0.member == "app.log" })
    }

    @Test func depthIsBounded() throws {
        var bytes = line
        for _ in 0..<7 { bytes = MadeTar.file([("m", bytes)]) }
        let result = try scan(bytes)
        #expect(result.problems.contains { $0.code == "archive.limit" })
        var limits = ScanLimits()
        limits.maxArchiveDepth = 7
        #expect(try scan(bytes, limits: limits).problems.isEmpty)
    }

    @Test func bytesAreBoundedOverAllMembers() throws {
        var zip = MadeZip()
        let zeros = Deflate.zlib([UInt8](repeating: 0x20, count: 1 << 20)).dropFirst(2).dropLast(4)
        for number in 0..<8 { zip.add("\(number)", Array(zeros), method: 8) }
        var limits = ScanLimits()
        limits.maxUnpackedBytes = 4 << 20
        let result = try scan(zip.finished(), limits: limits)
        #expect(result.problems.map(\.code) == ["archive.limit"])
        limits.maxUnpackedBytes = 8 << 20
        #expect(try scan(zip.finished(), limits: limits).problems.isEmpty)
    }

    @Test func encryptedMembersDoNotMakeAScanIncomplete() throws {
        var zip = MadeZip()
        zip.add("a", line, flags: 1)
        let problems = try scan(zip.finished()).problems
        #expect(problems.map(\.code) == ["archive.encrypted"])
        #expect(problems.map(\.isIncomplete) == [false])
    }

    @Test func sweepsSendArchivesToTheirOwnScan() throws {
        let scanner = try RuleScan.detector([token]).makeScanner()
        let blob = gzip(line).withUnsafeBytes { scanner.sweep($0, from: nil).blob }
        #expect(blob.needsOwnScan)
    }
}
