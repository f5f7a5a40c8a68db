import ScanModel

extension HistoryRecording {
    /// Takes over what another thread recorded.
    mutating func append(_ other: HistoryRecording, _ catalog: ObjectCatalog) {
        let beyond = UInt32(truncatingIfNeeded: catalog.count)
        let missingNumbers = other.missing.ids.map {
            beyond + UInt32(truncatingIfNeeded: missing.insert($0).index)
        }
        let renumber = { (number: UInt32) -> UInt32 in
            number < beyond || number == TreeRopes.noChild
                ? number : missingNumbers[Int(number - beyond)]
        }
        commits.numbers += other.commits.numbers
        commits.trees += other.commits.trees.lazy.map(renumber)
        commits.seconds += other.commits.seconds
        let parentCount = UInt32(truncatingIfNeeded: commits.parents.count)
        commits.parentStarts += other.commits.parentStarts.dropFirst().lazy.map { $0 + parentCount }
        commits.parents += other.commits.parents.lazy.map(renumber)
        commits.corrupt += other.commits.corrupt
        tags.numbers += other.tags.numbers
        tags.targets += other.tags.targets.lazy.map(renumber)
        tags.corrupt += other.tags.corrupt
        append(other.trees, named: other.names, renumber)
    }

    private mutating func append(
        _ other: TreeRopes, named otherNames: NameTable, _ renumber: (UInt32) -> UInt32
    ) {
        let nameNumbers = (0..<otherNames.count).map { number in
            otherNames.name(UInt32(truncatingIfNeeded: number)).withUnsafeBytes {
                names.insert($0)
            }
        }
        let treeCount = Int32(truncatingIfNeeded: trees.count)
        let segmentCount = UInt32(truncatingIfNeeded: trees.segments.count)
        let entryCount = UInt32(truncatingIfNeeded: trees.children.count)
        trees.reserve(for: other)
        trees.numbers += other.numbers
        trees.bases += other.bases.lazy.map { $0 < 0 ? $0 : $0 + treeCount }
        trees.segmentStarts += other.segmentStarts.dropFirst().lazy.map { $0 + segmentCount }
        trees.segments += other.segments.lazy.map { segment in
            TreeRopes.Segment(
                start: segment.isCopy ? segment.start : segment.start + entryCount,
                count: segment.count, isCopy: segment.isCopy)
        }
        trees.children += other.children.lazy.map(renumber)
        trees.names += other.names.lazy.map { nameNumbers[Int($0)] }
        trees.kinds += other.kinds
        trees.corrupt += other.corrupt.lazy.map { $0 + treeCount }
        trees.irregular += other.irregular.lazy.map { $0 + treeCount }
        trees.hasGitlinks = trees.hasGitlinks || other.hasGitlinks
    }
}
