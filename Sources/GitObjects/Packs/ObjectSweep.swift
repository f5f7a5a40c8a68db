package import ScanModel

/// Visits every object of a repository once, families of deltas one after the other, on all
/// cores.
package struct ObjectSweep: Sendable {
    let catalog: ObjectCatalog
    /// Where a second try is made for what cannot be read in its place.
    private let database: ObjectDatabase?
    private let limits: SweepLimits
    private let forests: [PackForest]
    /// What a thread takes next; heavy families first, then by place in the packs.
    private let tasks: [Task]

    private struct Task {
        /// A pack, or the loose objects.
        let source: Int
        /// The root's rank; or the first of some loose objects.
        let start: Int
        let count: Int
    }

    /// Families with more than this part of all packed bytes are taken first, lest one of them be
    /// alone at the end.
    private static let heavyPart = 256
    private static let looseBatch = 64
    /// A second try may take as long as a whole chain of deltas.
    private static let maxSecondTries = 10_000

    init(_ catalog: ObjectCatalog, limits: SweepLimits, database: ObjectDatabase? = nil) {
        self.catalog = catalog
        self.database = database
        self.limits = limits
        forests = catalog.packs.map { PackForest($0) }
        var heavy: [(weight: Int, task: Task)] = []
        var light: [Task] = []
        let total = catalog.packs.reduce(0) { $0 + $1.endOfEntries }
        for (source, forest) in forests.enumerated() {
            for root in forest.roots {
                let task = Task(source: source, start: root, count: 1)
                let weight = forest.weights[root]
                if weight > total / ObjectSweep.heavyPart {
                    heavy.append((weight, task))
                } else {
                    light.append(task)
                }
            }
        }
        for start in stride(from: 0, to: catalog.loose.count, by: ObjectSweep.looseBatch) {
            light.append(
                Task(
                    source: catalog.packs.count, start: start,
                    count: min(ObjectSweep.looseBatch, catalog.loose.count - start)))
        }
        heavy.sort {
            ($1.weight, $0.task.source, $0.task.start) < ($0.weight, $1.task.source, $1.task.start)
        }
        tasks = heavy.map(\.task) + light
    }

    /// Bytes of all packs together.
    package var packedByteCount: Int { catalog.packs.reduce(0) { $0 + $1.endOfEntries } }

    /// How many numbers there are, duplicates counted.
    package var count: Int { catalog.count }

    /// The id of the object with a number below `count`.
    package func id(of number: Int) -> ObjectID { catalog.id(of: number) }

    /// The number of an object, the lowest if it is stored several times; `nil` when the catalog
    /// does not have it.
    package func number(of id: ObjectID) -> Int? { catalog.number(of: id) }

    /// Visits everything.
    ///
    /// - Parameters:
    ///   - jobs: number of threads; each has a worker of its own.
    ///   - known: tells objects, by number, that need no visit. They are made only where something
    ///     is made from them, and that is then shown as if it were stored whole.
    ///   - progress: told the packed bytes done, from any thread.
    ///   - finish: asked once of each worker what it has gathered.
    /// - Throws: what `makeWorker` throws; `library` when there is no memory.
    package func run<Worker: SweepWorker, Output: Sendable>(
        jobs: Int, skipping isKnown: (@Sendable (_ number: Int) -> Bool)? = nil,
        progress: (@Sendable (_ packedBytes: Int) -> Void)? = nil,
        makeWorker: @escaping @Sendable () throws -> Worker,
        finish: @escaping @Sendable (Worker) -> Output
    ) async throws -> SweepResult<Output> {
        let share = SweepShare(taskCount: tasks.count)
        let forests = forests(skipping: isKnown)
        let work: @Sendable () throws -> Part<Output> = {
            let worker = try makeWorker()
            let walk = try FamilyWalk(
                catalog: catalog, limits: limits, share: share, worker: worker)
            share.begin()
            while let index = share.takeTask() {
                let task = tasks[index]
                if task.source == catalog.packs.count {
                    visitLoose(task.start..<task.start + task.count, walk, skipping: isKnown)
                } else if forests[task.source].isNeeded(task.start) {
                    walk.walk(root: task.start, of: forests[task.source], in: task.source)
                }
                progress?(weight(of: task))
            }
            while let branch = share.takeBranch() {
                walk.walk(branch, of: forests[branch.source])
            }
            return Part(
                output: finish(worker), ledger: walk.ledger, failures: walk.failures,
                isExhausted: walk.isExhausted)
        }
        var parts: [Part<Output>] = []
        if jobs > 1 {
            try await withThrowingTaskGroup(of: Part<Output>.self) { group in
                for _ in 0..<jobs { group.addTask { try work() } }
                for try await part in group { parts.append(part) }
            }
        } else {
            parts.append(try work())
        }
        var ledger = ObjectLedger()
        ledger.expectedObjects = catalog.objectCount
        var failures = unreached(forests)
        for part in parts {
            ledger.add(part.ledger)
            failures += part.failures
        }
        failures.sort { $0.number < $1.number }
        if !failures.isEmpty {
            let worker = try makeWorker()
            let walk = try FamilyWalk(
                catalog: catalog, limits: limits, share: share, worker: worker)
            visitElsewhere(
                failures, walk, isExhausted: parts.contains(where: \.isExhausted))
            failures = walk.failures
            ledger.add(walk.ledger)
            parts.append(
                Part(
                    output: finish(worker), ledger: walk.ledger, failures: failures,
                    isExhausted: walk.isExhausted))
        }
        return SweepResult(outputs: parts.map(\.output), failures: failures, ledger: ledger)
    }

    /// Reads what failed from any other place that has it: another pack, a loose file, or what a
    /// repack has made of it meanwhile.
    private func visitElsewhere(
        _ failures: [(number: Int, error: GitError)], _ walk: FamilyWalk, isExhausted: Bool
    ) {
        var last: Int?
        var tries = 0
        // A duplicate that cannot be read is no loss: its object is visited, or fails, by itself.
        for (number, error) in failures
        where number != last && !catalog.isDuplicate(number) {
            last = number
            tries += 1
            // What is too large, or one too many, is so in any place.
            if let database, error.code != .objectTooLarge, !isExhausted,
                tries <= ObjectSweep.maxSecondTries,
                let object = try? database.read(
                    catalog.id(of: number), maxBytes: limits.maxObjectBytes)
            {
                walk.visitLoose(object, number: number)
            } else {
                walk.fail(number: number, error)
            }
        }
    }

    private struct Part<Output: Sendable>: Sendable {
        let output: Output
        let ledger: ObjectLedger
        let failures: [(number: Int, error: GitError)]
        /// Whether the packs inflate to more than is made of them.
        let isExhausted: Bool
    }

    private func forests(skipping isKnown: ((Int) -> Bool)?) -> [PackForest] {
        guard let isKnown else { return forests }
        return forests.enumerated().map { source, forest in
            var forest = forest
            forest.omit { isKnown(catalog.starts[source] + $0) }
            return forest
        }
    }

    private func weight(of task: Task) -> Int {
        task.source < forests.count ? forests[task.source].weights[task.start] : 0
    }

    private func visitLoose(
        _ range: Range<Int>, _ walk: FamilyWalk, skipping isKnown: ((Int) -> Bool)?
    ) {
        for position in range {
            let (id, folder) = catalog.loose[position]
            let number = catalog.starts[catalog.packs.count] + position
            if isKnown?(number) == true { continue }
            do throws(GitError) {
                guard let object = try walk.readLoose(id, in: catalog.looseFolders[folder]) else {
                    throw GitError(
                        .missingObject, "The loose object \(id) vanished.", objectID: id)
                }
                walk.visitLoose(object, number: number)
            } catch {
                walk.fail(number: number, error)
            }
        }
    }

    /// Entries that no whole object leads to.
    private func unreached(_ forests: [PackForest]) -> [(number: Int, error: GitError)] {
        var failures: [(number: Int, error: GitError)] = []
        for (source, forest) in forests.enumerated() {
            let broken = Set(forest.broken)
            for rank in forest.bases.indices where !forest.isReached(rank) && !forest.isKnown(rank)
            {
                let number = catalog.starts[source] + Int(forest.positions[rank])
                let id = catalog.id(of: number)
                let reason =
                    broken.contains(rank)
                    ? "the pack has no entry for it, or not the one it builds on"
                    : "what it builds on leads back to itself or to an object that is not there"
                failures.append(
                    (
                        number,
                        GitError(
                            .corruptObject,
                            "Object \(id) cannot be read: \(reason); `git fsck` tells more, a "
                                + "fresh clone may have it whole.", objectID: id)
                    ))
            }
        }
        return failures
    }
}
