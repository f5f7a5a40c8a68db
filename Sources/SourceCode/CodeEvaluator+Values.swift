internal import ScanModel

/// What values may be.
extension CodeEvaluator {
    /// The values that a value may have, names and calls followed.
    mutating func evaluate(_ id: UInt32, at span: SourceRange) -> [CodeValue] {
        guard Int(id) < tables.values.count, id != 0 else { return [] }
        return evaluate(id, follows: true, depth: 0)
    }

    /// At least one value; unknown where something may be that is not known.
    mutating func evaluate(_ id: UInt32, follows: Bool, depth: Int) -> [CodeValue] {
        let known = tables.values[Int(id)]
        let unknown = [CodeValue(content: .unknown, span: span(known), id: id)]
        guard depth < CodeEvaluator.maxDepth, spend() else { return unknown }
        switch known.kind {
        case .unknown: return unknown
        case .name:
            guard follows else { return [value(id, depth: depth)] }
            return evaluateName(known, id, depth: depth)
        case .call:
            guard follows else { return [value(id, depth: depth)] }
            return evaluateCall(known, id, depth: depth)
        case .template: return [evaluateTemplate(known, id, follows: follows, depth: depth)]
        case .binary: return evaluateBinary(known, id, follows: follows, depth: depth)
        case .unary: return evaluateUnary(known, id, follows: follows, depth: depth)
        case .conditional:
            let condition = evaluate(known.a, follows: follows, depth: depth + 1)
            if condition.count == 1, let truth = CodeEvaluator.truth(condition[0].content) {
                return evaluate(truth ? known.b : known.c, follows: follows, depth: depth + 1)
            }
            return union(
                evaluate(known.b, follows: follows, depth: depth + 1),
                evaluate(known.c, follows: follows, depth: depth + 1))
        case .alternatives:
            let left = evaluate(known.a, follows: follows, depth: depth + 1)
            if left.count == 1, left[0].isLiteral {
                if let truth = CodeEvaluator.truth(left[0].content) {
                    return truth
                        ? left : evaluate(known.b, follows: follows, depth: depth + 1)
                }
                return left
            }
            return union(left, evaluate(known.b, follows: follows, depth: depth + 1))
        default: return [value(id, depth: depth)]
        }
    }

    /// Both lists without doubles; too many are unknown.
    func union(_ left: [CodeValue], _ right: [CodeValue]) -> [CodeValue] {
        var result = left
        for value in right where !result.contains(where: { $0.content == value.content }) {
            result.append(value)
        }
        guard result.count <= CodeEvaluator.maxValues else {
            var first = result[0]
            first.content = .unknown
            return [first]
        }
        return result
    }

    // MARK: Names

    private mutating func evaluateName(
        _ known: CodeTables.Value, _ id: UInt32, depth: Int
    ) -> [CodeValue] {
        let own = [value(id, depth: depth)]
        guard known.base == CodeTables.noBase, known.b > 0 else { return own }
        let first = tables.paths[Int(known.a)]
        let isOfSelf = known.b == 2 && isSelf(first) || known.b == 1 && isMarkedField(first)
        // `Constants.ALG` of the same file is the field of that name.
        let isOfType = known.b == 2 && !isOfSelf && isTypeName(first)
        guard known.b == 1 || isOfSelf || isOfType else { return own }
        let symbol = tables.paths[Int(known.a + known.b - 1)]
        let (found, isComplete) =
            isOfType
            ? visible(symbol, block: blockOfType(first), position: .max, wantsField: nil)
            : visible(
                symbol, block: known.c, position: known.start, wantsField: isOfSelf ? true : nil)
        guard !found.isEmpty else { return own }
        var result: [CodeValue] = []
        for index in found {
            let variable = tables.variables[index]
            let values: [CodeValue]
            if variable.isCompound {
                values = [CodeValue(content: .unknown, span: span(known), id: id)]
            } else if variable.parameter >= 0 {
                values = evaluateParameter(variable, id, depth: depth + 1)
            } else if variable.isBare {
                // A declaration says nothing when a value follows it elsewhere.
                if found.count > 1 { continue }
                values = [CodeValue(content: .unknown, span: span(known), id: id)]
            } else if variable.value == 0 {
                values = [CodeValue(content: .unknown, span: span(known), id: id)]
            } else {
                values = evaluate(variable.value, follows: true, depth: depth + 1)
            }
            result = result.isEmpty ? values : union(result, values)
        }
        if result.isEmpty { return own }
        if !isComplete {
            result = union(result, [CodeValue(content: .unknown, span: span(known), id: id)])
        }
        return result
    }

    /// Ruby's `@name`.
    private func isMarkedField(_ symbol: UInt32) -> Bool {
        tables.symbols.bytes(symbol).first == 64
    }

    private func isTypeName(_ symbol: UInt32) -> Bool { blockOfType(symbol) != 0 }

    private func blockOfType(_ symbol: UInt32) -> UInt32 {
        for (index, block) in tables.blocks.prefix(2_000).enumerated()
        where block.kind == .type && block.name == symbol {
            return UInt32(index)
        }
        return 0
    }

    /// The default and what the calls in the file pass.
    private mutating func evaluateParameter(
        _ variable: CodeTables.Variable, _ id: UInt32, depth: Int
    ) -> [CodeValue] {
        let known = tables.values[Int(id)]
        let unknown = CodeValue(content: .unknown, span: span(known), id: id)
        let function = tables.blocks[Int(tables.blocks[Int(variable.block)].owner)]
        var result: [CodeValue] = []
        if variable.value != 0 {
            result = evaluate(variable.value, follows: true, depth: depth + 1)
        }
        guard function.use >= 0, function.name != 0,
            tables.uses[Int(function.use)].pathCount > 0
                || tables.namedLambdas[function.name] == function.use
        else { return union(result, [unknown]) }
        let isMethod = tables.blocks[Int(tables.blocks[Int(function.parent)].owner)].kind == .type
        var calls = 0
        var index = tables.firstUse[Int(function.name)]
        while index >= 0 {
            let use = tables.uses[Int(index)]
            defer { index = use.next }
            guard spend(), calls < 32 else { return union(result, [unknown]) }
            if use.kind == .function, index != function.use { return union(result, [unknown]) }
            guard use.kind == .call, isMethod || isOwn(use) else { continue }
            calls += 1
            guard let argument = argument(of: use, variable) else {
                if variable.value == 0 { result = union(result, [unknown]) }
                continue
            }
            let values = evaluate(argument, follows: true, depth: depth + 1)
            result =
                result.isEmpty || (calls == 1 && variable.value == 0)
                ? values : union(result, values)
        }
        if calls == 0 { return result.isEmpty ? [unknown] : union(result, [unknown]) }
        return result.isEmpty ? [unknown] : result
    }

    private func argument(of use: CodeTables.Use, _ variable: CodeTables.Variable) -> UInt32? {
        var place: Int32 = 0
        let start = Int(use.arguments)
        var wanted = variable.parameter
        // A method's first parameter is the receiver, which a call does not list.
        if file.language == .python, use.pathCount > 1 || use.base != CodeTables.noBase,
            wanted > 0
        {
            wanted -= 1
        }
        for index in start..<(start + Int(use.argumentCount)) {
            let argument = tables.arguments[index]
            if argument.name == variable.symbol { return argument.value }
            if argument.name == 0 || file.language == .swift {
                if place == wanted { return argument.value }
                place += 1
            }
        }
        return nil
    }

    // MARK: Calls

    /// Calls that give their receiver or first argument in another form.
    static let conversions: Set<String> = [
        "getBytes", "encode", "toByteArray", "as_bytes", "to_vec", "into_bytes", "toCharArray",
        "trim", "strip", "to_string", "to_owned", "toString", "into", "as_str", "freeze",
        "encodeToByteArray", "b", "clone", "unwrap",
    ]
    static let wrappers: Set<String> = [
        "from", "bytes", "bytearray", "[]byte", "String", "str", "utf8", "GetBytes", "string",
        "of", "Integer", "valueOf", "parseInt", "int", "Number", "Boolean", "bool",
        "unhexlify", "fromhex", "b64decode", "from_static",
        "FromBase64String", "FromHexString", "parseHexBinary", "decodeHex",
    ]

    private mutating func evaluateCall(
        _ known: CodeTables.Value, _ id: UInt32, depth: Int
    ) -> [CodeValue] {
        let own = [value(id, depth: depth)]
        let use = tables.uses[Int(known.a)]
        guard use.kind == .call, use.pathCount > 0 else { return own }
        let last = tables.paths[Int(use.path + use.pathCount - 1)]
        if isOwn(use), let result = evaluateResult(last, depth: depth) { return result }
        let name = tables.symbols.string(last)
        if makesList(use, name) {
            let members = arguments(use.arguments, use.argumentCount, depth: depth)
            return [CodeValue(content: .list(members), span: span(known), id: id)]
        }
        if use.argumentCount <= 1, CodeEvaluator.conversions.contains(name) {
            if use.receiver != 0 { return literals(use.receiver, else: own, depth: depth) }
            if use.pathCount == 2, use.base == CodeTables.noBase {
                return literalsOfName(use, else: own, depth: depth)
            }
        }
        if use.argumentCount == 1 || (use.argumentCount == 2 && name == "from"),
            CodeEvaluator.wrappers.contains(name) || decodes(use, name)
        {
            let values = literals(
                tables.arguments[Int(use.arguments)].value, else: own, depth: depth)
            // `RandomNumberGenerator.GetBytes(16)` makes what was not there.
            let isLength = name == "GetBytes" && values.contains { $0.number != nil }
            return isLength ? own : values
        }
        return own
    }

    /// Java's `Base64.getDecoder().decode(x)`, `Hex.decode(x)`.
    private func decodes(_ use: CodeTables.Use, _ name: String) -> Bool {
        guard name == "decode" else { return false }
        if use.base >= 0, use.pathCount == 1 {
            let maker = tables.uses[Int(use.base)]
            guard maker.pathCount > 0 else { return false }
            let last = tables.paths[Int(maker.path + maker.pathCount - 1)]
            return ["getDecoder", "getUrlDecoder", "getMimeDecoder"].contains(
                tables.symbols.string(last))
        }
        guard use.base == CodeTables.noBase, use.pathCount > 1 else { return false }
        return ["Hex", "Base64"].contains(
            tables.symbols.string(tables.paths[Int(use.path + use.pathCount - 2)]))
    }

    /// Whether a call gives its arguments as a list.
    private func makesList(_ use: CodeTables.Use, _ name: String) -> Bool {
        guard [.java, .kotlin, .scala, .groovy].contains(file.language),
            use.base == CodeTables.noBase
        else { return false }
        let isFactory = name == "of" || name == "asList"
        if use.pathCount == 1, !isFactory {
            // Kotlin's `Array(16)` and `List(3)` say how many there are.
            return CodeEvaluator.listMakers.contains(name)
                && (file.language == .scala || name.hasSuffix("Of"))
        }
        guard use.pathCount > 1, isFactory else { return false }
        return ["List", "Set", "Arrays"].contains(
            tables.symbols.string(tables.paths[Int(use.path + use.pathCount - 2)]))
    }

    static let listMakers: Set<String> = [
        "arrayOf", "byteArrayOf", "charArrayOf", "intArrayOf", "listOf", "setOf",
        "mutableListOf", "mutableSetOf", "Array", "List", "Seq", "Set", "Vector",
    ]

    /// Whether a call is of a function of the file, and not of something that is called alike.
    private func isOwn(_ use: CodeTables.Use) -> Bool {
        guard use.base == CodeTables.noBase else { return false }
        if use.pathCount == 1 { return true }
        guard use.pathCount == 2 else { return false }
        let first = tables.paths[Int(use.path)]
        return isSelf(first) || isTypeName(first)
    }

    /// The values of a value if all of them are texts or numbers.
    private mutating func literals(
        _ id: UInt32, else own: [CodeValue], depth: Int
    ) -> [CodeValue] {
        let values = evaluate(id, follows: true, depth: depth + 1)
        return values.contains { $0.isLiteral } ? values : own
    }

    private mutating func literalsOfName(
        _ use: CodeTables.Use, else own: [CodeValue], depth: Int
    ) -> [CodeValue] {
        let symbol = tables.paths[Int(use.path)]
        let (found, isComplete) = visible(
            symbol, block: use.block, position: use.start, wantsField: nil)
        guard isComplete, found.count == 1, let index = found.first,
            tables.variables[index].parameter < 0, !tables.variables[index].isCompound,
            tables.variables[index].value != 0
        else { return own }
        return literals(tables.variables[index].value, else: own, depth: depth)
    }

    /// What the one function of a name in the file returns.
    private mutating func evaluateResult(_ symbol: UInt32, depth: Int) -> [CodeValue]? {
        guard Int(symbol) < tables.firstUse.count else { return nil }
        var function: CodeTables.Use?
        var index = tables.firstUse[Int(symbol)]
        while index >= 0 {
            let use = tables.uses[Int(index)]
            guard spend() else { return nil }
            if use.kind == .function {
                if function != nil { return nil }
                function = use
            }
            index = use.next
        }
        if function == nil, let lambda = tables.namedLambdas[symbol], lambda >= 0 {
            function = tables.uses[Int(lambda)]
        }
        guard let function else { return nil }
        var result: [CodeValue] = []
        var next = tables.blocks[Int(function.ownBlock)].firstReturn
        while next >= 0 {
            guard spend() else { return nil }
            let values = evaluate(
                tables.returns[Int(next)].value, follows: true, depth: depth + 1)
            result = result.isEmpty ? values : union(result, values)
            next = tables.returns[Int(next)].next
        }
        return result.isEmpty ? nil : result
    }

    // MARK: Operators

    private mutating func evaluateTemplate(
        _ known: CodeTables.Value, _ id: UInt32, follows: Bool, depth: Int
    ) -> CodeValue {
        var text = ""
        let unknown = CodeValue(content: .unknown, span: span(known), id: id)
        for index in Int(known.a)..<Int(known.a + known.b) {
            let values = evaluate(
                tables.arguments[index].value, follows: follows, depth: depth + 1)
            guard values.count == 1, let part = CodeEvaluator.text(values[0].content),
                text.utf8.count + part.utf8.count <= CodeEvaluator.maxTextLength
            else { return unknown }
            text += part
        }
        return CodeValue(content: .string(text), span: span(known), id: id)
    }

    /// A literal as it is joined to others.
    static func text(_ content: CodeValue.Content) -> String? {
        switch content {
        case .string(let text): text
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15
                ? String(Int64(number)) : String(number)
        default: nil
        }
    }

    private mutating func evaluateUnary(
        _ known: CodeTables.Value, _ id: UInt32, follows: Bool, depth: Int
    ) -> [CodeValue] {
        evaluate(known.a, follows: follows, depth: depth + 1).map { value in
            var content = CodeValue.Content.unknown
            if known.b == 1 {
                if let truth = CodeEvaluator.truth(value.content) { content = .flag(!truth) }
            } else if case .number(let number) = value.content {
                content = .number(-number)
            }
            return CodeValue(content: content, span: span(known), id: id)
        }
    }

    private mutating func evaluateBinary(
        _ known: CodeTables.Value, _ id: UInt32, follows: Bool, depth: Int
    ) -> [CodeValue] {
        let left = evaluate(known.a, follows: follows, depth: depth + 1)
        let right = evaluate(known.b, follows: follows, depth: depth + 1)
        var result: [CodeValue] = []
        for one in left.prefix(8) {
            for other in right.prefix(8) {
                let content = CodeArithmetic.apply(
                    known.c, one, other, isJoin: file.joins.contains(known.c),
                    span: span(known))
                result = union(
                    result, [CodeValue(content: content, span: span(known), id: id)])
            }
        }
        return result
    }
}
