/// Trees as pieces: stretches of entries that a tree has from the one it was made from, and
/// entries of its own. What history repeats is stored once.
///
/// A tree comes behind the one it was made from.
struct TreeRopes: Sendable {
    /// Some entries that follow each other.
    struct Segment: Sendable {
        /// The first: an index among the base's entries, or a number of a novel entry.
        let start: UInt32
        private let countAndOrigin: UInt32

        init(start: UInt32, count: UInt32, isCopy: Bool) {
            self.start = start
            countAndOrigin = count << 1 | (isCopy ? 1 : 0)
        }

        var count: UInt32 { countAndOrigin >> 1 }
        /// Whether the entries are the base's.
        var isCopy: Bool { countAndOrigin & 1 == 1 }
    }

    /// What a novel entry is.
    enum Kind {
        static let tree: UInt8 = 0
        static let blob: UInt8 = 1
        static let gitlink: UInt8 = 2
    }

    /// The trees' numbers in the catalog.
    var numbers: [UInt32] = []
    /// The tree that each was made from; -1 for none.
    var bases: [Int32] = []
    /// Where each tree's segments start; the last one is their end.
    var segmentStarts: [UInt32] = [0]
    var segments: [Segment] = []
    /// For each novel entry the number of what it names; none for a gitlink.
    var children: [UInt32] = []
    var names: [UInt32] = []
    var kinds: [UInt8] = []
    /// Trees that do not parse to their end.
    var corrupt: [Int32] = []
    /// Trees with names that git would refuse.
    var irregular: [Int32] = []
    /// Whether any entry is a gitlink.
    var hasGitlinks = false

    static let noChild = UInt32.max

    var count: Int { numbers.count }

    /// Makes room for another thread's trees at once: they are millions of entries.
    mutating func reserve(for other: TreeRopes) {
        numbers.reserveCapacity(numbers.count + other.numbers.count)
        bases.reserveCapacity(bases.count + other.bases.count)
        segmentStarts.reserveCapacity(segmentStarts.count + other.segmentStarts.count)
        segments.reserveCapacity(segments.count + other.segments.count)
        children.reserveCapacity(children.count + other.children.count)
        names.reserveCapacity(names.count + other.names.count)
        kinds.reserveCapacity(kinds.count + other.kinds.count)
    }

    /// A tree's segments.
    func segments(of tree: Int) -> Range<Int> {
        Int(segmentStarts[tree])..<Int(segmentStarts[tree + 1])
    }

    /// Whether a novel entry of a tree is a tree.
    func hasNovelSubtrees(_ tree: Int) -> Bool {
        for segment in segments[segments(of: tree)] where !segment.isCopy {
            let first = Int(segment.start)
            for novel in first..<first + Int(segment.count) where kinds[novel] == Kind.tree {
                return true
            }
        }
        return false
    }
}
