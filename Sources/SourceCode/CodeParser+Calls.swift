/// What follows an operand: members, arguments, indexes, blocks.
extension CodeParser {
    /// Members and calls on a value that is no name.
    mutating func parsePostfix(_ value: UInt32, isStatement: Bool) -> UInt32 {
        guard at < limit, let member = memberName() else {
            // `(f)(x)`, `f()[0]`.
            if at < limit, opens(current, 91), !current.isSpaced, !current.breaksLine {
                while at < limit, opens(current, 91), !current.isSpaced, !current.breaksLine {
                    at = min(close(at) + 1, limit)
                }
                return deeper { $0.parsePostfix(0, isStatement: false) }
            }
            return value
        }
        let start = out.values[Int(value)].start
        let path = UInt32(out.paths.count)
        out.paths.append(member.payload)
        var chain = CodeChain(path: path, count: 1, nameStart: member.start, start: start)
        let known = out.values[Int(value)]
        chain.base = known.kind == .call ? Int32(known.a) : CodeTables.unknownBase
        chain.receiver = value
        return parseChain(chain)
    }

    /// The name after a member operator, which is passed; `nil` when there is none.
    private mutating func memberName() -> CodeToken? {
        var index = at
        // `x!.y`, `x?.y`
        while isOp(token(index), CodeOperator.bang) || isOp(token(index), CodeOperator.bangs)
            || isOp(token(index), CodeOperator.question),
            isMember(token(index + 1)), !token(index).isSpaced
        {
            index += 1
        }
        let mark = token(index)
        guard isMember(mark) else { return nil }
        if joins.contains(CodeOperator.dot), mark.payload == CodeOperator.dot { return nil }
        if mark.payload == CodeOperator.arrow,
            traits.contains(.linesEnd) || traits.contains(.thinArrow)
                || syntax.imports == .rust
        {
            return nil
        }
        var name = token(index + 1)
        if syntax.imports == .perl, mark.payload == CodeOperator.arrow, name.kind == .open {
            // The loop sees the bracket next.
            at = index + 1
            return nil
        }
        if mark.payload == CodeOperator.colon,
            name.isSpaced || mark.isSpaced
                || !opensCallArgument(token(index + 2))
        {
            return nil
        }
        // `Vec::<u8>::new()`
        if mark.payload == CodeOperator.colons, isOp(name, CodeOperator.less),
            let end = genericEnd(index + 1)
        {
            if isMember(token(end + 1)) {
                index = end + 1
                name = token(index + 1)
            } else {
                at = end + 1
                return nil
            }
        }
        guard name.kind == .identifier else { return nil }
        if name.breaksLine, name.isSpaced, mark.payload == CodeOperator.dot,
            !mark.breaksLine, traits.contains(.linesEnd), syntax.imports != .go
        {
            return nil
        }
        at = index + 2
        return name
    }

    private func opensCallArgument(_ token: CodeToken) -> Bool {
        token.kind == .open && token.payload != 91 || token.kind == .string
    }

    private func isMember(_ token: CodeToken) -> Bool {
        guard token.kind == .op else { return false }
        switch token.payload {
        case CodeOperator.dot, CodeOperator.safeDot, CodeOperator.colons, CodeOperator.rubySafe,
            CodeOperator.phpSafe:
            return true
        case CodeOperator.arrow: return true
        // Lua's `a:b()`.
        case CodeOperator.colon: return traits.contains(.literalCalls)
        // PHP's `\A\B`.
        case CodeOperator.backslash: return syntax.imports == .php
        default: return false
        }
    }

    /// A name and all that follows it.
    mutating func parseChain(_ first: CodeChain) -> UInt32 {
        var chain = first
        chain.nameEnd = lastEnd
        while at < limit {
            let token = current
            let before = at
            if let member = memberName() {
                if chain.count == 0 { chain.nameStart = member.start }
                extend(&chain, member.payload)
                chain.nameEnd = member.end
                continue
            }
            if at > before { continue }
            if token.kind == .open {
                if token.payload == 123, entryMember(&chain) { continue }
                if token.payload == 91, !token.breaksLine, indexMember(&chain) { continue }
                if callsHere(token) {
                    let arguments = parseCallArguments(chain)
                    chain = finishCall(chain, arguments)
                    continue
                }
                if token.payload == 123, let arguments = blockArguments(chain) {
                    chain = finishCall(chain, arguments)
                    continue
                }
            } else if token.kind == .op {
                if isOp(token, CodeOperator.less), traits.contains(.angleGenerics),
                    !token.isSpaced || syntax.imports == .java, let end = genericEnd(at),
                    opens(self.token(end + 1), 40) || isOp(self.token(end + 1), CodeOperator.colons)
                        || (opens(self.token(end + 1), 123) && !isHeader)
                {
                    at = end + 1
                    continue
                }
                if isOp(token, CodeOperator.bang), traits.contains(.bangCalls),
                    self.token(at + 1).kind == .open
                {
                    at += 1
                    let arguments = parseArguments()
                    chain = finishCall(chain, arguments)
                    continue
                }
                // `x!` of Swift, TypeScript and C#, `x!!` of Kotlin.
                if !token.isSpaced, assertsValue(token) {
                    at += 1
                    continue
                }
            }
            if chain.count > 0, let arguments = commandArguments(chain, token) {
                chain = finishCall(chain, arguments)
                break
            }
            break
        }
        return finishName(chain)
    }

    private func assertsValue(_ token: CodeToken) -> Bool {
        switch token.payload {
        case CodeOperator.bang:
            [.swift, .javascript, .csharp].contains(syntax.imports)
        case CodeOperator.bangs: syntax.imports == .java
        default: false
        }
    }

    private mutating func extend(_ chain: inout CodeChain, _ symbol: UInt32) {
        if chain.count == 0 { chain.path = UInt32(out.paths.count) }
        // Another path may have been written behind this one meanwhile.
        if Int(chain.path + chain.count) != out.paths.count {
            let copy = UInt32(out.paths.count)
            out.paths.append(contentsOf: out.paths[Int(chain.path)..<Int(chain.path + chain.count)])
            chain.path = copy
        }
        if chain.count < 32 {
            out.paths.append(symbol)
            chain.count += 1
        }
    }

    /// `a["b"]` is a member, `a[i]` is passed over.
    private mutating func indexMember(_ chain: inout CodeChain) -> Bool {
        let next = token(at + 1)
        if current.isSpaced, traits.contains(.commandCalls) || traits.contains(.bracketAttributes) {
            return false
        }
        let end = close(at)
        if next.kind == .string, end == at + 2 {
            extend(&chain, symbol(ofString: next))
            at = min(end + 1, limit)
            return true
        }
        // Types of Scala and Go in brackets, indexes: what is in there is read.
        let outer = limit
        at += 1
        limit = end
        let outerTarget = target
        parseList(until: end)
        target = outerTarget
        limit = outer
        at = min(end + 1, limit)
        return true
    }

    /// Perl's `$a{b}` and `$a->{b}`.
    private mutating func entryMember(_ chain: inout CodeChain) -> Bool {
        guard syntax.imports == .perl, !current.isSpaced, close(at) == at + 2 else { return false }
        let key = token(at + 1)
        guard key.kind == .identifier || key.kind == .string else { return false }
        extend(&chain, key.kind == .string ? symbol(ofString: key) : key.payload)
        at = min(at + 3, limit)
        return true
    }

    /// The name that the text of a string is.
    mutating func symbol(ofString token: CodeToken) -> UInt32 {
        let range = textRange(token)
        guard range.count <= 256 else { return 0 }
        return out.symbols.intern(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }

    /// The bytes between a string's marks.
    func textRange(_ token: CodeToken) -> Range<Int> {
        let start = Int(token.start) + Int(token.payload & 255)
        let end = Int(token.end) - Int(token.payload >> 8 & 255)
        return start..<max(start, end)
    }

    private func callsHere(_ token: CodeToken) -> Bool {
        guard token.payload == 40 else { return false }
        if token.breaksLine, traits.contains(.linesEnd) || traits.contains(.indented) {
            return false
        }
        // Ruby's `f (a), b` and the like are read as they stand.
        return true
    }

    private mutating func parseCallArguments(
        _ chain: CodeChain
    ) -> (start: UInt32, count: UInt32) {
        let base = pending.count
        collectArguments(noteFields: false, callee: chain)
        appendTrailingBlocks()
        return takePending(base)
    }

    private mutating func appendTrailingBlocks() {
        var rounds = 0
        while at < limit, rounds < 8 {
            rounds += 1
            var name: UInt32 = 0
            let token = current
            if traits.contains(.trailingBlocks), opens(token, 123), !isHeader,
                !token.breaksLine
            {
            } else if rounds > 1, syntax.imports == .swift, token.kind == .identifier,
                isOp(self.token(at + 1), CodeOperator.colon), opens(self.token(at + 2), 123)
            {
                name = token.payload
                at += 2
            } else {
                return
            }
            let start = current.start
            let value = parseBraceLambda()
            pending.append(
                CodeTables.Argument(name: name, value: value, start: start, end: lastEnd))
        }
    }

    /// `f { … }` and `Type{ … }`.
    private mutating func blockArguments(
        _ chain: CodeChain
    ) -> (start: UInt32, count: UInt32)? {
        guard !isHeader, chain.count > 0, !current.breaksLine else { return nil }
        if traits.contains(.trailingBlocks) {
            let base = pending.count
            appendTrailingBlocks()
            return takePending(base)
        }
        if traits.contains(.structLiterals) {
            let last = out.symbols.bytes(out.paths[Int(chain.path + chain.count - 1)]).first ?? 0
            guard
                (65...90).contains(last) || (chain.count > 1 && syntax.imports == .go)
                    || (syntax.imports == .go && !current.isSpaced)
            else { return nil }
            return parseArguments(noteFields: true, owner: chain)
        }
        if traits.contains(.literalCalls) {
            let base = pending.count
            let value = parseElements(.map)
            pending.append(
                CodeTables.Argument(
                    name: 0, value: value, start: out.values[Int(value)].start, end: lastEnd))
            return takePending(base)
        }
        return nil
    }

    private mutating func finishCall(
        _ chain: CodeChain, _ arguments: (start: UInt32, count: UInt32)
    ) -> CodeChain {
        var chain = chain
        let isStruct =
            traits.contains(.structLiterals) && at > 0 && tokens[at - 1].kind == .close
            && tokens[at - 1].payload == 125
        let value = addCall(
            isStruct ? .construction : .call, path: chain.path, count: chain.count,
            nameStart: chain.nameStart, nameEnd: chain.nameEnd, start: chain.start,
            arguments: arguments, base: chain.base, receiver: chain.receiver)
        chain.base = Int32(out.values[Int(value)].a)
        chain.receiver = value
        chain.count = 0
        chain.nameStart = lastEnd
        chain.isStatement = false
        return chain
    }

    /// Notes a call and gives its value.
    mutating func addCall(
        _ kind: CodeUse.Kind, path: UInt32, count: UInt32, nameStart: UInt32, nameEnd: UInt32,
        start: UInt32, arguments: (start: UInt32, count: UInt32),
        base: Int32 = CodeTables.noBase, receiver: UInt32 = 0
    ) -> UInt32 {
        var use = CodeTables.Use(
            kind: kind, nameStart: nameStart, nameEnd: nameEnd, start: start, end: lastEnd,
            block: block)
        use.path = path
        use.pathCount = count
        use.base = base
        use.receiver = receiver
        use.arguments = arguments.start
        use.argumentCount = arguments.count
        use.target = target
        let index = addUse(use)
        return addValue(.call, a: index, start: start, end: lastEnd)
    }

    /// Appends a use and gives its index.
    @discardableResult
    mutating func addUse(_ use: CodeTables.Use) -> UInt32 {
        var use = use
        let index = out.uses.count
        let last =
            use.pathCount == 0 ? 0 : out.paths[Int(use.path + use.pathCount - 1)]
        while out.firstUse.count <= Int(last) { out.firstUse.append(-1) }
        use.next = out.firstUse[Int(last)]
        out.firstUse[Int(last)] = Int32(index)
        out.uses.append(use)
        return UInt32(index)
    }

    /// The value that a name without a call is; a dotted one or a constant is a use too.
    private mutating func finishName(_ chain: CodeChain) -> UInt32 {
        if chain.count == 0 { return chain.receiver }
        let end = lastEnd
        let isPlain = chain.count == 1 && chain.base == CodeTables.noBase
        let isTarget =
            current.kind == .op && CodeOperator.isAssignment(current.payload) && at < limit
        if !isTarget,
            !isPlain || isConstant(out.paths[Int(chain.path)])
                || out.aliases[out.paths[Int(chain.path)]] != nil
        {
            var use = CodeTables.Use(
                kind: .reference, nameStart: chain.nameStart, nameEnd: end, start: chain.start,
                end: end, block: block)
            use.path = chain.path
            use.pathCount = chain.count
            use.base = chain.base
            use.receiver = chain.receiver
            use.target = target
            addUse(use)
        }
        return addValue(
            .name, a: chain.path, b: chain.count, c: block, base: chain.base, start: chain.start,
            end: end)
    }

    /// Whether a name has a capital in it, as constants and types have.
    private func isConstant(_ symbol: UInt32) -> Bool {
        out.symbols.bytes(symbol).contains { (65...90).contains($0) }
    }
}
