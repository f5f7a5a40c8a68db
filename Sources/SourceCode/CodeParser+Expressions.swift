/// Operands with operators between.
extension CodeParser {
    /// Appends a value and gives its index.
    mutating func addValue(
        _ kind: CodeTables.Value.Kind, a: UInt32 = 0, b: UInt32 = 0, c: UInt32 = 0,
        base: Int32 = CodeTables.noBase, start: UInt32, end: UInt32
    ) -> UInt32 {
        out.values.append(
            CodeTables.Value(kind: kind, a: a, b: b, c: c, base: base, start: start, end: end))
        return UInt32(out.values.count - 1)
    }

    /// The end of the last token that was read.
    var lastEnd: UInt32 { at > 0 ? tokens[min(at, tokens.count) - 1].end : 0 }

    /// One expression; leaves what cannot be part of it.
    mutating func parseExpression(isStatement: Bool = false) -> UInt32 {
        guard depth < limits.maxDepth else {
            faults.insert(.tooDeep)
            skipOperand()
            return 0
        }
        depth += 1
        defer { depth -= 1 }
        var value = parseUnary(isStatement: isStatement)
        while at < limit {
            let token = current
            if token.kind == .identifier {
                let kind = word(token)
                if kind == .infix || kind == .disjunction {
                    if token.breaksLine, endsStatement(token) { break }
                    if opens(self.token(at + 1), 123), traits.contains(.valueBranches),
                        isWord("match", token)
                    {
                        at += 1
                        value = deeper { $0.parsePostfix($0.parseArms(), isStatement: false) }
                        continue
                    }
                    // The `in` of a lambda's head and of a loop's head ends the operand.
                    at += 1
                    let right = parseUnary()
                    value =
                        kind == .disjunction
                        ? either(value, right) : infix(token, value, right)
                    continue
                }
                if kind == .branch, isTernaryOfPython(token) {
                    value = parsePythonTernary(value)
                    continue
                }
                break
            }
            guard token.kind == .op,
                CodeOperator.isBinary(token.payload)
                    || token.payload == CodeOperator.question
            else { break }
            if token.breaksLine, traits.contains(.linesEnd), breaksBefore(token) { break }
            if token.payload == CodeOperator.question {
                guard traits.contains(.ternary) else { break }
                value = parseTernary(value)
                continue
            }
            if token.payload == CodeOperator.spread, self.token(at + 1).kind == .close {
                at += 1
                continue
            }
            if token.payload == CodeOperator.dot, !joins.contains(CodeOperator.dot) { break }
            if token.payload == CodeOperator.range, traits.contains(.typeFirst),
                self.token(at + 1).kind == .identifier
            {
                parseCascade(value)
                continue
            }
            value = parseBinary(token, value)
        }
        return value
    }

    /// Dart's `value..name = x..call()`: each part has the same receiver.
    private mutating func parseCascade(_ receiver: UInt32) {
        at += 1
        let first = current
        at += 1
        let known = out.values[Int(receiver)]
        let path = UInt32(out.paths.count)
        out.paths.append(first.payload)
        var chain = CodeChain(
            path: path, count: 1, nameStart: first.start, start: first.start)
        chain.base = known.kind == .call ? Int32(known.a) : CodeTables.unknownBase
        chain.receiver = receiver
        let part = parseChain(chain)
        guard current.kind == .op, CodeOperator.isAssignment(current.payload) else { return }
        at += 1
        let outer = target
        target = first.payload
        let value = parseUnary()
        target = outer
        addAssignment(part, value: value, isCompound: false, from: first)
    }

    /// Whether an operator that begins a line begins a statement.
    private func breaksBefore(_ token: CodeToken) -> Bool {
        switch token.payload {
        case CodeOperator.star, CodeOperator.ampersand, CodeOperator.minus, CodeOperator.plus,
            CodeOperator.less, CodeOperator.percent, CodeOperator.leftArrow,
            CodeOperator.slash:
            !self.token(at + 1).isSpaced
        case CodeOperator.pipe, CodeOperator.diamond: false
        default: traits.contains(.indented)
        }
    }

    private func isTernaryOfPython(_ token: CodeToken) -> Bool {
        syntax.imports == .python && !token.breaksLine
    }

    private mutating func parsePythonTernary(_ value: UInt32) -> UInt32 {
        at += 1
        let condition = parseExpression()
        guard word(current) == .otherwise else { return value }
        at += 1
        let other = parseExpression()
        return addValue(
            .conditional, a: condition, b: value, c: other, start: out.values[Int(value)].start,
            end: lastEnd)
    }

    private mutating func parseTernary(_ condition: UInt32) -> UInt32 {
        at += 1
        let outer = isHeader
        isHeader = false
        let first = parseExpression()
        isHeader = outer
        guard isOp(current, CodeOperator.colon) else { return first }
        at += 1
        let second = parseExpression()
        return addValue(
            .conditional, a: condition, b: first, c: second,
            start: out.values[Int(condition)].start, end: lastEnd)
    }

    private mutating func either(_ left: UInt32, _ right: UInt32) -> UInt32 {
        addValue(
            .alternatives, a: left, b: right, start: out.values[Int(left)].start, end: lastEnd)
    }

    private mutating func infix(_ token: CodeToken, _ left: UInt32, _ right: UInt32) -> UInt32 {
        if isWord("as", token) { return left }
        return addValue(.unknown, start: out.values[Int(left)].start, end: lastEnd)
    }

    private mutating func parseBinary(_ token: CodeToken, _ left: UInt32) -> UInt32 {
        at += 1
        if token.payload == CodeOperator.pipe { return parsePipe(left) }
        let right = parseUnary()
        let start = out.values[Int(left)].start
        switch token.payload {
        case CodeOperator.or where joins.contains(CodeOperator.or): break
        case CodeOperator.or, CodeOperator.coalesce, CodeOperator.elvis:
            return either(left, right)
        case CodeOperator.equals, CodeOperator.identical, CodeOperator.unequal,
            CodeOperator.unidentical:
            addComparison(token, left, right)
        default: break
        }
        return addValue(
            .binary, a: left, b: right, c: token.payload, start: start, end: lastEnd)
    }

    /// Notes a comparison of two things neither of which is a literal.
    private mutating func addComparison(_ token: CodeToken, _ left: UInt32, _ right: UInt32) {
        let kinds = [out.values[Int(left)].kind, out.values[Int(right)].kind]
        guard kinds.allSatisfy({ $0 == .name || $0 == .call || $0 == .unknown }) else { return }
        var use = CodeTables.Use(
            kind: .comparison, nameStart: token.start, nameEnd: token.end,
            start: out.values[Int(left)].start, end: lastEnd, block: block)
        use.path = UInt32(out.paths.count)
        use.pathCount = 1
        out.paths.append(out.symbols.intern("=="))
        use.arguments = addArguments(
            [left, right].map {
                CodeTables.Argument(
                    name: 0, value: $0, start: out.values[Int($0)].start,
                    end: out.values[Int($0)].end)
            })
        use.argumentCount = 2
        use.target = target
        addUse(use)
    }

    /// `x |> f(y)`: x is the first argument.
    private mutating func parsePipe(_ left: UInt32) -> UInt32 {
        let before = out.uses.count
        let right = parseUnary()
        let value = out.values[Int(right)]
        guard value.kind == .call, Int(value.a) >= before else { return right }
        var use = out.uses[Int(value.a)]
        let piped = CodeTables.Argument(
            name: 0, value: left, start: out.values[Int(left)].start,
            end: out.values[Int(left)].end)
        let old = out.arguments[Int(use.arguments)..<Int(use.arguments + use.argumentCount)]
        use.arguments = addArguments([piped] + old)
        use.argumentCount += 1
        out.uses[Int(value.a)] = use
        return right
    }

    /// Marks and words that may stand before an operand.
    mutating func parseUnary(isStatement: Bool = false) -> UInt32 {
        var isNegated = false
        var isMinus = false
        let start = current.start
        var marks = 0
        while at < limit, marks < 64 {
            marks += 1
            let token = current
            if token.kind == .op {
                switch token.payload {
                case CodeOperator.bang:
                    isNegated.toggle()
                    at += 1
                    continue
                case CodeOperator.minus:
                    if traits.contains(.foldsCase), syntax.imports == .powershell { break }
                    isMinus.toggle()
                    at += 1
                    continue
                case CodeOperator.plus, CodeOperator.star, CodeOperator.ampersand,
                    CodeOperator.tilde, CodeOperator.spread, CodeOperator.power,
                    CodeOperator.and, CodeOperator.increment, CodeOperator.decrement,
                    CodeOperator.range, CodeOperator.leftArrow, CodeOperator.backslash,
                    CodeOperator.bangs, CodeOperator.dollar:
                    at += 1
                    continue
                default: break
                }
                break
            }
            let kind = word(token)
            if kind == .negation {
                isNegated.toggle()
                at += 1
                continue
            }
            if kind == .variable, marks > 1, self.token(at + 1).kind == .identifier {
                at += 1
                continue
            }
            if kind == .prefix || kind == .modifier,
                !isOp(self.token(at + 1), CodeOperator.fatArrow), !opensCall(at + 1)
            {
                at += 1
                continue
            }
            break
        }
        let isStep = at > 0 && isStepOperator(tokens[at - 1]) && marks > 1
        let wasRange = marks > 1 && at > 0 && isWord("range", tokens[at - 1])
        var value = parsePrimary(isStatement: isStatement)
        if isStep || isStepOperator(current) && !current.breaksLine && at < limit {
            noteStep(value)
            if isStepOperator(current) { at += 1 }
        }
        // What a loop takes out of a list is not the list.
        if wasRange, syntax.imports == .go { value = 0 }
        guard isNegated || isMinus else { return value }
        return addValue(
            .unary, a: value, b: isNegated ? 1 : 0, start: start, end: lastEnd)
    }

    private func isStepOperator(_ token: CodeToken) -> Bool {
        isOp(token, CodeOperator.increment) || isOp(token, CodeOperator.decrement)
    }

    /// `i++` gives a name a value that is not known.
    private mutating func noteStep(_ value: UInt32) {
        let name = out.values[Int(value)]
        guard name.kind == .name, name.base == CodeTables.noBase,
            let symbol = lastSymbol(value)
        else { return }
        addVariable(symbol, position: name.start, value: 0, isCompound: true)
    }

    private func opensCall(_ index: Int) -> Bool {
        opens(token(index), 40) && !token(index).isSpaced
            && word(token(index - 1)) == .modifier
    }

    /// Passes over one operand without looking into it.
    mutating func skipOperand() {
        guard at < limit else { return }
        let kind = current.kind
        at = kind == .open || kind == .templateStart ? min(close(at) + 1, limit) : at + 1
    }
}
