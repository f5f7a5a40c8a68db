/// Functions as values.
extension CodeParser {
    /// `function (…) { … }`, `lambda x: …`, `fn x -> … end`; `nil` when it is none.
    mutating func parseAnonymous() -> UInt32? {
        let start = current
        let next = token(at + 1)
        if word(start) == .lambda || syntax.imports == .php && opens(token(at + 1), 40) {
            if syntax.imports == .python { return parseLambda(start) }
            if syntax.imports == .elixir { return parseElixirFunction(start) }
        }
        guard
            opens(next, 40) || opens(next, 123) || next.kind == .identifier
                || isOp(next, CodeOperator.star)
        else { return nil }
        if word(start) == .function, isWord("init", start) { return nil }
        at += 1
        if isOp(current, CodeOperator.star) { at += 1 }
        if current.kind == .identifier, word(current) == .none { at += 1 }
        var parameters = at..<at
        if opens(current, 40) {
            parameters = (at + 1)..<max(close(at), at + 1)
            at = min(close(at) + 1, limit)
        }
        if syntax.imports != .visualBasic { passHead() }
        if isOp(current, CodeOperator.fatArrow) || isOp(current, CodeOperator.equal) { at += 1 }
        if syntax.imports == .visualBasic, !current.breaksLine {
            return parseLambdaBody(parameters: parameters, start: start.start)
        }
        if traits.contains(.indented), !opens(current, 123) {
            let use = beginFunction(name: target, nameToken: start, start: start.start)
            finishParameters(use, parameters)
            let column = lineColumn(at > 0 ? at - 1 : at)
            describeBody(use, from: at, to: min(indentedEnd(column), limit))
            indents.append((column, block))
            block = out.uses[Int(use)].ownBlock
            return addValue(.function, a: use, start: start.start, end: lastEnd)
        }
        return parseLambdaBody(parameters: parameters, start: start.start)
    }

    private mutating func parseLambda(_ start: CodeToken) -> UInt32 {
        let parameters = passParameters(before: CodeOperator.colon, most: 200)
        if isOp(current, CodeOperator.colon) { at += 1 }
        return parseLambdaBody(parameters: parameters, start: start.start)
    }

    private mutating func parseElixirFunction(_ start: CodeToken) -> UInt32 {
        let parameters = passParameters(before: CodeOperator.arrow, most: 100)
        at = min(at + 1, limit)
        let value = parseLambdaBody(parameters: parameters, start: start.start)
        if word(current) == .end { at += 1 }
        return value
    }

    /// The parameters between the word here and a sign, which is some tokens away at most.
    private mutating func passParameters(before sign: UInt32, most: Int) -> Range<Int> {
        at += 1
        let first = at
        while at < limit, !isOp(current, sign), at - first < most {
            at = current.kind == .open ? min(close(at) + 1, limit) : at + 1
        }
        return first..<at
    }

    /// A body in braces, or one expression.
    mutating func parseLambdaBody(parameters: Range<Int>, start: UInt32) -> UInt32 {
        if opens(current, 123) {
            let end = close(at)
            at += 1
            let value = parseFunctionBody(
                parameters: parameters, bodyEnd: end, start: start, name: 0)
            at = min(end + 1, limit)
            return value
        }
        let use = beginFunction(name: 0, nameToken: token(at), start: start)
        finishParameters(use, parameters)
        let own = out.uses[Int(use)].ownBlock
        out.blocks[Int(own)].name = target
        let outer = block
        block = own
        let first = current
        var result = parseExpression()
        // `o => o.x = y`
        if current.kind == .op, CodeOperator.isAssignment(current.payload), at < limit,
            syntax.imports != .python, out.values[Int(result)].kind == .name
        {
            let isCompound = current.payload != CodeOperator.equal
            at += 1
            let outerTarget = target
            target = lastSymbol(result) ?? target
            let value = parseExpression()
            target = outerTarget
            addAssignment(result, value: value, isCompound: isCompound, from: first)
            result = 0
        }
        addReturn(result, owner: own)
        describeResult(use, result)
        block = outer
        out.blocks[Int(own)].end = current.start
        out.uses[Int(use)].end = lastEnd
        return addValue(.function, a: use, start: start, end: lastEnd)
    }

    /// The statements up to `bodyEnd` as a function without a name.
    mutating func parseFunctionBody(
        parameters: Range<Int>, bodyEnd: Int, start: UInt32, name: UInt32
    ) -> UInt32 {
        let use = beginFunction(name: name, nameToken: token(at), start: start)
        finishParameters(use, parameters)
        let own = out.uses[Int(use)].ownBlock
        out.blocks[Int(own)].name = target
        describeBody(use, from: at, to: bodyEnd)
        let outer = block
        let outerTarget = target
        let outerHeader = isHeader
        isHeader = false
        target = 0
        block = own
        guarded { $0.parseStatements(until: bodyEnd) }
        block = outer
        target = outerTarget
        isHeader = outerHeader
        out.blocks[Int(own)].end = token(bodyEnd).start
        out.uses[Int(use)].end = token(bodyEnd).end
        return addValue(.function, a: use, start: start, end: token(bodyEnd).end)
    }

    mutating func finishParameters(_ use: UInt32, _ range: Range<Int>) {
        let own = out.uses[Int(use)].ownBlock
        let outer = block
        let outerTarget = target
        target = 0
        block = own
        let base = pending.count
        addParameters(in: range, owner: own)
        let (first, count) = takePending(base)
        out.uses[Int(use)].arguments = first
        out.uses[Int(use)].argumentCount = count
        block = outer
        target = outerTarget
    }
}
