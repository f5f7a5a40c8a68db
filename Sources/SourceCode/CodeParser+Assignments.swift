/// Expression statements, declarations with a type before the name, assignments.
extension CodeParser {
    /// A statement that begins with an operand.
    mutating func parseExpressionStatement(isDeclaration: Bool = false) {
        let first = current
        if parseBareFunction() { return }
        if traits.contains(.typeFirst), !isDeclaration, parseTypedDeclaration() { return }
        if isDeclaration, parseDeclaredName() { return }
        let isInFunction = out.blocks[Int(out.blocks[Int(block)].owner)].kind == .function
        var targets: [UInt32] = []
        var value = parseExpression(isStatement: true)
        // `a, b = f()`
        while isOp(current, CodeOperator.comma), canListTargets, targets.count < 16 {
            targets.append(value)
            at += 1
            value = parseExpression()
        }
        targets.append(value)
        if isOp(current, CodeOperator.colon), targets.count == 1,
            traits.contains(.typeAfterColon), out.values[Int(value)].kind == .name,
            !isHeader
        {
            let type = parseTypeName(after: 1)
            if isOp(current, CodeOperator.equal) {
                assign(value, from: first, type: type)
            } else {
                addBare(value, type: type)
            }
            return
        }
        guard current.kind == .op, CodeOperator.isAssignment(current.payload) else {
            if valueBlock != 0, valueBlock == block {
                if at >= limit || current.kind == .close { blockValue = value }
                return
            }
            if traits.contains(.lastValueReturns), isInFunction, targets.count == 1 {
                noteLastValue(value)
            }
            return
        }
        assign(targets, from: first)
    }

    /// Whether names with commas between may stand before `=`.
    private var canListTargets: Bool {
        traits.contains(.linesEnd) || syntax.imports == .none
    }

    /// An expression that ends a function's block is its result in some languages.
    private mutating func noteLastValue(_ value: UInt32) {
        guard at >= limit || current.kind == .close || word(current) == .end else { return }
        let owner = out.blocks[Int(block)].owner
        addReturn(value, owner: owner)
    }

    /// `= v`, `+= v`, `= x, y`, `= a = v`.
    private mutating func assign(
        _ targets: [UInt32], from first: CodeToken
    ) {
        let isCompound =
            current.payload != CodeOperator.equal && current.payload != CodeOperator.walrus
        at += 1
        guard let firstTarget = targets.first else { return }
        let outer = target
        target = lastSymbol(firstTarget) ?? outer
        var values = [parseExpression()]
        while isOp(current, CodeOperator.comma), targets.count > 1, values.count < 16 {
            at += 1
            values.append(parseExpression())
        }
        if targets.count == 1, isOp(current, CodeOperator.comma), syntax.imports == .ruby {
            at += 1
            _ = parseExpression()
        }
        target = outer
        // `a = b = v` gives both the value.
        if current.kind == .op, current.payload == CodeOperator.equal, values.count == 1,
            let inner = values.first, depth < limits.maxDepth
        {
            depth += 1
            assign([inner], from: token(at - 1))
            depth -= 1
            if let last = out.variables.last { values = [last.value] }
        }
        for (index, target) in targets.enumerated() {
            let isWhole = targets.count == values.count
            let value = isWhole ? values[index] : (index == 0 ? values[0] : 0)
            addAssignment(target, value: value, isCompound: isCompound, from: first)
        }
    }

    private mutating func assign(
        _ target: UInt32, from first: CodeToken, type: (path: UInt32, count: UInt32)
    ) {
        at += 1
        let outer = self.target
        self.target = lastSymbol(target) ?? outer
        let value = parseExpression()
        self.target = outer
        addAssignment(target, value: value, isCompound: false, from: first, type: type)
    }

    private mutating func addBare(_ target: UInt32, type: (path: UInt32, count: UInt32)) {
        let name = out.values[Int(target)]
        guard name.kind == .name, name.b == 1, type.count > 0 else { return }
        addVariable(
            out.paths[Int(name.a)], position: name.start, value: 0, type: type, isBare: true)
    }

    /// The last name of a path.
    func lastSymbol(_ value: UInt32) -> UInt32? {
        let value = out.values[Int(value)]
        guard value.kind == .name, value.b > 0 else { return nil }
        return out.paths[Int(value.a + value.b - 1)]
    }

    /// Notes `target = value`, as a use and as a variable.
    mutating func addAssignment(
        _ target: UInt32, value: UInt32, isCompound: Bool, from first: CodeToken,
        type: (path: UInt32, count: UInt32) = (0, 0)
    ) {
        let name = out.values[Int(target)]
        guard name.kind == .name, name.b > 0 else { return }
        let module = importedModule(value)
        if let module, name.b == 1 {
            addImport(
                local: out.paths[Int(name.a)], path: module, start: name.start, end: name.end)
            return
        }
        let argument = addArguments([
            CodeTables.Argument(
                name: 0, value: value, start: out.values[Int(value)].start,
                end: out.values[Int(value)].end)
        ])
        var use = CodeTables.Use(
            kind: .assignment, nameStart: name.start, nameEnd: name.end, start: name.start,
            end: max(name.end, out.values[Int(value)].end), block: block)
        use.path = name.a
        use.pathCount = name.b
        use.base = name.base
        use.arguments = argument
        use.argumentCount = 1
        use.target = lastSymbol(target) ?? 0
        addUse(use)
        let known = out.values[Int(value)]
        if known.kind == .function, name.b == 1, let symbol = lastSymbol(target) {
            let isFirst = out.namedLambdas[symbol] == nil
            out.namedLambdas[symbol] = isFirst ? Int32(known.a) : -1
            out.blocks[Int(out.uses[Int(known.a)].ownBlock)].name = symbol
        }
        let isOfSelf =
            name.b == 2 && isSelf(out.paths[Int(name.a)])
            || name.b == 1 && out.symbols.bytes(out.paths[Int(name.a)]).first == 64
        guard name.base == CodeTables.noBase, name.b == 1 || isOfSelf else { return }
        addVariable(
            out.paths[Int(name.a + name.b - 1)], position: name.start, value: value, type: type,
            isField: isOfSelf, isCompound: isCompound)
    }

    func isSelf(_ symbol: UInt32) -> Bool {
        Int(symbol) < words.count && words[Int(symbol)] == .selfReference
    }

    /// Notes one giving of a value to a name.
    mutating func addVariable(
        _ symbol: UInt32, position: UInt32, value: UInt32,
        type: (path: UInt32, count: UInt32) = (0, 0), isField: Bool = false,
        isCompound: Bool = false, isBare: Bool = false, parameter: Int32 = -1
    ) {
        while out.lastVariable.count <= Int(symbol) { out.lastVariable.append(-1) }
        out.variables.append(
            CodeTables.Variable(
                symbol: symbol, block: block, position: position, value: value, type: type.path,
                typeCount: type.count, parameter: parameter, isField: isField,
                isCompound: isCompound, isBare: isBare,
                previous: out.lastVariable[Int(symbol)]))
        out.lastVariable[Int(symbol)] = Int32(out.variables.count - 1)
    }
}
