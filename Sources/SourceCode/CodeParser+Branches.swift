/// Branches that have a value: `if`, `when`, `match`.
extension CodeParser {
    /// The value of a branch in the place of a value; `nil` where branches have none.
    mutating func parseBranchValue(_ first: CodeToken) -> UInt32? {
        guard traits.contains(.valueBranches) else { return nil }
        let isSelection = word(first) == .selection && syntax.imports != .swift
        guard isSelection || isWord("if", first) else { return nil }
        return deeper { parser in
            parser.at += 1
            let value =
                isSelection ? parser.parseSelection() : parser.parseChoice(start: first.start)
            return parser.parsePostfix(value, isStatement: false)
        }
    }

    /// `(condition) a else if (other) b else c`.
    private mutating func parseChoice(start: UInt32) -> UInt32 {
        var branches: [(condition: UInt32, value: UInt32?)] = []
        var last: UInt32? = 0
        while at < limit, branches.count < 64 {
            let condition = parseCondition()
            if word(current) == .then { at += 1 }
            branches.append((condition, parseBranchBody(condition, isElse: false)))
            guard word(current) == .otherwise else { break }
            at += 1
            if isWord("if", current) {
                at += 1
                continue
            }
            last = parseBranchBody(condition, isElse: true)
            break
        }
        var result = last
        for branch in branches.reversed() {
            guard let value = branch.value else { continue }
            result =
                result.map {
                    addValue(
                        .conditional, a: branch.condition, b: value, c: $0, start: start,
                        end: lastEnd)
                }
                ?? value
        }
        return result ?? 0
    }

    /// What stands between `when` or `match` and the end of its arms.
    private mutating func parseSelection() -> UInt32 {
        if !opens(current, 123) { _ = parseCondition() }
        guard opens(current, 123) else { return 0 }
        return parseArms()
    }

    /// `{ pattern -> value; pattern => value }`: any of the values.
    mutating func parseArms() -> UInt32 {
        let start = current.start
        let end = close(at)
        let outerLimit = limit
        let outerHeader = isHeader
        var values: [UInt32] = []
        at += 1
        limit = end
        while at < limit {
            let before = at
            if isOp(current, CodeOperator.comma) || isOp(current, CodeOperator.semicolon) {
                at += 1
                continue
            }
            if passPattern() {
                isHeader = false
                if let value = parseBranchBody(0, isElse: false) { values.append(value) }
                isHeader = outerHeader
            }
            if at <= before { at = before + 1 }
        }
        limit = outerLimit
        at = min(end + 1, limit)
        guard values.count <= CodeEvaluator.maxValues else { return 0 }
        // Halves, since what is deep is not followed.
        while values.count > 1 {
            var joined: [UInt32] = []
            for index in stride(from: 0, to: values.count, by: 2) {
                let isPair = index + 1 < values.count
                joined.append(
                    isPair
                        ? addValue(
                            .conditional, a: 0, b: values[index], c: values[index + 1],
                            start: start, end: lastEnd)
                        : values[index])
            }
            values = joined
        }
        return values.first ?? 0
    }

    /// Passes the head of an arm with its arrow; `false` when none comes.
    private mutating func passPattern() -> Bool {
        // Heads of Kotlin and PHP are values; the others' look like calls and are none.
        var isValue = syntax.imports == .java || syntax.imports == .php
        let outerHeader = isHeader
        isHeader = true
        defer { isHeader = outerHeader }
        while at < limit {
            if isOp(current, CodeOperator.fatArrow) || isOp(current, CodeOperator.arrow) {
                at += 1
                return true
            }
            let before = at
            if word(current) == .branch || word(current) == .otherwise {
                isValue = true
                at += 1
            } else if isValue {
                _ = parseExpression()
                if at <= before { at = before + 1 }
            } else {
                at = current.kind == .open ? min(close(at) + 1, limit) : at + 1
            }
        }
        return false
    }

    /// What a branch gives; `nil` when it leaves instead.
    private mutating func parseBranchBody(_ condition: UInt32, isElse: Bool) -> UInt32? {
        let outer = block
        let own = addBlock(.branch, condition: condition, isElse: isElse, start: current.start)
        block = own
        defer {
            out.blocks[Int(own)].end = current.start
            block = outer
        }
        if opens(current, 123) {
            let end = close(at)
            at += 1
            let value = parseStatementsWithValue(until: end)
            at = min(end + 1, limit)
            return value
        }
        if syntax.imports == .scala, traits.contains(.valueBranches), condition == 0, !isElse {
            return parseStatementsWithValue(until: nextCase())
        }
        if word(current) == .raising || word(current) == .returning {
            if word(current) == .returning {
                parseReturn()
            } else {
                at += 1
                _ = parseExpression()
            }
            return nil
        }
        let outerHeader = isHeader
        isHeader = false
        defer { isHeader = outerHeader }
        return parseExpression()
    }

    /// Index of the `case` that ends an arm of Scala.
    private func nextCase() -> Int {
        var index = at
        while index < limit, !isWord("case", token(index)) {
            index = token(index).kind == .open ? close(index) + 1 : index + 1
        }
        return min(index, limit)
    }

    /// Statements whose last one may be a value.
    private mutating func parseStatementsWithValue(until end: Int) -> UInt32 {
        let outer = (valueBlock, blockValue, target, isHeader)
        valueBlock = block
        blockValue = 0
        target = 0
        isHeader = false
        guarded { $0.parseStatements(until: end) }
        let value = blockValue
        (valueBlock, blockValue, target, isHeader) = outer
        at = max(at, min(end, limit))
        return value
    }
}
