/// Argument lists, entries of maps, elements of lists: all are read alike.
extension CodeParser {
    /// What stands in the bracket here; the bracket is passed.
    mutating func parseArguments(
        noteFields: Bool = false, owner: CodeChain? = nil
    ) -> (start: UInt32, count: UInt32) {
        let base = pending.count
        collectArguments(noteFields: noteFields, callee: nil, owner: owner)
        return takePending(base)
    }

    /// Collects what stands in the bracket here in `pending`.
    mutating func collectArguments(
        noteFields: Bool, callee: CodeChain?, owner: CodeChain? = nil
    ) {
        let end = close(at)
        guard depth + 1 < limits.maxDepth else {
            faults.insert(.tooDeep)
            at = min(end + 1, limit)
            return
        }
        depth += 1
        let outerLimit = limit
        let outerTarget = target
        let outerHeader = isHeader
        isHeader = false
        at += 1
        limit = end
        if target == 0, let callee, callee.count > 0 {
            target = out.paths[Int(callee.path + callee.count - 1)]
        }
        let ownTarget = target
        while at < limit {
            let before = at
            if isOp(current, CodeOperator.comma) || isOp(current, CodeOperator.semicolon) {
                at += 1
                continue
            }
            if out.uses.count >= limits.maxUses { break }
            target = ownTarget
            parseArgument(noteFields: noteFields, owner: owner)
            if at <= before { at = before + 1 }
        }
        target = outerTarget
        isHeader = outerHeader
        limit = outerLimit
        at = min(end + 1, limit)
        depth -= 1
    }

    /// One argument, with its name if it has one.
    mutating func parseArgument(noteFields: Bool, owner: CodeChain?) {
        var start = current.start
        while isOp(current, CodeOperator.at), traits.contains(.atAnnotations),
            token(at + 1).kind == .identifier
        {
            parseAnnotation()
        }
        start = max(start, current.start)
        if let name = argumentName() {
            let key = tokens[max(at - 2, 0)]
            // An entry of a map that has no braces of its own.
            let isEntry =
                at > 0 && isOp(tokens[at - 1], CodeOperator.fatArrow)
                || syntax.imports == .elixir && word(key) == .none
            parseNamedValue(
                name, key: key, start: start, noteFields: noteFields || isEntry, owner: owner)
            return
        }
        // A method of an object: `name(x) { … }`.
        if noteFields, traits.contains(.bareFunctions) {
            while word(current) == .modifier, token(at + 1).kind == .identifier { at += 1 }
            readsBodiesInline = true
            defer { readsBodiesInline = false }
            if parseBareFunction() { return }
        }
        let first = current
        var value = parseExpression()
        let arrow = current
        if arrow.kind == .op,
            arrow.payload == CodeOperator.fatArrow
                || CodeOperator.isAssignment(arrow.payload)
                || (arrow.payload == CodeOperator.colon && !endsArgument(at + 1))
        {
            let name = keySymbol(value)
            let isPair =
                arrow.payload == CodeOperator.fatArrow || name == 0
                || arrow.payload == CodeOperator.colon
            at += 1
            if name != 0 {
                let outer = target
                target = name
                let right = parseExpression()
                target = outer
                if isPair {
                    addArgument(name, right, start: start)
                    if noteFields || arrow.payload == CodeOperator.fatArrow {
                        noteField(name, key: first, value: right, owner: owner)
                    }
                } else {
                    // `f((x = 1))`: an assignment in a list of statements.
                    addAssignment(value, value: right, isCompound: false, from: first)
                    addArgument(0, right, start: start)
                }
                return
            }
            value = parseExpression()
        }
        addArgument(0, value, start: start)
    }

    private func endsArgument(_ index: Int) -> Bool {
        let token = token(index)
        return token.kind == .end || token.kind == .close || isOp(token, CodeOperator.comma)
    }

    mutating func addArgument(_ name: UInt32, _ value: UInt32, start: UInt32) {
        pending.append(
            CodeTables.Argument(name: name, value: value, start: start, end: lastEnd))
    }

    /// The name that a key is: a word, a string, a number, the end of a path.
    private mutating func keySymbol(_ value: UInt32) -> UInt32 {
        let key = out.values[Int(value)]
        switch key.kind {
        case .name: return lastSymbol(value) ?? 0
        case .string:
            let start = Int(key.start) + Int(key.a & 255)
            let end = Int(key.end) - Int(key.a >> 8 & 255)
            guard end > start, end - start <= 256 else { return 0 }
            return out.symbols.intern(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        case .number:
            return out.symbols.intern(
                UnsafeRawBufferPointer(rebasing: bytes[Int(key.start)..<Int(key.end)]))
        default: return 0
        }
    }

    /// `name=`, `name:`, `"name":`, `.name =`, `[name] =`, `-Name`; passes both and gives the name.
    private mutating func argumentName() -> UInt32? {
        let first = current
        let next = token(at + 1)
        if first.kind == .identifier || first.kind == .string {
            guard next.kind == .op else { return nil }
            let isName: Bool
            switch next.payload {
            case CodeOperator.colon:
                // `a ? b : c` is read before; Go's slices, Python's slices come as numbers.
                isName = true
            case CodeOperator.equal:
                isName =
                    traits.contains(.equalsNames) || syntax.imports == .csharp
                    || syntax.imports == .java || syntax.imports == .powershell
            case CodeOperator.walrus: isName = syntax.imports == .visualBasic
            case CodeOperator.fatArrow:
                isName = !traits.contains(.fatArrow)
            default: isName = false
            }
            guard isName else { return nil }
            at += 2
            return first.kind == .identifier ? first.payload : symbol(ofString: first)
        }
        if isOp(first, CodeOperator.dot), next.kind == .identifier,
            isOp(token(at + 2), CodeOperator.equal)
        {
            at += 3
            return next.payload
        }
        // Perl's `-name => value`.
        if syntax.imports == .perl, isOp(first, CodeOperator.minus), next.kind == .identifier,
            isOp(token(at + 2), CodeOperator.fatArrow)
        {
            at += 3
            return next.payload
        }
        if opens(first, 91), close(at) == at + 2, token(at + 3).kind == .op {
            let mark = token(at + 3).payload
            guard mark == CodeOperator.equal || mark == CodeOperator.colon,
                next.kind == .string || next.kind == .identifier || next.kind == .number
            else { return nil }
            at += 4
            switch next.kind {
            case .string: return symbol(ofString: next)
            case .identifier: return next.payload
            default:
                return out.symbols.intern(
                    UnsafeRawBufferPointer(rebasing: bytes[Int(next.start)..<Int(next.end)]))
            }
        }
        return nil
    }

    private mutating func parseNamedValue(
        _ name: UInt32, key: CodeToken, start: UInt32, noteFields: Bool, owner: CodeChain?
    ) {
        if endsArgument(at) {
            // `{ name: }` of Ruby: the variable of that name.
            addArgument(name, 0, start: start)
            return
        }
        let outer = target
        target = name
        let before = out.uses.count
        let value = parseExpression()
        target = outer
        nameFunction(value, name, since: before)
        addArgument(name, value, start: start)
        // What is left is a type with its default, or a loop of a comprehension.
        if current.kind == .op, current.payload == CodeOperator.equal {
            at += 1
            _ = parseExpression()
        }
        if noteFields { noteField(name, key: key, value: value, owner: owner) }
    }

    /// A function without a name gets that of the key or variable that it is for.
    mutating func nameFunction(_ value: UInt32, _ name: UInt32, since: Int) {
        let known = out.values[Int(value)]
        guard known.kind == .function, Int(known.a) >= since else { return }
        out.blocks[Int(out.uses[Int(known.a)].ownBlock)].name = name
    }

    /// Notes an entry of a map or a field of a struct as an assignment.
    mutating func noteField(_ name: UInt32, key: CodeToken, value: UInt32, owner: CodeChain?) {
        let path = UInt32(out.paths.count)
        var count: UInt32 = 1
        if let owner {
            for index in 0..<min(owner.count, 31) {
                out.paths.append(out.paths[Int(owner.path + index)])
            }
            count += min(owner.count, 31)
        }
        out.paths.append(name)
        var use = CodeTables.Use(
            kind: .assignment, nameStart: key.start, nameEnd: key.end, start: key.start,
            end: lastEnd, block: block)
        use.path = path
        use.pathCount = count
        use.base = owner == nil ? CodeTables.unknownBase : CodeTables.noBase
        let known = out.values[Int(value)]
        use.arguments = addArguments([
            CodeTables.Argument(name: 0, value: value, start: known.start, end: known.end)
        ])
        use.argumentCount = 1
        use.target = target == 0 ? name : target
        addUse(use)
    }

    // MARK: Without parentheses

    /// Arguments after a name on its line: `f a, b: c do`.
    mutating func commandArguments(
        _ chain: CodeChain, _ token: CodeToken
    ) -> (start: UInt32, count: UInt32)? {
        if traits.contains(.literalCalls), token.kind == .string, !token.breaksLine {
            let base = pending.count
            let value = parseExpressionOfString()
            addArgument(0, value, start: token.start)
            return takePending(base)
        }
        guard traits.contains(.commandCalls), !token.breaksLine, token.isSpaced,
            !isHeader || syntax.imports == .ruby, at > 0
        else { return nil }
        let callee = tokens[at - 1]
        if syntax.imports == .powershell { return commandletArguments(chain, callee, token) }
        guard !callee.hasSigil, beginsArgument(token, chain) else { return nil }
        guard depth + 1 < limits.maxDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        let base = pending.count
        let outer = target
        if target == 0 { target = out.paths[Int(chain.path + chain.count - 1)] }
        let ownTarget = target
        repeat {
            if isOp(current, CodeOperator.comma) { at += 1 }
            let before = at
            target = ownTarget
            parseArgument(noteFields: false, owner: nil)
            if at <= before { break }
        } while isOp(current, CodeOperator.comma) && pending.count - base < 64
        target = outer
        return takePending(base)
    }

    private mutating func parseExpressionOfString() -> UInt32 {
        let first = current
        at += 1
        return addValue(.string, a: first.payload, start: first.start, end: first.end)
    }

    private func beginsArgument(_ token: CodeToken, _ chain: CodeChain) -> Bool {
        let next = self.token(at + 1)
        switch token.kind {
        case .string, .templateStart, .number: return true
        case .identifier:
            let kind = word(token)
            switch kind {
            case .none, .truth, .falsehood, .null, .selfReference, .construction, .lambda,
                .negation:
                // `a b = c` in Groovy declares; Perl's and VB's words stand between operands.
                return !(next.kind == .op && CodeOperator.isAssignment(next.payload))
                    || token.hasSigil
            default: return false
            }
        case .open:
            return token.payload == 91 && chain.isStatement && syntax.imports != .visualBasic
        case .op:
            switch token.payload {
            case CodeOperator.colons, CodeOperator.arrow: return !next.isSpaced
            case CodeOperator.ampersand, CodeOperator.star, CodeOperator.power,
                CodeOperator.backslash:
                return !next.isSpaced && syntax.imports == .ruby
            case CodeOperator.minus: return !next.isSpaced && next.kind == .number
            case CodeOperator.percent: return next.kind == .open && !next.isSpaced
            default: return false
            }
        default: return false
        }
    }

    /// `Verb-Noun -Name value -Switch value`.
    private mutating func commandletArguments(
        _ chain: CodeChain, _ callee: CodeToken, _ first: CodeToken
    ) -> (start: UInt32, count: UInt32)? {
        guard chain.isStatement || chain.count == 1, !callee.hasSigil,
            callee.kind == .identifier
        else { return nil }
        if first.kind == .op, first.payload != CodeOperator.minus,
            first.payload != CodeOperator.at
        {
            return nil
        }
        guard first.kind != .close, depth + 1 < limits.maxDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        let base = pending.count
        let outer = target
        while at < limit, pending.count - base < 64 {
            let token = current
            let before = at
            if token.breaksLine, !isLineContinued { break }
            if token.kind == .close || isOp(token, CodeOperator.semicolon)
                || isOp(token, CodeOperator.bar)
            {
                break
            }
            if isOp(token, CodeOperator.comma) {
                at += 1
                continue
            }
            let start = token.start
            if isOp(token, CodeOperator.minus), self.token(at + 1).kind == .identifier,
                !self.token(at + 1).hasSigil, !self.token(at + 1).isSpaced
            {
                let name = self.token(at + 1)
                at += 2
                if isOp(current, CodeOperator.colon) { at += 1 }
                let isSwitch =
                    current.breaksLine && !isLineContinued || current.kind == .close
                    || current.kind == .end || isOp(current, CodeOperator.minus)
                    || isOp(current, CodeOperator.bar) || isOp(current, CodeOperator.semicolon)
                target = name.payload
                let value =
                    isSwitch
                    ? addValue(.flag, a: 1, start: name.start, end: name.end) : parseWordArgument()
                addArgument(name.payload, value, start: start)
            } else {
                target = outer
                addArgument(0, parseWordArgument(), start: start)
            }
            if at <= before { at = before + 1 }
        }
        target = outer
        return takePending(base)
    }

    /// A backtick at the end of the line before continues it.
    private var isLineContinued: Bool {
        guard at > 0 else { return false }
        var index = Int(tokens[at - 1].end)
        let end = Int(current.start)
        while index < end {
            if bytes[index] == 96 { return true }
            if bytes[index] == 10 { return false }
            index += 1
        }
        return false
    }

    /// An argument of a command: a bare word is a string.
    private mutating func parseWordArgument() -> UInt32 {
        let first = current
        if first.kind == .identifier, !first.hasSigil {
            var end = first.end
            at += 1
            while at < limit, !current.isSpaced, !current.breaksLine, current.kind != .close,
                !isOp(current, CodeOperator.comma), !isOp(current, CodeOperator.semicolon)
            {
                end = current.end
                at += 1
            }
            return addValue(
                .string, a: StringForm.packed(lead: 0, trail: 0, escape: .none),
                start: first.start, end: end)
        }
        return parsePrimary()
    }
}
