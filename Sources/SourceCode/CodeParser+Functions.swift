/// Declarations of functions, functions as values, their parameters and bodies.
extension CodeParser {
    /// `def name(…)`, `func (r T) name(…)`, `function name(…)`; `false` when it has no name.
    mutating func parseFunction() -> Bool {
        let start = at
        var index = at + 1
        if isOp(token(index), CodeOperator.star) { index += 1 }
        while word(token(index)) == .modifier, token(index + 1).kind == .identifier { index += 1 }
        if isOp(token(index), CodeOperator.less), let end = genericEnd(index) { index = end + 1 }
        var receiver: Range<Int>?
        if traits.contains(.receivers), opens(token(index), 40) {
            guard token(close(index) + 1).kind == .identifier else { return false }
            receiver = (index + 1)..<max(close(index), index + 1)
            index = close(index) + 1
        }
        var name = token(index)
        // `init(…)` and `constructor(…)` are their own names.
        if name.kind != .identifier {
            guard
                opens(name, 40) || isOp(name, CodeOperator.question)
                    || isOp(name, CodeOperator.bang),
                isWord("init", token(start))
                    || isWord("constructor", token(start))
            else { return false }
            name = token(start)
            index = start
            if !opens(token(index + 1), 40) { index += 1 }
        }
        while isOp(token(index + 1), CodeOperator.dot)
            || isOp(token(index + 1), CodeOperator.colons)
            || (isOp(token(index + 1), CodeOperator.colon) && traits.contains(.literalCalls)),
            token(index + 2).kind == .identifier
        {
            index += 2
            name = token(index)
        }
        if isOp(token(index + 1), CodeOperator.equal), syntax.imports == .ruby,
            opens(token(index + 2), 40)
        {
            index += 1
        }
        at = min(index + 1, limit)
        parseFunctionRest(
            name: name.payload, nameToken: name, start: token(start).start,
            column: traits.contains(.indented) ? lineColumn(start) : 0, receiver: receiver)
        return true
    }

    /// `name(…) { … }` where declarations stand.
    mutating func parseBareFunction() -> Bool {
        guard traits.contains(.bareFunctions) else { return false }
        var index = at
        let name = token(index)
        guard name.kind == .identifier || name.kind == .string else { return false }
        index += 1
        if isOp(token(index), CodeOperator.less), let end = genericEnd(index) { index = end + 1 }
        guard opens(token(index), 40) else {
            // `Type.name(…) {` and `Type::name(…) {` of C++.
            guard syntax.imports == .include, isOp(token(index), CodeOperator.colons) else {
                return false
            }
            while isOp(token(index), CodeOperator.colons) { index += 2 }
            guard opens(token(index), 40), opens(token(close(index) + 1), 123) else {
                return false
            }
            at = index - 1
            parseFunctionAt(name: token(index - 1))
            return true
        }
        let owner = out.blocks[Int(out.blocks[Int(block)].owner)].kind
        let next = token(close(index) + 1)
        let isHead =
            opens(next, 123) || word(next) == .header
            || (isOp(next, CodeOperator.colon) && syntax.imports != .javascript
                && owner != .function)
            || (isOp(next, CodeOperator.colon) && syntax.imports == .javascript
                && owner == .type)
        guard isHead, owner != .function || syntax.imports == .javascript else { return false }
        // `it("…", () => { })` has no brace behind its arguments, `foo(x) {` has.
        at = index
        parseFunctionRest(
            name: name.kind == .string ? symbol(ofString: name) : name.payload, nameToken: name,
            start: name.start, column: 0, receiver: nil)
        return true
    }

    /// A function whose name is the token here.
    mutating func parseFunctionAt(name: CodeToken) {
        at += 1
        parseFunctionRest(
            name: name.payload, nameToken: name, start: name.start, column: 0, receiver: nil)
    }

    /// Parameters, what stands between them and the body, the body.
    private mutating func parseFunctionRest(
        name: UInt32, nameToken: CodeToken, start: UInt32, column: Int, receiver: Range<Int>?
    ) {
        let use = beginFunction(name: name, nameToken: nameToken, start: start)
        let own = out.uses[Int(use)].ownBlock
        let outer = block
        let outerTarget = target
        target = 0
        block = own
        let base = pending.count
        if let receiver { addParameters(in: receiver, owner: own) }
        pending.removeSubrange(base...)
        if isOp(current, CodeOperator.less), let end = genericEnd(at) { at = end + 1 }
        if opens(current, 91), syntax.imports == .scala || syntax.imports == .go {
            at = min(close(at) + 1, limit)
        }
        var lists = 0
        while opens(current, 40), lists < 4,
            !(current.breaksLine && traits.contains(.linesEnd) && lists > 0)
        {
            lists += 1
            let end = close(at)
            if syntax.imports == .go, lists > 1 {
                at = min(end + 1, limit)
                continue
            }
            addParameters(in: (at + 1)..<max(end, at + 1), owner: own)
            at = min(end + 1, limit)
        }
        if lists == 0, traits.contains(.indented), !current.breaksLine,
            !isOp(current, CodeOperator.colon), current.kind == .identifier,
            word(current) == .none
        {
            // Ruby's `def name a, b`.
            var end = at
            while end < limit, !token(end).breaksLine, word(token(end)) != .doBlock { end += 1 }
            addParameters(in: at..<end, owner: own)
            at = end
        }
        let (first, count) = takePending(base)
        out.uses[Int(use)].arguments = first
        out.uses[Int(use)].argumentCount = count
        block = outer
        passHead()
        target = outerTarget
        enterFunction(use, column: column)
    }

    /// Notes a function and makes its block.
    mutating func beginFunction(name: UInt32, nameToken: CodeToken, start: UInt32) -> UInt32 {
        var use = CodeTables.Use(
            kind: .function, nameStart: nameToken.start, nameEnd: nameToken.end, start: start,
            end: nameToken.end, block: block)
        use.path = UInt32(out.paths.count)
        use.pathCount = name == 0 ? 0 : 1
        if name != 0 { out.paths.append(name) }
        use.target = target
        let index = addUse(use)
        let own = addBlock(.function, name: name, start: start)
        out.blocks[Int(own)].use = Int32(index)
        if name != 0, isTestName(name) { out.blocks[Int(own)].isTest = true }
        out.uses[Int(index)].ownBlock = own
        return index
    }

    private func isTestName(_ symbol: UInt32) -> Bool {
        let name = out.symbols.bytes(symbol)
        guard name.count > 4, let first = name.first, first | 0x20 == 116 else { return false }
        let start = name.prefix(4).map { $0 | 0x20 }
        let next = name[name.startIndex + 4]
        return start == Array("test".utf8) && (next == 95 || (65...90).contains(next))
    }

    /// From the parameters to the body: a result type, `throws X`, `where …`, `: base(…)`.
    mutating func passHead() {
        if traits.contains(.literalCalls) { return }
        for _ in 0..<200 {
            let token = current
            switch token.kind {
            case .end, .close, .holeClose: return
            case .open:
                if token.payload == 123 { return }
                at = min(close(at) + 1, limit)
                continue
            case .op:
                let isBody =
                    token.payload == CodeOperator.equal || token.payload == CodeOperator.fatArrow
                    || token.payload == CodeOperator.semicolon
                if isBody { return }
                if token.payload == CodeOperator.colon, traits.contains(.indented),
                    self.token(at + 1).breaksLine || syntax.imports == .python
                {
                    return
                }
                if token.payload == CodeOperator.arrow, syntax.imports == .python {
                    at += 1
                    while at < limit, !isOp(current, CodeOperator.colon), !current.breaksLine {
                        at = current.kind == .open ? min(close(at) + 1, limit) : at + 1
                    }
                    return
                }
                if token.payload == CodeOperator.comma, syntax.imports == .elixir { return }
            default: break
            }
            if token.breaksLine, traits.contains(.indented) { return }
            if token.breaksLine, traits.contains(.linesEnd), word(token) != .header { return }
            if word(token) == .doBlock { return }
            at += 1
        }
    }

    /// The body: braces, deeper lines, or one expression.
    private mutating func enterFunction(_ use: UInt32, column: Int) {
        let own = out.uses[Int(use)].ownBlock
        if opens(current, 123) {
            let end = close(at)
            describeBody(use, from: at + 1, to: end)
            out.uses[Int(use)].end = token(end).end
            if readsBodiesInline {
                readsBodiesInline = false
                let outer = block
                let outerTarget = target
                target = 0
                block = own
                at += 1
                guarded { $0.parseStatements(until: end) }
                block = outer
                target = outerTarget
                at = min(end + 1, limit)
            } else {
                enter(own, column: 0)
            }
            return
        }
        readsBodiesInline = false
        let isElixirBody = isOp(current, CodeOperator.comma) && syntax.imports == .elixir
        if isOp(current, CodeOperator.equal) || isOp(current, CodeOperator.fatArrow)
            || isElixirBody
        {
            at += 1
            if isElixirBody, word(current) == .doBlock { at += 1 }
            if isOp(current, CodeOperator.colon) { at += 1 }
            if opens(current, 123), syntax.imports == .scala {
                describeBody(use, from: at + 1, to: close(at))
                enter(own, column: 0)
                return
            }
            let outer = block
            let outerTarget = target
            block = own
            target = out.blocks[Int(own)].name
            let from = at
            let value = parseExpression()
            addReturn(value, owner: own)
            describeResult(use, value)
            if at == from { at = from }
            block = outer
            target = outerTarget
            out.blocks[Int(own)].end = current.start
            out.uses[Int(use)].end = lastEnd
            return
        }
        guard traits.contains(.indented) else {
            // A declaration without a body.
            out.blocks[Int(own)].end = current.start
            out.uses[Int(use)].body = .absent
            return
        }
        if isOp(current, CodeOperator.colon) || word(current) == .doBlock { at += 1 }
        let end = indentedEnd(column)
        describeBody(use, from: at, to: end)
        out.uses[Int(use)].end = end > 0 ? tokens[min(end, tokens.count) - 1].end : lastEnd
        indents.append((column, block))
        block = own
    }

    /// Index of the first token of the first line that is not deeper, looking at few tokens.
    func indentedEnd(_ column: Int) -> Int {
        var index = at
        while index < limit, index - at < 24 {
            if tokens[index].breaksLine, self.column(tokens[index]) <= column { return index }
            index += 1
        }
        return index
    }

    /// Says what the body does when it is nothing, or one `return`.
    mutating func describeBody(_ use: UInt32, from: Int, to end: Int) {
        var index = from
        var end = end
        while index < end, isOp(token(index), CodeOperator.semicolon) { index += 1 }
        while end > index,
            isOp(token(end - 1), CodeOperator.semicolon) || word(token(end - 1)) == .end
        {
            end -= 1
        }
        // A text alone at the start explains.
        if token(index).kind == .string, index + 1 < end, token(index + 1).breaksLine {
            index += 1
        }
        guard index < end else {
            out.uses[Int(use)].body = .empty
            return
        }
        let first = token(index)
        if index + 1 == end, isWord("pass", first) || isOp(first, CodeOperator.spread) {
            out.uses[Int(use)].body = .empty
            return
        }
        var value = index
        if word(first) == .returning {
            value += 1
            if value == end {
                out.uses[Int(use)].body = .empty
                return
            }
        } else if !traits.contains(.lastValueReturns) {
            if word(first) == .raising { out.uses[Int(use)].body = .raising }
            return
        }
        guard value + 1 == end || (value + 2 == end && opens(token(value), 40)) else {
            if word(first) == .raising { out.uses[Int(use)].body = .raising }
            return
        }
        let token = token(value)
        let kind = word(token)
        let result: UInt32
        switch token.kind {
        case .identifier where kind == .truth || kind == .falsehood:
            result = addValue(
                .flag, a: kind == .truth ? 1 : 0, start: token.start, end: token.end)
        case .identifier where kind == .null:
            result = addValue(.null, start: token.start, end: token.end)
        case .identifier:
            let path = UInt32(out.paths.count)
            out.paths.append(token.payload)
            result = addValue(
                .name, a: path, b: 1, c: out.uses[Int(use)].ownBlock, start: token.start,
                end: token.end)
        case .number: result = addValue(.number, start: token.start, end: token.end)
        case .string:
            result = addValue(.string, a: token.payload, start: token.start, end: token.end)
        default: return
        }
        out.uses[Int(use)].body = .returns
        out.uses[Int(use)].bodyValue = result
    }

    mutating func describeResult(_ use: UInt32, _ value: UInt32) {
        switch out.values[Int(value)].kind {
        case .flag, .null, .number, .string, .name:
            out.uses[Int(use)].body = .returns
            out.uses[Int(use)].bodyValue = value
        // Scala's `()`.
        case .list where out.values[Int(value)].b == 0 && syntax.imports == .scala:
            out.uses[Int(use)].body = .empty
        case .map where out.values[Int(value)].b == 0: out.uses[Int(use)].body = .empty
        default: break
        }
    }
}
