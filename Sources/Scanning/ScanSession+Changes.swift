internal import Detection
internal import Gate
package import GitObjects
internal import Rules
package import ScanModel

extension ScanSession {
    /// `portcullis diff`: what a merge would bring.
    ///
    /// Secrets in every commit between the merge base and head, and in their messages; misuse in
    /// head's tree. New is what the touched files of the merge base do not hold, by content.
    package func scanChanges(
        _ plan: ChangePlan, of repository: GitRepository
    ) async throws -> ScanReport {
        let assembler = try ReportAssembler(self)
        assembler.origin = assembler.origin(of: repository, revision: plan.head)
        assembler.note(plan.notices)
        assembler.statistics.commits = plan.commits.count
        if plan.commits.isEmpty {
            assembler.note(
                code: "git.empty-change",
                message: "head \(plan.head) brings no commit that base \(plan.base) lacks: nothing "
                    + "was judged; check the revisions, or accept it with --allow-empty",
                path: nil, isIncomplete: !options.allowsEmptyChange)
        }
        for changed in plan.changedPaths where changed.path == GateConfiguration.fileName {
            assembler.note(
                code: "gate.configuration-changed",
                message: "the change edits the configuration; it was judged by that of the merge "
                    + "base", path: changed.path, isIncomplete: false, level: .warning)
        }

        let request = ChangeRequests(plan)
        let scanned = try await scan(request.blobs, in: repository, assembler)
        let messages = try await scan(
            plan.commits.map { BlobRequest(message: $0.id) }, in: repository, assembler)
        var comparison = try await baseComparison(
            with: try request.baseBlobs(in: repository),
            needed: scanned.contains { !$0.result.findings.isEmpty }, in: repository, assembler)
        for blob in scanned {
            let path = blob.request.paths.first ?? blob.request.id.hex
            let commit = request.firstCommit[blob.request.id].flatMap {
                assembler.summary(of: $0, in: repository)
            }
            let provenance = Provenance(
                kind: .gitBlob, path: assembler.redactor.redact(path),
                objectID: blob.request.id, commit: commit)
            assembler.addNew(
                blob.result, in: provenance, path: path, comparison: &comparison)
        }
        for message in messages {
            let id = message.request.id
            let commit = assembler.summary(of: id, in: repository)
            assembler.note(message.result.problems, path: id.hex)
            for found in message.result.findings where isActive[found.rule] {
                let (moved, kind) = repository.place(
                    found, inMessage: id, kind: .commitMessage)
                assembler.add(
                    assembler.finding(
                        moved,
                        in: Provenance(
                            kind: kind, path: assembler.redactor.redact(id.hex), objectID: id,
                            commit: commit)), found.material)
            }
        }
        return try assembler.report()
    }
}

/// Which blobs a change asks to be scanned, each once.
private struct ChangeRequests {
    private(set) var blobs: [BlobRequest] = []
    /// The first commit, parents first, that adds a blob.
    private(set) var firstCommit: [ObjectID: ObjectID] = [:]
    private let plan: ChangePlan
    private var touched: Set<String> = []

    init(_ plan: ChangePlan) {
        self.plan = plan
        var paths: [ObjectID: [String]] = [:]
        var order: [ObjectID] = []
        var atHead: Set<ObjectID> = []
        func add(_ blob: ObjectID, _ path: String) {
            if paths[blob] == nil { order.append(blob) }
            if paths[blob]?.contains(path) != true { paths[blob, default: []].append(path) }
        }
        // Head first: a blob that stands there is reported under its path there.
        for changed in plan.changedPaths {
            touched.insert(changed.path)
            guard let head = changed.head else { continue }
            add(head.blob, changed.path)
            if !head.isSymbolicLink { atHead.insert(head.blob) }
        }
        for commit in plan.commits {
            for addition in commit.added {
                touched.insert(addition.path)
                add(addition.blob, addition.path)
                if firstCommit[addition.blob] == nil { firstCommit[addition.blob] = commit.id }
            }
        }
        blobs = order.map {
            BlobRequest(id: $0, paths: paths[$0] ?? [], includesMisuse: atHead.contains($0))
        }
    }

    /// The merge base's versions of every touched path, deleted ones among them.
    func baseBlobs(in repository: GitRepository) throws -> [(path: String, id: ObjectID)] {
        guard let base = plan.mergeBases.first else { return [] }
        var known: [String: ObjectID] = [:]
        for changed in plan.changedPaths { known[changed.path] = changed.base?.blob }
        let listed = Set(plan.changedPaths.map(\.path))
        for path in touched where !listed.contains(path) {
            // Changed in some commit and back again at head: head's version is the base's.
            known[path] = try repository.blobID(at: base, path: path)
        }
        return known.sorted { $0.key < $1.key }.map { (path: $0.key, id: $0.value) }
    }
}
