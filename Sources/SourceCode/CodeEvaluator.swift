internal import ScanModel

/// Answers questions about names and values of one file, within a number of steps.
struct CodeEvaluator {
    let file: SourceFile
    var tables: CodeTables { _read { yield file.tables } }
    var steps: Int
    private var deadBlocks: [UInt32: Bool] = [:]
    /// Questions about conditions that came up in questions about conditions.
    var nesting = 0

    static let maxDepth = 24
    static let maxNesting = 3
    static let maxTextLength = 1 << 16
    static let maxValues = 16

    init(_ file: SourceFile) {
        self.file = file
        steps = file.limits.maxResolutionSteps
    }

    // MARK: Uses

    mutating func use(_ index: Int) -> CodeUse {
        guard tables.uses.indices.contains(index) else {
            return CodeUse(
                index: index, kind: .reference, name: "?", isResolved: false,
                nameSpan: SourceRange(start: 0, end: 0), span: SourceRange(start: 0, end: 0),
                arguments: [], isInTest: false, conditionIsConstantFalse: false, body: .other)
        }
        let use = tables.uses[index]
        let (name, isResolved) = name(of: index)
        let owner = enclosingFunction(use.block)
        return CodeUse(
            index: index, kind: use.kind, name: name, isResolved: isResolved,
            nameSpan: SourceRange(start: Int(use.nameStart), end: Int(use.nameEnd)),
            span: SourceRange(start: Int(use.start), end: Int(use.end)),
            arguments: arguments(use.arguments, use.argumentCount, depth: 0),
            assignedTo: use.target == 0 ? nil : plain(use.target),
            scope: scopeName(use.block),
            function: owner.flatMap {
                tables.blocks[$0].use < 0 ? nil : Int(tables.blocks[$0].use)
            },
            isInTest: tables.blocks[Int(use.block)].isTest,
            conditionIsConstantFalse: isDead(use.block, depth: 0),
            receiver: use.base >= 0 ? Int(use.base) : nil,
            receiverValue: use.receiver == 0 || use.base >= 0
                ? nil : value(use.receiver, depth: 0),
            body: use.body,
            result: use.body == .returns ? value(use.bodyValue, depth: 0) : nil)
    }

    /// A name without the mark of Ruby's fields.
    private func plain(_ symbol: UInt32) -> String {
        String(tables.symbols.string(symbol).drop { $0 == "@" })
    }

    /// The name of the nearest function around that has one.
    private func scopeName(_ block: UInt32) -> String? {
        var owner = tables.blocks[Int(block)].owner
        for _ in 0..<64 {
            let known = tables.blocks[Int(owner)]
            if known.kind == .function, known.name != 0 {
                return tables.symbols.string(known.name)
            }
            if owner == 0 || known.kind == .type { return nil }
            owner = tables.blocks[Int(known.parent)].owner
        }
        return nil
    }

    private func enclosingFunction(_ block: UInt32) -> Int? {
        var owner = tables.blocks[Int(block)].owner
        for _ in 0..<64 {
            if tables.blocks[Int(owner)].kind == .function { return Int(owner) }
            if owner == 0 { return nil }
            owner = tables.blocks[Int(tables.blocks[Int(owner)].parent)].owner
        }
        return nil
    }

    mutating func arguments(_ start: UInt32, _ count: UInt32, depth: Int) -> [CodeArgument] {
        guard Int(start) + Int(count) <= tables.arguments.count else { return [] }
        return (Int(start)..<Int(start + count)).map { index in
            let argument = tables.arguments[index]
            return CodeArgument(
                name: argument.name == 0 ? nil : tables.symbols.string(argument.name),
                value: value(argument.value, depth: depth + 1),
                span: SourceRange(start: Int(argument.start), end: Int(argument.end)))
        }
    }

    // MARK: Values as they stand

    func span(_ value: CodeTables.Value) -> SourceRange {
        SourceRange(start: Int(value.start), end: Int(value.end))
    }

    /// A value with its literal parts joined and its names resolved, nothing followed.
    mutating func value(_ id: UInt32, depth: Int) -> CodeValue {
        let known = tables.values[Int(id)]
        let content: CodeValue.Content
        switch known.kind {
        case .list where depth < CodeEvaluator.maxDepth:
            content = .list(arguments(known.a, known.b, depth: depth))
        case .map where depth < CodeEvaluator.maxDepth:
            content = .map(arguments(known.a, known.b, depth: depth))
        case .name:
            content = .name(
                name(
                    path: known.a, count: known.b, base: known.base, block: known.c,
                    position: known.start, isValue: true, depth: 0
                ).name)
        case .call: content = .call(Int(known.a))
        case .function: content = .function(Int(known.a))
        case .binary, .template, .unary, .conditional:
            let values = evaluate(id, follows: false, depth: 0)
            content = values.count == 1 ? values[0].content : .unknown
        default: content = literal(known)
        }
        return CodeValue(content: content, span: span(known), id: id)
    }

    /// A literal by itself.
    func literal(_ value: CodeTables.Value) -> CodeValue.Content {
        switch value.kind {
        case .string:
            guard let text = LiteralText.text(value, in: file.text) else { return .unknown }
            return .string(text)
        case .number:
            guard let number = LiteralText.number(value, in: file.text) else { return .unknown }
            return .number(number)
        case .flag: return .flag(value.a == 1)
        case .null: return .null
        default: return .unknown
        }
    }

    // MARK: Dead branches

    /// Whether a condition around a block never holds.
    mutating func isDead(_ block: UInt32, depth: Int) -> Bool {
        var block = block
        for _ in 0..<64 {
            if block == 0 { return false }
            let known = tables.blocks[Int(block)]
            if known.condition != 0, depth < 6, nesting < CodeEvaluator.maxNesting {
                if let dead = deadBlocks[block] {
                    if dead { return true }
                } else {
                    deadBlocks[block] = false
                    nesting += 1
                    let values = evaluate(known.condition, follows: true, depth: depth + 12)
                    nesting -= 1
                    var isDead = false
                    if values.count == 1, let truth = CodeEvaluator.truth(values[0].content) {
                        isDead = truth == known.isElse
                    }
                    deadBlocks[block] = isDead
                    if isDead { return true }
                }
            }
            block = known.parent
        }
        return false
    }

    /// Whether a literal counts as true.
    static func truth(_ content: CodeValue.Content) -> Bool? {
        switch content {
        case .flag(let flag): flag
        case .number(let number): number != 0
        case .null: false
        default: nil
        }
    }
}
