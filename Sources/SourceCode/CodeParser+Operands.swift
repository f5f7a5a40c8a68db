/// Literals, names, brackets: what stands between operators.
extension CodeParser {
    mutating func parsePrimary(isStatement: Bool = false) -> UInt32 {
        let first = current
        switch first.kind {
        case .string where first.hasSigil && isOp(token(at + 1), CodeOperator.dot):
            // Elixir's `:crypto.hash(…)`.
            at += 1
            let path = UInt32(out.paths.count)
            out.paths.append(symbol(ofString: first))
            return parseChain(
                CodeChain(path: path, count: 1, nameStart: first.start, start: first.start))
        case .string:
            return parsePostfix(parseStrings(), isStatement: false)
        case .templateStart:
            return parsePostfix(parseStrings(), isStatement: false)
        case .number:
            at += 1
            let value = addValue(.number, start: first.start, end: first.end)
            return parsePostfix(value, isStatement: false)
        case .identifier: return parseWord(first, isStatement: isStatement)
        case .open: return parseBracket(first)
        case .op: return parseMarked(first)
        default: return 0
        }
    }

    /// A string, and those that follow it where neighbours are one.
    private mutating func parseStrings() -> UInt32 {
        let first = current
        var value = parseOneString()
        guard traits.contains(.adjacentStrings) else { return value }
        while at < limit, current.kind == .string || current.kind == .templateStart,
            !current.hasSigil,
            !(current.breaksLine
                && (traits.contains(.linesEnd) && braces.isEmpty
                    && pendingDepth == 0))
        {
            let next = parseOneString()
            value = addValue(
                .binary, a: value, b: next, c: joins[0], start: first.start, end: lastEnd)
        }
        return value
    }

    /// How many argument lists are being read.
    private var pendingDepth: Int { limit < tokens.count - 1 ? 1 : 0 }

    private mutating func parseOneString() -> UInt32 {
        let first = current
        if first.kind == .string {
            at += 1
            return addValue(
                .string, a: first.payload, start: first.start, end: first.end)
        }
        let end = close(at)
        at += 1
        let base = pending.count
        let outer = limit
        limit = end
        while at < limit {
            let token = current
            if token.kind == .chunk {
                at += 1
                addPending(addValue(.string, a: token.payload, start: token.start, end: token.end))
            } else if token.kind == .holeOpen {
                let close = close(at)
                let inner = limit
                at += 1
                limit = close
                addPending(parseExpression())
                if isOp(current, CodeOperator.bang) || isOp(current, CodeOperator.colon) {
                    at = limit
                }
                // A format of the value, or more of a statement, follows.
                while at < limit {
                    let before = at
                    _ = parseExpression()
                    if at <= before { at = before + 1 }
                }
                limit = inner
                at = min(close + 1, limit)
            } else {
                at += 1
            }
        }
        limit = outer
        at = min(end + 1, limit)
        let (start, count) = takePending(base)
        return addValue(.template, a: start, b: count, start: first.start, end: lastEnd)
    }

    private mutating func addPending(_ value: UInt32, name: UInt32 = 0) {
        pending.append(
            CodeTables.Argument(
                name: name, value: value, start: out.values[Int(value)].start,
                end: out.values[Int(value)].end))
    }

    /// Moves what was collected since `base` to its place.
    mutating func takePending(_ base: Int) -> (start: UInt32, count: UInt32) {
        let start = UInt32(out.arguments.count)
        out.arguments.append(contentsOf: pending[base...])
        pending.removeSubrange(base...)
        return (start, UInt32(out.arguments.count) - start)
    }

    mutating func addArguments(_ arguments: [CodeTables.Argument]) -> UInt32 {
        let start = UInt32(out.arguments.count)
        out.arguments.append(contentsOf: arguments)
        return start
    }

    // MARK: Words

    private mutating func parseWord(_ first: CodeToken, isStatement: Bool) -> UInt32 {
        let kind = word(first)
        switch kind {
        case .none, .selfReference, .from, .package: break
        case .truth, .falsehood:
            guard !opens(token(at + 1), 40) || token(at + 1).isSpaced else { break }
            at += 1
            return addValue(
                .flag, a: kind == .truth ? 1 : 0, start: first.start, end: first.end)
        case .null:
            at += 1
            // C#'s `default(T)`, `None.get`.
            if opens(current, 40) { at = min(close(at) + 1, limit) }
            return addValue(.null, start: first.start, end: first.end)
        case .construction: return parsePostfix(parseConstruction(), isStatement: false)
        case .function, .lambda:
            if let value = parseAnonymous() { return parsePostfix(value, isStatement: false) }
        case .type:
            // Kotlin's `object : Type { }`, a class as a value.
            if isOp(token(at + 1), CodeOperator.colon) || opens(token(at + 1), 123) {
                return parseObject(first)
            }
        case .branch, .selection, .loop, .block, .otherwise, .elseBranch, .returning, .caseLabel,
            .raising, .doBlock, .end, .then, .header, .variable:
            if let value = parseBranchValue(first) { return value }
            let next = token(at + 1)
            let isName =
                isOp(next, CodeOperator.dot) || isOp(next, CodeOperator.safeDot)
                || isOp(next, CodeOperator.equal) || isOp(next, CodeOperator.comma)
            guard isName || (opens(next, 40) && !next.isSpaced && kind == .header) else {
                // A statement in the place of a value: the loop of statements goes on with it.
                return 0
            }
        default: break
        }
        return parsePath(first, isStatement: isStatement)
    }

    private mutating func parsePath(_ first: CodeToken, isStatement: Bool) -> UInt32 {
        // `x => …`, `x -> …`
        let next = token(at + 1)
        if next.kind == .op, isLambdaArrow(next), !isHeader {
            let head = at
            at += 2
            return parseLambdaBody(parameters: head..<(head + 1), start: first.start)
        }
        if syntax.imports == .php, opens(next, 40), isWord("array", first) {
            at += 1
            return parsePostfix(parseListOrEntries(), isStatement: false)
        }
        let path = UInt32(out.paths.count)
        out.paths.append(first.payload)
        at += 1
        let start = first.hasSigil && first.start > 0 ? first.start - 1 : first.start
        var chain = CodeChain(path: path, count: 1, nameStart: start, start: start)
        chain.isStatement = isStatement
        return parseChain(chain)
    }

    private func isLambdaArrow(_ token: CodeToken) -> Bool {
        token.payload == CodeOperator.fatArrow && traits.contains(.fatArrow)
            || token.payload == CodeOperator.arrow && traits.contains(.thinArrow)
    }

    private mutating func parseObject(_ first: CodeToken) -> UInt32 {
        at += 1
        var path = (path: UInt32(0), count: UInt32(0))
        if isOp(current, CodeOperator.colon) {
            path = parseTypeName(after: 1)
            if opens(current, 40) { _ = parseArguments() }
        }
        while at < limit, !opens(current, 123), !endsStatement(current) { at += 1 }
        let value = addCall(
            .construction, path: path.path, count: path.count, nameStart: first.start,
            nameEnd: lastEnd, start: first.start, arguments: (0, 0))
        if opens(current, 123) { parseBody(of: .type, name: 0) }
        return value
    }

    /// The statements in the braces here, as a block.
    mutating func parseBody(of kind: CodeTables.Block.Kind, name: UInt32) {
        let end = close(at)
        let outer = block
        let outerTarget = target
        let outerHeader = isHeader
        isHeader = false
        target = 0
        block = addBlock(kind, name: name, start: current.start)
        let own = block
        at += 1
        guarded { $0.parseStatements(until: end) }
        out.blocks[Int(own)].end = token(end).start
        block = outer
        target = outerTarget
        isHeader = outerHeader
        at = min(end + 1, limit)
    }

    /// Reads a value one level deeper, or not at all.
    mutating func deeper(_ body: (inout CodeParser) -> UInt32) -> UInt32 {
        guard depth + 1 < limits.maxDepth else {
            faults.insert(.tooDeep)
            skipOperand()
            return 0
        }
        depth += 1
        defer { depth -= 1 }
        return body(&self)
    }

    /// Runs `body` one level deeper, or not at all.
    mutating func guarded(_ body: (inout CodeParser) -> Void) {
        guard depth + 2 < limits.maxDepth else {
            faults.insert(.tooDeep)
            return
        }
        depth += 2
        body(&self)
        depth -= 2
    }

    // MARK: Brackets

    private mutating func parseBracket(_ first: CodeToken) -> UInt32 {
        let end = close(at)
        switch first.payload {
        case 40:
            let next = token(end + 1)
            if next.kind == .op, isLambdaArrow(next), !isHeader {
                let head = (at + 1)..<max(end, at + 1)
                at = min(end + 2, limit)
                return parsePostfix(
                    parseLambdaBody(parameters: head, start: first.start), isStatement: false)
            }
            // A typed head: `(a: T): R => …`
            if traits.contains(.fatArrow), isOp(next, CodeOperator.colon),
                let arrow = arrow(after: end + 1)
            {
                let head = (at + 1)..<max(end, at + 1)
                at = min(arrow + 1, limit)
                return parseLambdaBody(parameters: head, start: first.start)
            }
            return parseGroup(first, end)
        case 91:
            if traits.contains(.messages) { return parseMessageOrLambda(first, end) }
            if syntax.imports == .powershell { return parseTypeLiteral(first, end) }
            if syntax.imports == .go, close(at) == at + 1 || token(at + 1).kind == .number {
                return parseSliceLiteral(first, end)
            }
            return parsePostfix(parseListOrEntries(), isStatement: false)
        default:
            if syntax.imports == .elixir {
                return parsePostfix(parseTuple(), isStatement: false)
            }
            if traits.contains(.braceLambdas) {
                return parsePostfix(parseBraceLambda(), isStatement: false)
            }
            return parsePostfix(parseElements(.map), isStatement: false)
        }
    }

    /// Index of an arrow within few tokens.
    private func arrow(after start: Int) -> Int? {
        for index in start..<(start + 12) {
            let token = token(index)
            if isOp(token, CodeOperator.fatArrow) { return index }
            guard
                token.kind == .identifier || isOp(token, CodeOperator.colon)
                    || isOp(token, CodeOperator.less) || isOp(token, CodeOperator.greater)
                    || isOp(token, CodeOperator.dot) || isOp(token, CodeOperator.bar)
            else { return nil }
        }
        return nil
    }

    private mutating func parseGroup(_ first: CodeToken, _ end: Int) -> UInt32 {
        let list = parseElements(.list)
        let elements = out.values[Int(list)]
        // A cast stands before an operand.
        if traits.contains(.casts), elements.b == 1, at < limit, !current.breaksLine {
            let next = current
            let isOperand =
                next.kind == .identifier && word(next) != .infix && word(next) != .disjunction
                || next.kind == .string || next.kind == .number || next.kind == .templateStart
                || opens(next, 40) || (opens(next, 91) && traits.contains(.messages))
            let inner = out.values[Int(out.arguments[Int(elements.a)].value)]
            if isOperand, inner.kind == .name || inner.kind == .unknown || inner.kind == .binary {
                return deeper { $0.parseUnary() }
            }
            if opens(next, 123), syntax.imports == .include { return parseElements(.list) }
        }
        let isTuple = end > 0 && isOp(tokens[max(end - 1, 0)], CodeOperator.comma)
        if elements.b == 1, !isTuple {
            let inner = out.arguments[Int(elements.a)]
            if inner.name == 0 { return parsePostfix(inner.value, isStatement: false) }
        }
        return parsePostfix(list, isStatement: false)
    }

    /// `{ a, b -> … }`, `{ a in … }`, `{ |a| … }`, `{ … }`.
    mutating func parseBraceLambda() -> UInt32 {
        let start = current.start
        let open = at
        let end = close(at)
        var body = open + 1
        var parameters = (open + 1)..<(open + 1)
        var index = open + 1
        if isOp(token(index), CodeOperator.bar) {
            index += 1
            while index < end, !isOp(token(index), CodeOperator.bar), index - open < 40 {
                index += 1
            }
            parameters = (open + 2)..<max(index, open + 2)
            body = index + 1
        } else {
            while index < end, index - open < 60 {
                let token = token(index)
                let isArrow = isOp(token, CodeOperator.arrow) || isOp(token, CodeOperator.fatArrow)
                let isIn =
                    token.kind == .identifier && word(token) == .infix
                    && token.end &- token.start == 2 && syntax.imports == .swift
                if isArrow || isIn {
                    // Swift's `(a) -> Bool in` has an arrow before its `in`.
                    if isArrow, syntax.imports == .swift {
                        index += 1
                        continue
                    }
                    parameters = (open + 1)..<index
                    body = index + 1
                    break
                }
                if token.kind == .open, token.payload != 123 {
                    index = close(index) + 1
                    continue
                }
                guard
                    token.kind == .identifier || isOp(token, CodeOperator.comma)
                        || isOp(token, CodeOperator.colon) || isOp(token, CodeOperator.dot)
                        || isOp(token, CodeOperator.less) || isOp(token, CodeOperator.greater)
                        || isOp(token, CodeOperator.question) || isOp(token, CodeOperator.equal)
                else { break }
                if word(token) == .returning || word(token) == .variable { break }
                index += 1
            }
        }
        at = min(body, limit)
        let value = parseFunctionBody(
            parameters: parameters, bodyEnd: end, start: start, name: 0)
        at = min(end + 1, limit)
        return value
    }

    // MARK: Marks

    private mutating func parseMarked(_ first: CodeToken) -> UInt32 {
        let next = token(at + 1)
        switch first.payload {
        case CodeOperator.dot, CodeOperator.colons:
            guard next.kind == .identifier, !next.isSpaced else { break }
            at += 1
            if first.payload == CodeOperator.colons {
                return parsePath(next, isStatement: false)
            }
            let path = UInt32(out.paths.count)
            out.paths.append(next.payload)
            at += 1
            var chain = CodeChain(
                path: path, count: 1, nameStart: next.start, start: first.start)
            chain.base = CodeTables.unknownBase
            return parseChain(chain)
        case CodeOperator.at:
            let isFlag = word(next) == .truth || word(next) == .falsehood
            if next.kind == .open || next.kind == .string || next.kind == .number || isFlag {
                at += 1
                return parsePrimaryAfterMark(next)
            }
        case CodeOperator.percent where next.kind == .open || next.kind == .identifier:
            at += 1
            if next.kind == .identifier { at += 1 }
            if opens(current, 123) { return parsePostfix(parseElements(.map), isStatement: false) }
            return 0
        case CodeOperator.arrow where syntax.imports != .ruby: at += 1
        case CodeOperator.arrow:
            // Ruby's `->(x) { }`.
            at += 1
            var head = at..<at
            if opens(current, 40) {
                head = (at + 1)..<max(close(at), at + 1)
                at = min(close(at) + 1, limit)
            }
            return parseLambdaBody(parameters: head, start: first.start)
        case CodeOperator.bar, CodeOperator.or:
            guard traits.contains(.barLambdas) else { break }
            return parseBarLambda(first)
        case CodeOperator.caret where next.kind == .open:
            at += 1
            return parseMessageOrLambda(current, close(at))
        case CodeOperator.less where syntax.imports == .javascript: at += 1
        case CodeOperator.append where syntax.imports == .elixir:
            at += 1
            return parseExpression()
        default: break
        }
        return 0
    }

    private mutating func parsePrimaryAfterMark(_ next: CodeToken) -> UInt32 {
        if next.kind == .open {
            return parsePostfix(
                parseElements(next.payload == 123 ? .map : .list), isStatement: false)
        }
        return parsePrimary()
    }

    private mutating func parseBarLambda(_ first: CodeToken) -> UInt32 {
        var head = (at + 1)..<(at + 1)
        if first.payload == CodeOperator.bar {
            var index = at + 1
            while index < limit, index - at < 60, !isOp(token(index), CodeOperator.bar) {
                index += 1
            }
            head = (at + 1)..<index
            at = min(index + 1, limit)
        } else {
            at += 1
        }
        if isOp(current, CodeOperator.arrow) { _ = parseTypeName(after: 1) }
        return parseLambdaBody(parameters: head, start: first.start)
    }
}
