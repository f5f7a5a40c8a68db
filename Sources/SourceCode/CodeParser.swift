internal import ScanModel

/// Tokens to uses, values, blocks and variables.
///
/// A tolerant reader: what it does not know it passes over token by token, so that a file that
/// does not compile, or a construct it never heard of, costs what stands there and no more.
struct CodeParser {
    let bytes: UnsafeRawBufferPointer
    let tokens: [CodeToken]
    let words: [CodeWord]
    let syntax: LanguageSyntax
    let traits: LanguageSyntax.Traits
    let limits: SourceLimits
    var out: CodeTables
    var faults: Set<SourceFault> = []

    /// The token that is looked at, and the one where the present bracket ends.
    var at = 0
    var limit: Int
    var depth = 0
    var block: UInt32 = 0
    /// The name that gets the value that is being read.
    var target: UInt32 = 0
    var pending: [CodeTables.Argument] = []
    var braces: [(end: Int, block: UInt32)] = []
    var indents: [(column: Int, block: UInt32)] = []
    var lastBranch: UInt32 = 0
    /// Whether `{` after an operand belongs to a statement's header.
    var isHeader = false
    var joins: [UInt32]
    /// Whether bodies are read where they stand: no loop of statements waits for them.
    var readsBodiesInline = false
    /// The branch whose last expression is its value.
    var valueBlock: UInt32 = 0
    /// The value of that branch, as far as it is known.
    var blockValue: UInt32 = 0
    private let endToken: CodeToken

    init(lexer: consuming CodeLexer) {
        bytes = lexer.bytes
        // Taken out of the lexer first, so that they are changed where they lie.
        var lexer = lexer
        let read = lexer.tokens
        lexer.tokens = []
        tokens = BracketMatcher.match(read, bytes: lexer.bytes)
        words = lexer.wordOf
        syntax = lexer.syntax
        traits = lexer.syntax.traits
        limits = lexer.limits
        out = CodeTables(symbols: lexer.symbols)
        faults = lexer.faults
        limit = tokens.count - 1
        joins = lexer.syntax.joins.map(CodeOperator.code)
        let end = UInt32(lexer.endPosition)
        endToken = CodeToken(
            kind: .end, breaksLine: true, isSpaced: true, start: end, end: end, payload: 0)
        out.blocks.append(
            CodeTables.Block(kind: .file, parent: 0, owner: 0, start: 0, end: end))
        out.paths.reserveCapacity(tokens.count / 2)
        out.uses.reserveCapacity(tokens.count / 8)
        out.values.reserveCapacity(tokens.count / 4)
    }

    // MARK: Looking at tokens

    @inline(__always)
    func token(_ index: Int) -> CodeToken {
        index < limit && index >= 0 ? tokens[index] : endToken
    }

    @inline(__always)
    var current: CodeToken { at < limit ? tokens[at] : endToken }

    @inline(__always)
    func word(_ token: CodeToken) -> CodeWord {
        guard token.kind == .identifier, Int(token.payload) < words.count
        else { return .none }
        let word = words[Int(token.payload)]
        guard token.hasSigil else { return word }
        // PowerShell's `$true`, PHP's `$this`.
        return [.selfReference, .truth, .falsehood, .null].contains(word) ? word : .none
    }

    @inline(__always)
    func isOp(_ token: CodeToken, _ code: UInt32) -> Bool {
        token.kind == .op && token.payload == code
    }

    @inline(__always)
    func opens(_ token: CodeToken, _ byte: UInt8) -> Bool {
        token.kind == .open && token.payload == UInt32(byte)
    }

    /// Index of the bracket that closes the one at `index`, within the limit.
    func close(_ index: Int) -> Int { min(max(Int(token(index).match), index), limit) }

    func text(_ token: CodeToken) -> String {
        String(
            decoding: bytes[Int(token.start)..<max(Int(token.start), Int(token.end))],
            as: UTF8.self)
    }

    /// Column of a token that begins a line.
    func column(_ token: CodeToken) -> Int {
        var index = Int(token.start)
        // A sigil is no part of its name's token.
        if token.hasSigil, index > 0 { index -= 1 }
        let end = index
        while index > 0, bytes[index - 1] == 32 || bytes[index - 1] == 9 { index -= 1 }
        return end - index
    }

    // MARK: Statements

    /// The whole file.
    mutating func parse() {
        parseStatements(until: limit)
        nameWildcards()
        out.lastVariable.reserveCapacity(out.symbols.count)
    }

    /// Statements up to a token; blocks in each other take no stack.
    mutating func parseStatements(until end: Int) {
        let outerLimit = limit
        limit = min(end, outerLimit)
        let braceBase = braces.count
        let indentBase = indents.count
        let outerBlock = block
        let outerBranch = lastBranch
        defer {
            braces.removeSubrange(braceBase...)
            indents.removeSubrange(indentBase...)
            block = outerBlock
            lastBranch = outerBranch
            at = limit
            limit = outerLimit
        }
        while at < limit {
            while braces.count > braceBase, let top = braces.last, at >= top.end {
                closeBlock(top)
            }
            guard at < limit else { break }
            if traits.contains(.indented), current.breaksLine { leaveIndents(indentBase) }
            if out.uses.count >= limits.maxUses {
                faults.insert(.tooManyUses)
                break
            }
            let before = at
            parseStatement()
            if at <= before { at = before + 1 }
        }
    }

    private mutating func closeBlock(_ top: (end: Int, block: UInt32)) {
        braces.removeLast()
        if out.blocks[Int(block)].kind == .branch { lastBranch = block }
        out.blocks[Int(block)].end = token(top.end).start
        block = top.block
        if at == top.end { at += 1 }
    }

    private mutating func leaveIndents(_ base: Int) {
        let column = column(current)
        while indents.count > base, let top = indents.last, top.column >= column {
            indents.removeLast()
            // `end` and `}` close what they stand under.
            if out.blocks[Int(block)].kind == .branch { lastBranch = block }
            out.blocks[Int(block)].end = current.start
            block = top.block
        }
    }

    /// Begins a block; the caller says where it ends.
    mutating func addBlock(
        _ kind: CodeTables.Block.Kind, name: UInt32 = 0, condition: UInt32 = 0,
        isElse: Bool = false, start: UInt32
    ) -> UInt32 {
        let index = UInt32(out.blocks.count)
        let parent = out.blocks[Int(block)]
        let owns = kind == .function || kind == .type || kind == .file
        out.blocks.append(
            CodeTables.Block(
                kind: kind, isElse: isElse, isTest: parent.isTest, parent: block,
                owner: owns ? index : parent.owner, name: name, condition: condition,
                start: start))
        return index
    }

    /// Enters a block whose braces begin here, or that one statement or deeper lines make up.
    mutating func enter(_ new: UInt32, column: Int) {
        if opens(current, 123) {
            braces.append((close(at), block))
            block = new
            at += 1
        } else if traits.contains(.indented) {
            indents.append((column, block))
            block = new
            if isOp(current, CodeOperator.colon) || word(current) == .then
                || word(current) == .doBlock
            {
                at += 1
            }
        } else {
            guard depth < limits.maxDepth else {
                faults.insert(.tooDeep)
                return
            }
            let outer = block
            block = new
            depth += 1
            if at < limit, !isOp(current, CodeOperator.semicolon) { parseStatement() }
            depth -= 1
            out.blocks[Int(new)].end = current.start
            if out.blocks[Int(new)].kind == .branch { lastBranch = new }
            block = outer
        }
    }

    /// One statement, or the head of one that holds others.
    mutating func parseStatement() {
        let first = current
        switch first.kind {
        case .open:
            if first.payload == 123, !startsMap {
                let plain = addBlock(.plain, start: first.start)
                enter(plain, column: 0)
                return
            }
            if first.payload == 91, traits.contains(.bracketAttributes), parseAttribute() {
                return
            }
            parseExpressionStatement()
        case .close, .holeClose, .end: at += 1
        case .op: parseOperatorStatement(first)
        case .identifier: parseWordStatement(first)
        default: parseExpressionStatement()
        }
    }

    /// Whether a brace at the start of a statement is a map: nowhere but where no blocks are.
    private var startsMap: Bool { traits.contains(.indented) && traits.contains(.braceMaps) }

    /// Whether a branch that begins here may be what the branch around gives.
    private var isValueStatement: Bool { valueBlock != 0 && valueBlock == block }

    private mutating func parseOperatorStatement(_ first: CodeToken) {
        switch first.payload {
        case CodeOperator.semicolon, CodeOperator.comma: at += 1
        case CodeOperator.at where traits.contains(.atAnnotations): parseAnnotation()
        case CodeOperator.hash where traits.contains(.hashAttributes): parseHashAttribute()
        case CodeOperator.hash where traits.contains(.preprocessor): parseDirective()
        case CodeOperator.at where syntax.imports == .elixir,
            CodeOperator.at
        where syntax.imports == .include:
            at += 1
            if token(at).kind == .open || token(at).kind == .string { at -= 1 }
            parseExpressionStatement()
        default: parseExpressionStatement()
        }
    }

    private mutating func parseWordStatement(_ first: CodeToken) {
        let kind = word(first)
        let next = token(at + 1)
        // A keyword as a key, a field or a variable: `from: x`, `type = y`, `get(…)`.
        if kind != .none, next.kind == .op {
            switch next.payload {
            case CodeOperator.equal, CodeOperator.dot, CodeOperator.fatArrow, CodeOperator.walrus:
                parseExpressionStatement()
                return
            case CodeOperator.colon where kind == .modifier || kind == .type || kind == .from:
                parseExpressionStatement()
                return
            default: break
            }
        }
        switch kind {
        case .importing, .from:
            if !parseImport() { parseExpressionStatement() }
        case .package: parsePackage()
        case .function:
            if !parseFunction() { parseExpressionStatement() }
        case .type:
            if !parseType() { parseExpressionStatement() }
        case .branch where isValueStatement: parseExpressionStatement()
        case .branch, .elseBranch: parseBranch()
        case .selection where isValueStatement: parseExpressionStatement()
        case .otherwise: parseElse()
        case .loop, .selection: parseHeaderBlock(kind)
        case .block:
            let start = at
            let new = addBlock(.plain, start: first.start)
            at += 1
            parseHeader(start, new)
        case .caseLabel:
            // `export default value`
            if syntax.imports == .javascript, !isOp(next, CodeOperator.colon),
                isWord("default", first)
            {
                at += 1
                if opens(current, 123) { _ = parseExpression() }
            } else {
                parseCase()
            }
        case .returning: parseReturn()
        case .variable: parseVariables()
        case .end:
            at += 1
            // `End Function` of Visual Basic.
            while syntax.imports == .visualBasic, at < limit, !current.breaksLine { at += 1 }
        case .doBlock:
            at += 1
            if isOp(current, CodeOperator.bar) { parseBlockParameters() }
        case .modifier, .raising, .then, .header: at += 1
        default: parseExpressionStatement()
        }
    }
}
