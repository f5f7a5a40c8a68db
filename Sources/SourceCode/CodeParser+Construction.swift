/// `new X(…)` and its kin, messages, literals of slices and types.
extension CodeParser {
    /// `new a.B<C>(…) { … }`, `new B[] { … }`, `new(…)`.
    mutating func parseConstruction() -> UInt32 {
        let first = current
        at += 1
        while word(current) == .construction || word(current) == .modifier { at += 1 }
        let path = UInt32(out.paths.count)
        var count: UInt32 = 0
        let nameStart = current.start
        while at < limit {
            if isOp(current, CodeOperator.backslash) || isOp(current, CodeOperator.colons) {
                at += 1
                continue
            }
            guard current.kind == .identifier, count < 32 else { break }
            out.paths.append(current.payload)
            count += 1
            at += 1
            if isOp(current, CodeOperator.less), let end = genericEnd(at) {
                at = end + 1
            } else if isOp(current, CodeOperator.diamond) {
                at += 1
            }
            guard
                isOp(current, CodeOperator.dot) && token(at + 1).kind == .identifier
                    || isOp(current, CodeOperator.backslash) || isOp(current, CodeOperator.colons)
            else { break }
            at += 1
        }
        // `new class { }`, `new (expression)()`.
        let nameEnd = max(lastEnd, nameStart)
        if count == 0, word(current) == .type {
            at += 1
        }
        var arguments: (start: UInt32, count: UInt32) = (0, 0)
        var isArray = false
        if opens(current, 40), !current.breaksLine || !traits.contains(.linesEnd) {
            if target == 0, count > 0 {
                target = out.paths[Int(path + count - 1)]
                arguments = parseArguments()
                target = 0
            } else {
                arguments = parseArguments()
            }
        } else if opens(current, 91) {
            isArray = true
            arguments = parseArguments()
            while opens(current, 91) { at = min(close(at) + 1, limit) }
        }
        if isArray, count > 0 {
            let name = out.symbols.string(out.paths[Int(path + count - 1)]) + "[]"
            out.paths[Int(path + count - 1)] = out.symbols.intern(name)
        }
        if opens(current, 123), !isHeader {
            if isArray { return parseElements(.list) }
            if syntax.imports == .csharp {
                var owner = CodeChain(
                    path: path, count: count, nameStart: nameStart, start: first.start)
                owner.nameEnd = nameEnd
                let base = pending.count
                pending.append(
                    contentsOf: out.arguments[
                        Int(arguments.start)..<Int(arguments.start + arguments.count)])
                collectArguments(
                    noteFields: true, callee: nil, owner: count > 0 ? owner : nil)
                arguments = takePending(base)
            } else if syntax.imports == .include {
                arguments = parseArguments()
            } else {
                let value = addCall(
                    .construction, path: path, count: count, nameStart: nameStart,
                    nameEnd: nameEnd, start: first.start, arguments: arguments)
                parseBody(of: .type, name: 0)
                return value
            }
        }
        return addCall(
            .construction, path: path, count: count, nameStart: nameStart, nameEnd: nameEnd,
            start: first.start, arguments: arguments)
    }

    /// `[receiver name:argument other:argument]`, or a lambda of C++, or `[0] = x`.
    mutating func parseMessageOrLambda(_ first: CodeToken, _ end: Int) -> UInt32 {
        let next = token(end + 1)
        if first.payload == 40 || first.payload == 123 || opens(next, 40) || opens(next, 123) {
            // A lambda, or a block after `^`.
            var parameters = at..<at
            if first.payload == 123 {
                return parseLambdaBody(parameters: at..<at, start: first.start)
            }
            if first.payload == 40 {
                parameters = (at + 1)..<max(end, at + 1)
                at = min(end + 1, limit)
            } else {
                at = min(end + 1, limit)
                if opens(current, 40) {
                    parameters = (at + 1)..<max(close(at), at + 1)
                    at = min(close(at) + 1, limit)
                }
            }
            var steps = 0
            while at < limit, !opens(current, 123), steps < 16 {
                guard current.kind == .identifier || current.kind == .op,
                    !isOp(current, CodeOperator.semicolon), !isOp(current, CodeOperator.comma)
                else { return 0 }
                at += 1
                steps += 1
            }
            guard opens(current, 123) else { return 0 }
            return parsePostfix(
                parseLambdaBody(parameters: parameters, start: first.start), isStatement: false)
        }
        return parseMessage(first, end)
    }

    private mutating func parseMessage(_ first: CodeToken, _ end: Int) -> UInt32 {
        guard depth + 1 < limits.maxDepth else {
            faults.insert(.tooDeep)
            at = min(end + 1, limit)
            return 0
        }
        depth += 1
        defer { depth -= 1 }
        let outerLimit = limit
        let outerTarget = target
        at += 1
        limit = end
        let receiver = parseUnary()
        guard current.kind == .identifier, at < limit else {
            // A list: `@[a, b]`, an index.
            let base = pending.count
            if receiver != 0 { addArgument(0, receiver, start: out.values[Int(receiver)].start) }
            while at < limit {
                let before = at
                let value = parseExpression()
                if value != 0 { addArgument(0, value, start: out.values[Int(value)].start) }
                if at <= before { at = before + 1 }
            }
            limit = outerLimit
            at = min(end + 1, limit)
            let (start, count) = takePending(base)
            return addValue(.list, a: start, b: count, start: first.start, end: lastEnd)
        }
        let known = out.values[Int(receiver)]
        let name = current
        at += 1
        let base = pending.count
        var label: UInt32 = 0
        var parts = 0
        if target == 0 { target = name.payload }
        while at < limit, parts < 64 {
            parts += 1
            if isOp(current, CodeOperator.colon) {
                at += 1
                let start = current.start
                let value = parseExpression()
                addArgument(label, value, start: start)
                while isOp(current, CodeOperator.comma) {
                    at += 1
                    let start = current.start
                    addArgument(0, parseExpression(), start: start)
                }
            } else if current.kind == .identifier {
                label = current.payload
                at += 1
            } else {
                let before = at
                _ = parseExpression()
                if at <= before { at = before + 1 }
            }
        }
        target = outerTarget
        limit = outerLimit
        at = min(end + 1, limit)
        let arguments = takePending(base)
        let path = UInt32(out.paths.count)
        var count: UInt32 = 1
        var chainBase = CodeTables.unknownBase
        if known.kind == .name, known.base == CodeTables.noBase {
            let head = out.paths[Int(known.a)..<Int(known.a + known.b)]
            out.paths.append(contentsOf: head)
            count += known.b
            chainBase = CodeTables.noBase
        } else if known.kind == .call {
            chainBase = Int32(known.a)
        }
        out.paths.append(name.payload)
        let value = addCall(
            .call, path: path, count: count, nameStart: name.start, nameEnd: name.end,
            start: first.start, arguments: arguments, base: chainBase, receiver: receiver)
        return parsePostfix(value, isStatement: false)
    }

    /// `[]byte{1, 2}`, `[16]byte{}`, `[]byte("text")`.
    mutating func parseSliceLiteral(_ first: CodeToken, _ end: Int) -> UInt32 {
        at = min(end + 1, limit)
        while opens(current, 91) || isOp(current, CodeOperator.star) {
            at = current.kind == .open ? min(close(at) + 1, limit) : at + 1
        }
        let nameStart = first.start
        let path = UInt32(out.paths.count)
        var count: UInt32 = 0
        var last: CodeToken?
        while current.kind == .identifier, count < 8 {
            last = current
            out.paths.append(current.payload)
            count += 1
            at += 1
            guard isOp(current, CodeOperator.dot) else { break }
            at += 1
        }
        if last != nil, opens(current, 123) { return parseElements(.list) }
        if let last, opens(current, 40) {
            let nameEnd = last.end
            out.paths[Int(path + count - 1)] = out.symbols.intern("[]" + text(last))
            let arguments = parseArguments()
            let value = addCall(
                .call, path: path, count: count, nameStart: nameStart, nameEnd: nameEnd,
                start: first.start, arguments: arguments)
            return parsePostfix(value, isStatement: false)
        }
        return 0
    }

    /// `[System.Net.X]::Y`, `[int]$x`, `[A.B]@{…}`.
    mutating func parseTypeLiteral(_ first: CodeToken, _ end: Int) -> UInt32 {
        let path = UInt32(out.paths.count)
        var count: UInt32 = 0
        var index = at + 1
        while index < end, count < 32 {
            let token = token(index)
            if token.kind == .identifier {
                out.paths.append(token.payload)
                count += 1
            } else if token.kind == .open {
                break
            }
            index += 1
        }
        let nameStart = token(at + 1).start
        at = min(end + 1, limit)
        guard isOp(current, CodeOperator.colons), count > 0 else {
            // A cast, or a type before a parameter.
            return deeper { $0.parseUnary() }
        }
        let chain = CodeChain(
            path: path, count: count, nameStart: nameStart, start: first.start)
        return parseChain(chain)
    }
}
