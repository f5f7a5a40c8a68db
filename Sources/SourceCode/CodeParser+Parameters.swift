/// Parameters: names, types and defaults.
extension CodeParser {
    /// The parameters in the parentheses here, for the head of a type.
    mutating func parseParameters(owner: UInt32) {
        let end = close(at)
        let base = pending.count
        addParameters(in: (at + 1)..<max(end, at + 1), owner: owner)
        pending.removeSubrange(base...)
        at = min(end + 1, limit)
    }

    /// Ruby's `do |a, (b, c), *d|`: names whose values and types are not known.
    mutating func parseBlockParameters() {
        var index = at + 1
        var isDefault = false
        while index < limit, index - at < 64, !isOp(token(index), CodeOperator.bar) {
            let name = token(index)
            if name.kind == .op {
                if name.payload == CodeOperator.equal { isDefault = true }
                if name.payload == CodeOperator.comma { isDefault = false }
            } else if name.kind == .identifier, word(name) == .none, !isDefault {
                addVariable(name.payload, position: name.start, value: 0)
            }
            index += 1
        }
        at = min(index + 1, limit)
    }

    /// Notes the parameters at the tokens of a range, which may end before the limit.
    mutating func addParameters(in range: Range<Int>, owner: UInt32) {
        let savedAt = at
        let savedLimit = limit
        limit = min(range.upperBound, limit)
        at = range.lowerBound
        var place: Int32 = 0
        while at < limit {
            let before = at
            if isOp(current, CodeOperator.comma) {
                at += 1
                continue
            }
            addParameter(place: place)
            place += 1
            if at <= before { at = before + 1 }
        }
        limit = savedLimit
        at = savedAt
    }

    private mutating func addParameter(place ordinal: Int32) {
        let start = at
        var names: [Int] = []
        var colon: Int?
        var equal: Int?
        var index = at
        while index < limit {
            let token = token(index)
            if token.kind == .op {
                if token.payload == CodeOperator.comma { break }
                if token.payload == CodeOperator.equal
                    || (token.payload == CodeOperator.backslash && syntax.imports == .elixir)
                {
                    equal = index
                    break
                }
                if token.payload == CodeOperator.colon, colon == nil { colon = index }
                if token.payload == CodeOperator.less, let end = genericEnd(index) {
                    index = end + 1
                    continue
                }
            } else if token.kind == .identifier {
                if word(token) == .none || token.hasSigil { names.append(index) }
            } else if token.kind == .open || token.kind == .templateStart {
                if names.isEmpty, token.payload == 123 || token.payload == 91, colon == nil {
                    addPattern(index)
                }
                index = max(close(index), index) + 1
                continue
            }
            index += 1
        }
        let end = index
        var name: Int?
        var type = (path: UInt32(0), count: UInt32(0))
        if let sigil = names.first(where: { token($0).hasSigil }) {
            name = sigil
            type = typePath(start, sigil)
        } else if let colon {
            name = names.last { $0 < colon }
            at = colon
            if syntax.imports == .ruby {
                equal = colon + 1 < end ? colon : nil
            } else {
                type = parseTypeName(after: 1)
            }
        } else if traits.contains(.typeFirst) {
            name = names.last
            if let name, names.count > 1 { type = typePath(start, name) }
        } else if syntax.imports == .visualBasic || syntax.imports == .go {
            name = names.first
            if let name, names.count > 1 || syntax.imports == .go {
                type = typePath(
                    name + (names.count > 1 && isWord("as", token(name + 1)) ? 2 : 1), end)
            }
        } else {
            name = names.last
        }
        var value: UInt32 = 0
        if let equal {
            at = equal + 1
            if isOp(current, CodeOperator.backslash) { at += 1 }
            let outer = target
            if let name { target = token(name).payload }
            value = parseExpression()
            target = outer
        } else {
            at = end
        }
        at = max(at, end)
        while at < limit, !isOp(current, CodeOperator.comma) { at += 1 }
        guard let place = name else { return }
        let parameter = tokens[place]
        pending.append(
            CodeTables.Argument(
                name: parameter.payload, value: value, start: parameter.start, end: lastEnd))
        addVariable(
            parameter.payload, position: parameter.start, value: value, type: type,
            parameter: ordinal)
        if equal != nil { addDefault(parameter, value) }
    }

    /// A default is a use: `verify=False`.
    private mutating func addDefault(_ name: CodeToken, _ value: UInt32) {
        var use = CodeTables.Use(
            kind: .assignment, nameStart: name.start, nameEnd: name.end, start: name.start,
            end: lastEnd, block: block)
        use.path = UInt32(out.paths.count)
        use.pathCount = 1
        out.paths.append(name.payload)
        let known = out.values[Int(value)]
        use.arguments = addArguments([
            CodeTables.Argument(name: 0, value: value, start: known.start, end: known.end)
        ])
        use.argumentCount = 1
        use.target = name.payload
        addUse(use)
    }

    /// The names in `{ a, b = 1 }` as a parameter.
    private mutating func addPattern(_ open: Int) {
        let end = close(open)
        var index = open + 1
        while index < end {
            let token = token(index)
            if token.kind == .identifier, !isOp(self.token(index + 1), CodeOperator.colon) {
                if isOp(self.token(index + 1), CodeOperator.equal) {
                    let savedAt = at
                    at = index + 2
                    let value = parseExpression()
                    addVariable(token.payload, position: token.start, value: value)
                    addDefault(token, value)
                    index = max(at, index + 2)
                    at = savedAt
                    continue
                }
                addVariable(token.payload, position: token.start, value: 0)
            }
            index += 1
        }
    }
}
