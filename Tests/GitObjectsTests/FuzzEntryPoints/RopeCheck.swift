@testable import GitObjects
import ScanModel

/// Holds trees as a sweep recorded them against their bytes.
enum RopeCheck {
    private struct Entry: Equatable {
        let kind: UInt8
        let name: [UInt8]
        let id: ObjectID?
    }

    /// Trees made from each other can multiply: no more entries than this are looked at.
    private static let maxEntries = 1 << 16

    /// - Throws: when an entry is another one than in the bytes.
    static func run(
        _ output: CheckingWorker.Output, _ catalog: ObjectCatalog
    ) throws(FuzzFailure) {
        let recording = output.recording
        let trees = recording.trees
        var expanded: [[Entry]] = []
        var total = 0
        for tree in 0..<trees.count {
            var entries: [Entry] = []
            for segment in trees.segments[trees.segments(of: tree)] {
                let range = Int(segment.start)..<Int(segment.start) + Int(segment.count)
                if segment.isCopy {
                    entries += expanded[Int(trees.bases[tree])][range]
                } else {
                    for novel in range { entries.append(entry(novel, recording, catalog)) }
                }
            }
            total += entries.count
            if total > maxEntries { return }
            let number = Int(trees.numbers[tree])
            guard let bytes = output.objects[number]?.bytes else {
                throw FuzzFailure(reason: "a tree was recorded that was not visited")
            }
            let (expected, isCorrupt) = parse(bytes, catalog.format)
            try FuzzFailure.unless(
                entries == expected && trees.corrupt.contains(Int32(tree)) == isCorrupt,
                "tree \(number) was recorded with \(entries), it has \(expected)")
            expanded.append(entries)
        }
    }

    private static func entry(
        _ novel: Int, _ recording: HistoryRecording, _ catalog: ObjectCatalog
    ) -> Entry {
        let child = recording.trees.children[novel]
        let id: ObjectID? =
            child == TreeRopes.noChild
            ? nil
            : Int(child) < catalog.count
                ? catalog.id(of: Int(child)) : recording.missing.ids[Int(child) - catalog.count]
        return Entry(
            kind: recording.trees.kinds[novel],
            name: Array(recording.names.name(recording.trees.names[novel])), id: id)
    }

    private static func parse(_ bytes: [UInt8], _ format: ObjectFormat) -> ([Entry], Bool) {
        bytes.withUnsafeBytes { bytes in
            var tree = TreeEntries(bytes, format: format)
            var entries: [Entry] = []
            while let entry = tree.next() {
                let kind =
                    switch entry.kind {
                    case .tree: TreeRopes.Kind.tree
                    case .blob, .symbolicLink: TreeRopes.Kind.blob
                    case .gitlink: TreeRopes.Kind.gitlink
                    }
                entries.append(
                    Entry(
                        kind: kind, name: Array(entry.name),
                        id: entry.kind == .gitlink ? nil : entry.id))
            }
            return (entries, tree.isCorrupt)
        }
    }
}
