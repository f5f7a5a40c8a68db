import Foundation
import ScanModel
import TestSupport
import Testing

/// Holds generated histories against the real git.
@Suite struct GeneratedHistoryTests {
    private let material = HistoryMaterial(
        secrets: (1...3).map { "zq_" + MadeSecret(seed: $0, count: 36).value },
        nearMisses: ["zq_example"], contextWords: ["password", "apikey", "sandbox"],
        blocks: [
            "-----BEGIN MADE KEY-----\n"
                + (10...16).map { MadeSecret(seed: $0, count: 64).value + "\n" }.joined()
                + "-----END MADE KEY-----"
        ])

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: ObjectHash.allCases, [1, 2])
    func gitReadsWhatWasExpected(hash: ObjectHash, seed: UInt64) throws {
        let history = GeneratedHistory(seed: seed, hash, material: material)
        let repository = try history.repository()
        try repository.git("fsck", "--full", "--strict")
        for (id, bytes) in history.blobs.sorted(by: { $0.key < $1.key }).prefix(5) {
            #expect(try repository.git("cat-file", "blob", id.hex) == bytes)
        }
        // Every object's id, kind and size; that git got this far says that the contents have
        // these ids.
        let listed = text(
            try repository.git("cat-file", "--batch-all-objects", "--batch-check"))
        let blobs = listed.split(separator: "\n").filter { $0.contains(" blob ") }.map(String.init)
        #expect(
            Set(blobs) == Set(history.blobs.map { "\($0.key.hex) blob \($0.value.count)" }))
        // Every blob is reachable where it is said to be.
        let tip = try #require(history.commits.last)
        var paths: [String: Set<String>] = [:]
        for commit in history.commits {
            for line in text(try repository.git("ls-tree", "-r", commit.hex)).split(separator: "\n")
            {
                let words = line.split { $0 == " " || $0 == "\t" }
                paths[String(words[2]), default: []].insert(String(words[3]))
            }
        }
        #expect(
            paths
                == Dictionary(uniqueKeysWithValues: history.paths.map { ($0.key.hex, $0.value) }))
        #expect(history.paths.count == history.blobs.count)
        let reached = text(try repository.git("rev-list", tip.hex)).split(separator: "\n")
        #expect(reached.count == history.commits.count)
    }

    @Test func isTheSameForTheSameSeed() {
        let first = GeneratedHistory(seed: 3, material: material, files: 3, versions: 20)
        let second = GeneratedHistory(seed: 3, material: material, files: 3, versions: 20)
        let other = GeneratedHistory(seed: 4, material: material, files: 3, versions: 20)
        #expect(first.writer.files().pack == second.writer.files().pack)
        #expect(first.commits != other.commits)
    }

    @Test func doesWithoutSecrets() throws {
        let history = GeneratedHistory(
            seed: 5, material: HistoryMaterial(secrets: []), files: 3, versions: 30, chains: 0)
        try history.repository().git("fsck", "--full")
    }

    @Test func holdsEveryHardCase() throws {
        let history = GeneratedHistory(seed: 6, material: material)
        #expect(HistoryEdit.allCases.allSatisfy { history.editCounts[$0, default: 0] > 5 })
        let entries = history.writer.entries
        let isForward = entries.indices.contains { number in
            if case .referenceDelta(.entry(let base), _) = entries[number] { return base > number }
            return false
        }
        #expect(isForward)
        let deltas =
            history.writer.files().objects.count
            - entries.count { entry in
                if case .whole = entry { true } else { false }
            }
        #expect(deltas > 600)
        let pack = try PackedRepository()
        let depths = text(
            try pack.git("verify-pack", "-s", pack.add(history.writer.files()))
        ).split(separator: "\n").filter { $0.hasPrefix("chain length") }.compactMap {
            Int($0.drop { !$0.isNumber }.prefix { $0.isNumber })
        }
        #expect(depths.contains { $0 >= 50 })

        let blobs = history.blobs.values.map { Data($0) }
        let wholes = material.secrets + material.blocks
        for whole in wholes {
            #expect(blobs.count { $0.range(of: Data(whole.utf8)) != nil } > 20)
        }
        #expect(blobs.count { !$0.contains(0) } > blobs.count / 2)
        #expect(blobs.contains { $0.isEmpty })
        #expect(blobs.contains { $0.range(of: Data("\r\n".utf8)) != nil })
        #expect(blobs.contains { $0.last.map { $0 != 10 } ?? false })
        #expect(blobs.contains { $0.starts(with: [0xFF, 0xFE]) })
        #expect(blobs.contains { $0.starts(with: [0xFE, 0xFF]) })
        #expect(blobs.contains { $0.contains(0) })
        #expect(blobs.contains { $0.split(separator: 10).contains { $0.count > 20_000 } })
    }

    /// A secret that neither a copied range nor an insert has as a whole.
    @Test func secretsAriseAtSeams() {
        let history = GeneratedHistory(seed: 7, material: material)
        let objects = history.writer.files().objects
        var seams = 0
        for (entry, object) in zip(history.writer.entries, objects) {
            let delta: [UInt8]
            switch entry {
            case .whole: continue
            case .offsetDelta(_, let bytes), .referenceDelta(_, let bytes): delta = bytes
            }
            guard object.kind == .blob, let bytes = object.bytes else { continue }
            var ends: [Int] = []
            for operation in DeltaScript.read(delta)?.script.operations ?? [] {
                ends.append((ends.last ?? 0) + DeltaScript([operation]).targetByteCount)
            }
            for secret in material.secrets + material.blocks {
                guard let place = Data(bytes).range(of: Data(secret.utf8)) else { continue }
                if ends.contains(where: { $0 > place.lowerBound && $0 < place.upperBound }) {
                    seams += 1
                }
            }
        }
        #expect(seams > 20)
    }
}
