@testable import GitObjects

/// Reads the heads of a pack's entries and builds the forest of its deltas.
///
/// Input: as `MadePack` has it.
package enum PackFuzz {
    /// Runs one input.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws(FuzzFailure) {
        var input = FuzzInput(bytes)
        let made = MadePack(&input, options: input.byte())
        var scratch = try ScratchFolder()
        guard let pack = try open(made, in: &scratch) else { return }
        for offset in -1...min(pack.bytes.count, 512) {
            guard let entry = pack.entry(at: offset) else { continue }
            try FuzzFailure.unless(
                entry.byteCount >= 0 && entry.dataStart > offset
                    && entry.dataStart <= pack.endOfEntries,
                "the entry at \(offset) lies outside the pack")
            if case .offsetDelta(let base) = entry.storage {
                try FuzzFailure.unless(base > 0 && base < offset, "a base is not before its delta")
            }
        }
        try check(PackForest(pack), pack)
    }

    /// Opens a pack; `nil` when it is refused.
    static func open(
        _ made: MadePack, in scratch: inout ScratchFolder
    ) throws(FuzzFailure) -> PackFile? {
        let path = try scratch.write("made.pack", made.pack)
        _ = try scratch.write("made.idx", made.index)
        do throws(GitError) {
            return try PackFile(path, format: made.format)
        } catch {
            return nil
        }
    }

    private static func check(_ forest: PackForest, _ pack: PackFile) throws(FuzzFailure) {
        let count = pack.index.count
        try FuzzFailure.unless(
            forest.offsets.count == count + 1 && forest.bases.count == count
                && forest.weights.count == count,
            "the forest has another number of entries")
        try FuzzFailure.unless(
            forest.offsets.last == pack.endOfEntries
                && zip(forest.offsets, forest.offsets.dropFirst()).allSatisfy(<=),
            "the offsets do not ascend")
        try FuzzFailure.unless(
            forest.positions.sorted().elementsEqual(0..<UInt32(count)),
            "an entry has no rank, or several")
        var met = Set(forest.roots)
        try FuzzFailure.unless(met.count == forest.roots.count, "a root is there twice")
        for root in forest.roots {
            try FuzzFailure.unless(forest.bases[root] == PackForest.Base.none, "a root has a base")
        }
        for rank in forest.broken { met.insert(rank) }
        try FuzzFailure.unless(
            met.count == forest.roots.count + Set(forest.broken).count, "a root is broken")
        for rank in 0..<count {
            for child in forest.children(of: rank) {
                try FuzzFailure.unless(
                    Int(forest.bases[Int(child)]) == rank, "a child has another base")
                try FuzzFailure.unless(met.insert(Int(child)).inserted, "an entry is there twice")
            }
        }
        try FuzzFailure.unless(met.count == count, "an entry is in no family and not broken")
    }
}
