/// Branches, loops, declarations of types and variables, what is returned.
extension CodeParser {
    /// `if condition` with what follows it.
    mutating func parseBranch() {
        let start = at
        let first = current
        at += 1
        let condition = parseCondition()
        let isNegated = isUnless(first)
        let new = addBlock(
            .branch, condition: condition, isElse: isNegated, start: current.start)
        enterAfterHeader(new, start)
    }

    private func isUnless(_ token: CodeToken) -> Bool {
        token.end &- token.start == 6 && bytes[Int(token.start)] == 117
    }

    /// The condition of a header, in parentheses or up to the block.
    mutating func parseCondition() -> UInt32 {
        let outer = isHeader
        isHeader = true
        defer { isHeader = outer }
        let outerTarget = target
        target = 0
        defer { target = outerTarget }
        // `if x := f(); x` and `if let x = f()`.
        while [.variable, .caseLabel, .modifier].contains(word(current)) { at += 1 }
        if opens(current, 40), wrapsCondition {
            let end = close(at)
            let outerLimit = limit
            at += 1
            limit = end
            let value = parseExpression()
            finishHeader()
            limit = outerLimit
            at = min(end + 1, limit)
            return value
        }
        let value = parseExpression()
        finishHeader()
        return value
    }

    /// Whether a condition is what stands in the parentheses here, and no more.
    private var wrapsCondition: Bool {
        guard traits.contains(.linesEnd) else { return !traits.contains(.indented) }
        guard traits.contains(.valueBranches) else { return false }
        if syntax.imports == .java { return true }
        // Scala has `if (a) && b then c` beside `if (a) -1 else 1`.
        guard syntax.imports == .scala else { return false }
        let next = token(close(at) + 1)
        return next.kind != .op || isOp(next, CodeOperator.minus) || isOp(next, CodeOperator.bang)
    }

    /// What is left of a header: `; x > 0`, `= value`, `in list`.
    private mutating func finishHeader() {
        while at < limit {
            let token = current
            if opens(token, 123) || isOp(token, CodeOperator.colon) { return }
            if token.breaksLine, traits.contains(.indented) || traits.contains(.linesEnd) {
                return
            }
            if [.then, .doBlock, .otherwise].contains(word(token)) { return }
            if token.kind == .close { return }
            let before = at
            if token.kind == .op || word(token) != .none {
                if CodeOperator.isAssignment(token.payload), token.kind == .op, before > 0 {
                    at -= 1
                    let name = self.token(at)
                    at = before + 1
                    let value = parseExpression()
                    if name.kind == .identifier {
                        addVariable(name.payload, position: name.start, value: value)
                    }
                    continue
                }
                at += 1
                continue
            }
            _ = parseExpression()
            if at <= before { at = before + 1 }
        }
    }

    private mutating func enterAfterHeader(_ new: UInt32, _ start: Int) {
        let column = traits.contains(.indented) ? lineColumn(start) : 0
        if !traits.contains(.indented), !opens(current, 123), word(current) == .otherwise {
            // Swift's `guard … else { }`.
            at += 1
        }
        enter(new, column: column)
    }

    /// Column of the line's first token that is at or before `index`.
    func lineColumn(_ index: Int) -> Int {
        var index = index
        var steps = 0
        while index > 0, !tokens[index].breaksLine, steps < 64 {
            index -= 1
            steps += 1
        }
        return column(tokens[index])
    }

    mutating func parseElse() {
        let start = at
        at += 1
        if word(current) == .branch {
            parseBranch()
            return
        }
        let condition = lastBranch == 0 ? 0 : out.blocks[Int(lastBranch)].condition
        let isElse = lastBranch == 0 ? true : !out.blocks[Int(lastBranch)].isElse
        let new = addBlock(.branch, condition: condition, isElse: isElse, start: current.start)
        parseHeader(start, new)
    }

    /// Loops and selections.
    mutating func parseHeaderBlock(_ kind: CodeWord) {
        let start = at
        at += 1
        let new: UInt32
        if kind == .selection {
            _ = parseCondition()
            new = addBlock(.branch, start: current.start)
        } else {
            let isWhile = tokens[start].end &- tokens[start].start == 5
            let condition = isLoopHead() ? parseLoopHead() : parseCondition()
            new = addBlock(
                .loop, condition: isWhile ? condition : 0, start: current.start)
        }
        enterAfterHeader(new, start)
    }

    private func isLoopHead() -> Bool { opens(current, 40) && !traits.contains(.indented) }

    private mutating func parseLoopHead() -> UInt32 {
        let end = close(at)
        at += 1
        let outerLimit = limit
        limit = end
        let isOne = !(at..<limit).prefix(256).contains { isOp(token($0), CodeOperator.semicolon) }
        var value: UInt32 = 0
        if isOne, word(current) == .none {
            value = parseExpression()
            finishHeader()
        } else {
            limit = outerLimit
            depth += 1
            if depth < limits.maxDepth { parseStatements(until: end) }
            depth -= 1
        }
        limit = outerLimit
        at = min(end + 1, limit)
        return value
    }

    /// Passes over the rest of a header to its block.
    mutating func parseHeader(_ start: Int, _ new: UInt32) {
        if opens(current, 40) {
            let end = close(at)
            let outer = limit
            at += 1
            limit = end
            parseList(until: end)
            limit = outer
            at = min(end + 1, limit)
        } else if !opens(current, 123), !isOp(current, CodeOperator.colon),
            traits.contains(.indented), !current.breaksLine
        {
            let outer = isHeader
            isHeader = true
            _ = parseExpression()
            finishHeader()
            isHeader = outer
        }
        enterAfterHeader(new, start)
    }

    /// Expressions with commas between, for what is in them.
    mutating func parseList(until end: Int) {
        while at < min(end, limit) {
            let before = at
            _ = parseExpression()
            if at <= before { at = before + 1 }
        }
    }

    mutating func parseCase() {
        at += 1
        var steps = 0
        while at < limit, steps < 64 {
            steps += 1
            if isOp(current, CodeOperator.colon) || isOp(current, CodeOperator.arrow)
                || isOp(current, CodeOperator.fatArrow)
            {
                at += 1
                return
            }
            if current.kind == .open || current.kind == .templateStart {
                at = min(close(at) + 1, limit)
            } else if isOp(current, CodeOperator.semicolon) || opens(current, 123) {
                return
            } else {
                if current.breaksLine, traits.contains(.indented), steps > 1 { return }
                at += 1
            }
        }
    }

    mutating func parseReturn() {
        at += 1
        if endsStatement(current) { return }
        let owner = out.blocks[Int(block)].owner
        let outer = target
        target = out.blocks[Int(owner)].name
        let value = parseExpression()
        target = outer
        addReturn(value, owner: owner)
    }

    mutating func addReturn(_ value: UInt32, owner: UInt32) {
        guard out.blocks[Int(owner)].kind == .function else { return }
        out.returns.append((value, out.blocks[Int(owner)].firstReturn))
        out.blocks[Int(owner)].firstReturn = Int32(out.returns.count - 1)
    }

    /// Whether nothing of the statement is left.
    func endsStatement(_ token: CodeToken) -> Bool {
        switch token.kind {
        case .end, .close, .holeClose: return true
        case .op: return token.payload == CodeOperator.semicolon
        default:
            return token.breaksLine
                && (traits.contains(.linesEnd) || traits.contains(.indented))
        }
    }

    /// `package a.b;`, `namespace A { }`.
    mutating func parsePackage() {
        at += 1
        while at < limit, !endsStatement(current), !opens(current, 123) { at += 1 }
    }

    /// `class Name(…) : Base { … }`; `false` when the word is a name here.
    mutating func parseType() -> Bool {
        let start = at
        var name = token(at + 1)
        if syntax.imports == .rust, opens(name, 60) { name = token(at + 2) }
        if opens(name, 123) || isOp(name, CodeOperator.colon) {
            // `object : Type { }`, `companion object { }`.
            at += 1
            while at < limit, !opens(current, 123) {
                if current.kind == .close || isOp(current, CodeOperator.semicolon) { return true }
                at = current.kind == .open ? min(close(at) + 1, limit) : at + 1
            }
            enter(addBlock(.type, start: current.start), column: 0)
            return true
        }
        guard
            name.kind == .identifier || isOp(name, CodeOperator.less)
                || isOp(name, CodeOperator.append)
        else { return false }
        at += 2
        var steps = 0
        let new = addBlock(
            .type, name: name.kind == .identifier ? name.payload : 0, start: name.start)
        let outer = block
        while at < limit, steps < 400 {
            steps += 1
            let token = current
            if opens(token, 123) || isOp(token, CodeOperator.semicolon) { break }
            if opens(token, 40) {
                block = new
                parseParameters(owner: new)
                block = outer
                continue
            }
            if traits.contains(.indented) {
                if token.breaksLine || isOp(token, CodeOperator.colon) { break }
            } else if traits.contains(.linesEnd), token.breaksLine, endsTypeHead(token) {
                return true
            }
            if token.kind == .close { return true }
            if isOp(token, CodeOperator.equal) { return true }
            at += 1
        }
        if opens(current, 123) || traits.contains(.indented) {
            enter(new, column: traits.contains(.indented) ? lineColumn(start) : 0)
        }
        return true
    }

    private func endsTypeHead(_ token: CodeToken) -> Bool {
        token.kind == .identifier && word(token) != .header
            || isOp(token, CodeOperator.at)
    }

    /// `var a: T = x, b = y`, `const { a, b } = x`, `val (a, b) = x`.
    mutating func parseVariables() {
        at += 1
        while word(current) == .modifier || word(current) == .prefix || word(current) == .variable {
            at += 1
        }
        // Go's `const ( … )`: statements in parentheses.
        if opens(current, 40), syntax.imports == .go {
            let end = close(at)
            at += 1
            depth += 1
            if depth < limits.maxDepth { parseStatements(until: end) }
            depth -= 1
            at = min(end + 1, limit)
            return
        }
        if current.kind == .open, current.payload != 91 || !traits.contains(.bracketAttributes) {
            parsePattern()
            return
        }
        if word(current) == .function {
            _ = parseFunction()
            return
        }
        parseExpressionStatement(isDeclaration: true)
    }

    /// `{ a, b: c } = value`.
    private mutating func parsePattern() {
        let open = at
        let end = close(at)
        at = min(end + 1, limit)
        if isOp(current, CodeOperator.colon) { _ = parseTypeName(after: 1) }
        guard at < limit, current.kind == .op, CodeOperator.isAssignment(current.payload) else {
            return
        }
        at += 1
        let value = parseExpression()
        let module = importedModule(value)
        var index = open + 1
        while index < end {
            let name = token(index)
            var local = name
            if name.kind == .identifier {
                if isOp(token(index + 1), CodeOperator.colon),
                    token(index + 2).kind == .identifier
                {
                    local = token(index + 2)
                    index += 2
                }
                if let module {
                    addImport(
                        local: local.payload, path: module + [name.payload],
                        start: name.start, end: local.end)
                } else {
                    addVariable(local.payload, position: local.start, value: 0)
                }
                while index < end, !isOp(token(index), CodeOperator.comma) { index += 1 }
            } else if name.kind == .open {
                index = close(index)
            }
            index += 1
        }
    }
}
