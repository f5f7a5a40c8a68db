/// Which givings of a value reach a name.
extension CodeEvaluator {
    /// Indexes of variables that may be what a name says, latest first, and whether all are there.
    ///
    /// - Parameter wantsField: whether the name is written with `self` before it; `nil` for either.
    mutating func visible(
        _ symbol: UInt32, block: UInt32, position: UInt32, wantsField: Bool?
    ) -> (found: [Int], isComplete: Bool) {
        guard Int(symbol) < tables.lastVariable.count else { return ([], true) }
        var owner = tables.blocks[Int(block)].owner
        for _ in 0..<64 {
            let kind = tables.blocks[Int(owner)].kind
            let isHidden =
                kind == .type && wantsField != true && file.fieldsNeedSelf
                && owner != tables.blocks[Int(block)].owner
            if !isHidden, wantsField != true || kind == .type {
                let level = gather(symbol, owner: owner, block: block, position: position)
                if !level.found.isEmpty { return level }
            }
            if owner == 0 { break }
            owner = tables.blocks[Int(tables.blocks[Int(owner)].parent)].owner
        }
        if wantsField == true {
            return gather(symbol, owner: 0, block: block, position: position)
        }
        return ([], true)
    }

    /// The variables of one function, type or file.
    private mutating func gather(
        _ symbol: UInt32, owner: UInt32, block: UInt32, position: UInt32
    ) -> (found: [Int], isComplete: Bool) {
        var found: [Int] = []
        let isOrdered =
            tables.blocks[Int(owner)].kind == .function
            || tables.blocks[Int(block)].owner == owner
        let loop = isOrdered ? outermostLoop(block, owner) : nil
        var index = Int(tables.lastVariable[Int(symbol)])
        while index >= 0 {
            guard spend(), found.count < 64 else { return (found, false) }
            let variable = tables.variables[index]
            defer { index = Int(variable.previous) }
            guard home(of: variable) == owner else { continue }
            if !isOrdered || variable.isField {
                if !variable.isBare || found.isEmpty { found.append(index) }
                continue
            }
            if variable.position > position {
                if let loop, isInside(variable.block, loop) { found.append(index) }
                continue
            }
            if variable.isBare {
                found.append(index)
                return (found, true)
            }
            if isDead(variable.block, depth: 4) { continue }
            found.append(index)
            if !variable.isCompound, reaches(variable.block, block) { return (found, true) }
        }
        return (found, true)
    }

    /// The function, type or file that a variable belongs to.
    private func home(of variable: CodeTables.Variable) -> UInt32 {
        var owner = tables.blocks[Int(variable.block)].owner
        guard variable.isField else { return owner }
        for _ in 0..<64 {
            if owner == 0 || tables.blocks[Int(owner)].kind == .type { return owner }
            owner = tables.blocks[Int(tables.blocks[Int(owner)].parent)].owner
        }
        return owner
    }

    /// Whether what is in one block always happened before what is in the other.
    private mutating func reaches(_ block: UInt32, _ other: UInt32) -> Bool {
        var block = block
        // Plain blocks, and branches that are always taken, are no condition.
        for _ in 0..<64 {
            let known = tables.blocks[Int(block)]
            if known.kind == .plain {
                block = known.parent
            } else if known.kind == .branch, known.condition != 0,
                isAlwaysTaken(known)
            {
                block = known.parent
            } else {
                break
            }
        }
        return isInside(other, block)
    }

    private mutating func isAlwaysTaken(_ block: CodeTables.Block) -> Bool {
        guard nesting < CodeEvaluator.maxNesting else { return false }
        nesting += 1
        defer { nesting -= 1 }
        let values = evaluate(block.condition, follows: true, depth: 16)
        guard values.count == 1, let truth = CodeEvaluator.truth(values[0].content) else {
            return false
        }
        return truth != block.isElse
    }

    private func isInside(_ block: UInt32, _ outer: UInt32) -> Bool {
        var block = block
        for _ in 0..<256 {
            if block == outer { return true }
            if block == 0 { return false }
            block = tables.blocks[Int(block)].parent
        }
        return false
    }

    private func outermostLoop(_ block: UInt32, _ owner: UInt32) -> UInt32? {
        var loop: UInt32?
        var block = block
        for _ in 0..<64 {
            if block == owner || block == 0 { break }
            if tables.blocks[Int(block)].kind == .loop { loop = block }
            block = tables.blocks[Int(block)].parent
        }
        return loop
    }
}
