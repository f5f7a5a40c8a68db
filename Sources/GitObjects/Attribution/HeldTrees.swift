/// Trees that hold wanted objects at any depth, with the entries that lead to them.
struct HeldTrees {
    /// An entry that is wanted or leads to what is wanted.
    struct Edge {
        /// The number of its name.
        let name: UInt32
        private let code: Int32

        /// An entry that is a tree.
        init(name: UInt32, tree: Int32) {
            self.name = name
            code = tree
        }

        /// An entry that is wanted itself.
        init(name: UInt32, leaf: Int32) {
            self.name = name
            code = ~leaf
        }

        /// The tree that the entry is; `nil` for a leaf.
        var tree: Int? { code >= 0 ? Int(code) : nil }
        /// The wanted object that the entry is, when it is no tree.
        var leaf: Int { Int(~code) }
    }

    private enum State {
        static let new: UInt8 = 0
        static let open: UInt8 = 1
        static let done: UInt8 = 2
    }

    /// Where each tree's edges start; the last one is their end.
    let edgeStarts: [UInt32]
    /// In the order of the tree's entries.
    let edges: [Edge]
    let names: NameTable

    var count: Int { edgeStarts.count - 1 }

    func edges(of tree: Int) -> ArraySlice<Edge> {
        edges[Int(edgeStarts[tree])..<Int(edgeStarts[tree + 1])]
    }

    /// Everything that some trees lead to, children before parents. The order is the same however
    /// the trees are numbered.
    func order(from roots: some Sequence<Int>) -> [Int] {
        var states = [UInt8](repeating: State.new, count: count)
        var order: [Int] = []
        var stack: [(tree: Int, next: Int)] = []
        for root in roots where states[root] == State.new {
            states[root] = State.open
            stack.append((root, Int(edgeStarts[root])))
            while let (tree, next) = stack.last {
                guard next < Int(edgeStarts[tree + 1]) else {
                    states[tree] = State.done
                    order.append(tree)
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                // A tree that is open holds itself, which only forged objects can.
                if let child = edges[next].tree, states[child] == State.new {
                    states[child] = State.open
                    stack.append((child, Int(edgeStarts[child])))
                }
            }
        }
        return order
    }
}
