package import ScanModel

/// A repository's history made from a seed, whose blobs are stored as deltas that the packer of
/// git would never choose; to hold delta-aware scanning against full scans.
///
/// Every file has a family of versions. Those of the first files are chains, each over the one
/// before; elsewhere a version may be over any version of its file, before or after it in the
/// pack. Every `HistoryEdit` comes, and most versions are text.
package struct GeneratedHistory: Sendable {
    /// The whole history in one pack.
    package private(set) var writer: PackWriter
    /// Every blob with its full content.
    package private(set) var blobs: [ObjectID: [UInt8]] = [:]
    /// The paths at which every blob stands in one commit or another.
    package private(set) var paths: [ObjectID: Set<String>] = [:]
    /// The commits, the last one being the tip.
    package private(set) var commits: [ObjectID] = []
    /// How often every edit was made.
    package private(set) var editCounts: [HistoryEdit: Int] = [:]

    private var versions: [GeneratedVersion] = []
    private var places: [ObjectID: Int] = [:]
    private var entryNumbers: [ObjectID: Int] = [:]
    private var random: SeededRandom
    private var maker: VersionMaker

    /// Makes a history.
    /// - Parameters:
    ///   - files: how many files there are.
    ///   - versions: how many versions each file has besides its first.
    ///   - chains: how many of the files are plain chains of that length.
    package init(
        seed: UInt64, _ hash: ObjectHash = .sha1, material: HistoryMaterial, files: Int = 12,
        versions: Int = 50, chains: Int = 2
    ) {
        writer = PackWriter(hash)
        random = SeededRandom(seed: seed)
        maker = VersionMaker(lines: LineMaker(material, seed: seed ^ 0x5EED))
        let families = (0..<files).map { makeFamily(count: versions, isChain: $0 < chains) }
        appendBlobs()
        appendCommits(families)
    }

    /// The history as a repository with the branch `main`.
    package func repository() throws -> PackedRepository {
        try PackedRepository(
            writer.hash, packs: [writer.files()],
            refs: commits.last.map { ["refs/heads/main": $0] } ?? [:])
    }

    /// The path of a file: a few folders, and names of several languages.
    package static func path(_ file: Int) -> String {
        let names = [
            "a.env", "src/b.py", "t/c.test.js", "src/deep/d.ts", "e.yaml", "docs/f.md", "g.json",
            "src/h.go", "config/i.properties", "j", "t/k.pem", "src/deep/l.swift",
        ]
        return (file < names.count ? "" : "more\(file / names.count)/") + names[file % names.count]
    }

    private mutating func makeFamily(count: Int, isChain: Bool) -> [ObjectID] {
        let first = maker.lines.lines(5 + random.below(60))
        var family = [add(first, delta: nil)]
        for _ in 0..<count {
            let base = isChain ? family.count - 1 : max(0, family.count - 1 - random.below(6))
            let baseNumber = family[base]
            let baseBytes = versions[baseNumber].bytes
            let edit = maker.nextEdit(over: baseBytes)
            editCounts[edit, default: 0] += 1
            var script =
                baseBytes.count > 60_000
                ? maker.shortened(baseBytes) : maker.script(edit, over: baseBytes)
            guard var bytes = script.applied(to: baseBytes) else {
                preconditionFailure("the delta of \(edit) does not apply")
            }
            if isChain, bytes.isEmpty || places[writer.hash.id(.blob, bytes)] != nil {
                // What is stored whole, or stored already, would end the chain.
                let line = Array("// version \(versions.count)\n".utf8)
                script = DeltaScript([.copy(offset: 0, count: baseBytes.count), .insert(line)])
                bytes = baseBytes + line
            }
            family.append(add(bytes, delta: (baseNumber, script)))
        }
        return family.map { versions[$0].id }
    }

    /// Adds a version, unless there is one with the same content.
    /// - Returns: its number.
    private mutating func add(_ bytes: [UInt8], delta: (Int, DeltaScript)?) -> Int {
        let id = writer.hash.id(.blob, bytes)
        if let known = places[id] { return known }
        places[id] = versions.count
        blobs[id] = bytes
        // git takes no delta of fewer than four bytes, which one to nothing is.
        versions.append(GeneratedVersion(bytes: bytes, id: id, delta: bytes.isEmpty ? nil : delta))
        return versions.count - 1
    }

    /// Every fourth version comes before its base, which takes a reference delta.
    private mutating func appendBlobs() {
        var order: [Int] = []
        var isReference: Set<Int> = []
        for (number, version) in versions.enumerated() {
            if let base = version.delta?.base, random.oneIn(4),
                let place = order.firstIndex(of: base)
            {
                isReference.insert(number)
                order.insert(number, at: random.below(place + 1))
            } else {
                order.append(number)
            }
        }
        var entryOf = Array(repeating: 0, count: versions.count)
        for (entry, number) in order.enumerated() { entryOf[number] = entry }
        for number in order {
            guard let (base, script) = versions[number].delta else {
                writer.append(.whole(.blob, versions[number].bytes))
                continue
            }
            let delta = script.bytes(sourceByteCount: versions[base].bytes.count)
            if isReference.contains(number) {
                writer.append(.referenceDelta(base: .entry(entryOf[base]), delta: delta))
            } else {
                writer.append(.offsetDelta(base: entryOf[base], delta: delta))
            }
        }
    }

    /// One commit a round: every file goes to its next version. Some are merges.
    private mutating func appendCommits(_ families: [[ObjectID]]) {
        var trees: [String: (entry: Int, bytes: [UInt8])] = [:]
        for round in 0..<(families.map(\.count).max() ?? 0) {
            var folder = MadeFolder()
            for (file, family) in families.enumerated() {
                let path = Self.path(file)
                let id = family[min(round, family.count - 1)]
                paths[id, default: []].insert(path)
                folder.add(id, at: path.split(separator: "/").map(String.init)[...])
            }
            let root = appendTree(folder, at: "", &trees)
            var parents = commits.last.map { [$0] } ?? []
            if round % 7 == 6 { parents.append(commits[round - 3]) }
            let commit = ObjectText.commit(
                tree: root, parents: parents, time: 1_700_000_000 + 60 * round,
                message: "Change \(round)\n")
            writer.append(.whole(.commit, commit))
            commits.append(writer.hash.id(.commit, commit))
        }
    }

    /// Adds a tree and those below it, as deltas over the trees that stood at their paths before.
    private mutating func appendTree(
        _ folder: MadeFolder, at path: String, _ trees: inout [String: (entry: Int, bytes: [UInt8])]
    ) -> ObjectID {
        var entries = folder.files.map { (mode: "100644", name: $0.key, id: $0.value) }
        for (name, inner) in folder.folders.sorted(by: { $0.key < $1.key }) {
            entries.append(("40000", name, appendTree(inner, at: path + name + "/", &trees)))
        }
        let bytes = ObjectText.sortedTree(entries)
        let id = writer.hash.id(.tree, bytes)
        if entryNumbers[id] == nil {
            let entry: PackEntry =
                if let old = trees[path] {
                    .offsetDelta(
                        base: old.entry,
                        delta: DeltaScript(from: old.bytes, to: bytes)
                            .bytes(sourceByteCount: old.bytes.count))
                } else { .whole(.tree, bytes) }
            entryNumbers[id] = writer.append(entry)
        }
        if let entry = entryNumbers[id] { trees[path] = (entry, bytes) }
        return id
    }
}
