private import Archives
internal import ScanModel

extension BlobScanner {
    /// Whether what is packed within a blob must be taken out to be seen.
    func isArchive(_ bytes: UnsafeRawBufferPointer) -> Bool { ArchiveFormat.detect(bytes) != nil }

    /// Scans the members of a blob that is an archive, and of archives among them.
    func scanMembers(
        of bytes: UnsafeRawBufferPointer, context: BlobContext?, into result: inout BlobScanResult
    ) {
        guard let format = ArchiveFormat.detect(bytes) else { return }
        let limits = detector.limits
        var budget = ArchiveBudget(
            members: limits.maxArchiveMembers, bytes: limits.maxUnpackedBytes,
            maxMemberBytes: limits.maxMemberBytes, maxRatio: limits.maxUnpackingRatio)
        var scan = MemberScan(
            paths: context?.paths, name: context?.paths.first.map(ArchivePath.fileName) ?? "")
        unpack(bytes, format, in: "", depth: 1, &scan, &budget)
        // What is stored as it is was found in the archive's own bytes, too.
        let members = Set(scan.findings.map(\.fingerprint))
        result.findings.removeAll { members.contains($0.fingerprint) }
        result.findings += scan.findings
        result.keyTraces += scan.keyTraces
        result.problems += scan.problems.sorted {
            ($0.code, $0.member ?? "", $0.message) < ($1.code, $1.member ?? "", $1.message)
        }
    }

    /// What came of the members.
    private struct MemberScan {
        /// `nil` when only secrets are looked for, wherever the blob stands.
        let paths: [String]?
        /// File name of the blob.
        let name: String
        var findings: [BlobFinding] = []
        var keyTraces: [KeyTrace] = []
        var problems: Set<BlobScanResult.Problem> = []
    }

    /// - Parameter prefix: the names of the members around, each followed by `!`.
    private func unpack(
        _ bytes: UnsafeRawBufferPointer, _ format: ArchiveFormat, in prefix: String, depth: Int,
        _ scan: inout MemberScan, _ budget: inout ArchiveBudget
    ) {
        let container = prefix.isEmpty ? scan.name : ArchivePath.fileName(String(prefix.dropLast()))
        let failures = ArchiveReader.read(bytes, as: format, budget: &budget) { member, budget in
            let inner = ArchiveFormat.detect(member.bytes)
            // A compressed tar file is one archive to people.
            if case .compressed = format, inner == .tar, member.name.isEmpty {
                unpack(member.bytes, .tar, in: prefix, depth: depth, &scan, &budget)
                return
            }
            let name =
                prefix
                + (member.name.isEmpty ? ArchivePath.withoutExtension(container) : member.name)
            let context = scan.paths.map { paths in
                BlobContext(
                    paths: paths.map { $0 + "/" + name.replacing("!", with: "/") },
                    includesMisuse: false)
            }
            let content = scanContent(member.bytes, context: context)
            for var finding in content.findings {
                guard scan.findings.count < detector.limits.maxFindingsPerBlob else {
                    scan.problems.insert(
                        .init(
                            code: "detection.too-many",
                            message: "more than \(detector.limits.maxFindingsPerBlob) hits; "
                                + "the rest of the archive was not judged"))
                    break
                }
                finding.member = name
                scan.findings.append(finding)
            }
            for var trace in content.keyTraces where scan.keyTraces.count < KeyTraceReader.maxCount
            {
                trace.member = name
                scan.keyTraces.append(trace)
            }
            for var problem in content.problems {
                problem.member = name
                scan.problems.insert(problem)
            }
            guard let inner else { return }
            guard depth < detector.limits.maxArchiveDepth else {
                scan.problems.insert(
                    ArchivePath.problem(
                        ArchiveError(.limit, "more than \(depth) archives in each other"), name))
                return
            }
            unpack(member.bytes, inner, in: name + "!", depth: depth + 1, &scan, &budget)
        }
        for (member, error) in failures where scan.problems.count < 1000 {
            let name =
                member.map { prefix + $0 } ?? (prefix.isEmpty ? nil : String(prefix.dropLast()))
            scan.problems.insert(ArchivePath.problem(error, name))
        }
    }
}

/// Names of archives and their members.
private enum ArchivePath {
    /// The last component of a path, or of a member of a member.
    static func fileName(_ path: String) -> String {
        path.split(whereSeparator: { $0 == "/" || $0 == "!" }).last.map(String.init) ?? path
    }

    /// What a compressed file is called when it is unpacked.
    static func withoutExtension(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "content" }
        return String(name[..<dot])
    }

    static func problem(_ error: ArchiveError, _ member: String?) -> BlobScanResult.Problem {
        var problem = BlobScanResult.Problem(
            code: "archive.\(error.code.rawValue)", message: "not unpacked: \(error.message)")
        problem.member = member
        // What is encrypted leaks nothing to those who have no password.
        problem.isIncomplete = error.code != .encrypted
        return problem
    }
}
