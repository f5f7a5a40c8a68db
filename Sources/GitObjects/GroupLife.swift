import ScanModel

/// What a walk over commits, parents first, has learnt of one group so far.
struct GroupLife {
    /// A removal and how much it counts.
    private struct Removal {
        let position: Int
        /// Removals that HEAD has seen go first, then those that no parent escaped: a merge that
        /// merely took the side without the secret removed nothing new.
        let rank: Int
    }

    private var firstIntroduction: Int?
    private var firstStanding: Int?
    private var messagePosition: Int?
    private var bestRemoval: Removal?
    /// The first commit of the group whose own text holds the secret.
    private(set) var message: ObjectID?
    /// Whether HEAD reaches a commit whose own text holds it.
    private(set) var isMessageAtHead = false

    /// Position of the commit that brought it. Where every commit of a range has it from a parent,
    /// the first that holds it.
    var introduction: Int? {
        [firstIntroduction ?? firstStanding, messagePosition].compactMap { $0 }.min()
    }

    /// Position of the commit that took it away.
    var removal: Int? { bestRemoval?.position }

    mutating func introduces(at position: Int) {
        firstIntroduction = firstIntroduction ?? position
    }

    mutating func stands(at position: Int) { firstStanding = firstStanding ?? position }

    mutating func holds(message id: ObjectID, at position: Int, isAtHead: Bool) {
        if messagePosition == nil {
            messagePosition = position
            message = id
        }
        isMessageAtHead = isMessageAtHead || isAtHead
    }

    mutating func removes(at position: Int, isFromAllParents: Bool, isReachedByHead: Bool) {
        let rank = (isReachedByHead ? 2 : 0) + (isFromAllParents ? 1 : 0)
        if let best = bestRemoval, best.rank > rank { return }
        bestRemoval = Removal(position: position, rank: rank)
    }
}
