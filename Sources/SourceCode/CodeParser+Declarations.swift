/// Declarations of variables, with the type before or behind the name.
extension CodeParser {
    /// `name: T = value` and `name T = value` after `var` and its kin.
    mutating func parseDeclaredName() -> Bool {
        var names: [CodeToken] = []
        var place = at
        while token(place).kind == .identifier, names.count < 16 {
            names.append(token(place))
            place += 1
            guard isOp(token(place), CodeOperator.comma),
                token(place + 1).kind == .identifier
            else { break }
            place += 1
        }
        guard let first = names.first, word(first) == .none || first.hasSigil else { return false }
        // `var Type name` does not come; `val x by lazy`, `Dim x As New T`, `var x string = …`.
        at = place
        var type: (path: UInt32, count: UInt32) = (0, 0)
        if isOp(current, CodeOperator.bang) || isOp(current, CodeOperator.question) { at += 1 }
        if isOp(current, CodeOperator.colon) {
            type = parseTypeName(after: 1)
        } else if syntax.imports == .visualBasic, isWord("as", current) {
            at += 1
            if word(current) == .construction {
                let value = parseNamed(first, names)
                _ = value
                return true
            }
            type = parseTypeName(after: 0)
        } else if syntax.imports == .go,
            current.kind == .identifier || current.kind == .open
                || isOp(current, CodeOperator.star)
        {
            if !current.breaksLine { type = parseTypeName(after: 0) }
        }
        if current.kind == .op, CodeOperator.isAssignment(current.payload) {
            at += 1
            let outer = target
            target = first.payload
            var values = [parseExpression()]
            while isOp(current, CodeOperator.comma), names.count > values.count {
                at += 1
                values.append(parseExpression())
            }
            target = outer
            for (index, name) in names.enumerated() {
                let value =
                    values.count == names.count ? values[index] : (index == 0 ? values[0] : 0)
                addNamed(name, value: value, type: type)
            }
            return true
        }
        for name in names {
            addVariable(
                name.payload, position: name.start, value: 0, type: type, isBare: true)
        }
        return true
    }

    private mutating func parseNamed(_ first: CodeToken, _ names: [CodeToken]) -> UInt32 {
        let outer = target
        target = first.payload
        let value = parseExpression()
        target = outer
        for name in names { addNamed(name, value: value, type: (0, 0)) }
        return value
    }

    /// Notes a declared name with its value.
    mutating func addNamed(
        _ name: CodeToken, value: UInt32, type: (path: UInt32, count: UInt32)
    ) {
        let path = UInt32(out.paths.count)
        out.paths.append(name.payload)
        let target = addValue(.name, a: path, b: 1, c: block, start: name.start, end: name.end)
        addAssignment(target, value: value, isCompound: false, from: name, type: type)
    }

    func isWord(_ text: String, _ token: CodeToken) -> Bool {
        token.kind == .identifier && Int(token.end &- token.start) == text.utf8.count
            && out.symbols.find(text) == token.payload
    }

    /// `Type name = value, other`, `Type name(parameters) { … }`, `Type name;`.
    mutating func parseTypedDeclaration() -> Bool {
        guard let name = nameAfterType(at) else { return false }
        let typeStart = at
        let after = token(name + 1)
        if opens(after, 40) {
            let end = close(name + 1)
            let next = token(end + 1)
            let isDefinition =
                opens(next, 123) || word(next) == .header || isOp(next, CodeOperator.fatArrow)
                || (isOp(next, CodeOperator.colon) && syntax.imports == .include)
                || (isWord("const", next) && syntax.imports == .include)
            let owner = out.blocks[Int(out.blocks[Int(block)].owner)]
            if isDefinition {
                at = name
                parseFunctionAt(name: token(name))
                return true
            }
            guard owner.kind == .function, syntax.imports == .include else {
                // A declaration without a body.
                at = min(end + 1, limit)
                return true
            }
            // `Type name(arguments);` of C++ constructs.
            let type = typePath(typeStart, name)
            guard type.count > 0 else { return false }
            let start = token(typeStart).start
            at = name + 1
            let outer = target
            target = token(name).payload
            let arguments = parseArguments()
            target = outer
            let value = addCall(
                .construction, path: type.path, count: type.count,
                nameStart: start, nameEnd: token(name).start, start: start,
                arguments: arguments)
            addVariable(
                token(name).payload, position: token(name).start, value: value, type: type)
            return true
        }
        let type = typePath(typeStart, name)
        at = name
        for _ in 0..<64 {
            let name = current
            guard name.kind == .identifier else { break }
            at += 1
            while opens(current, 91) { at = min(close(at) + 1, limit) }
            if isOp(current, CodeOperator.equal) {
                at += 1
                let outer = target
                target = name.payload
                let value = parseExpression()
                target = outer
                addNamed(name, value: value, type: type)
            } else if opens(current, 123), syntax.imports == .include {
                let outer = target
                target = name.payload
                let value = parsePrimary()
                target = outer
                addNamed(name, value: value, type: type)
            } else {
                addVariable(
                    name.payload, position: name.start, value: 0, type: type, isBare: true)
                if opens(current, 123) { parseProperty() }
            }
            guard isOp(current, CodeOperator.comma) else { break }
            at += 1
            while isOp(current, CodeOperator.star) || isOp(current, CodeOperator.ampersand) {
                at += 1
            }
        }
        return true
    }

    /// `{ get; set; } = value;`: the bodies are read as blocks.
    private mutating func parseProperty() {
        let end = close(at)
        guard isOp(token(end + 1), CodeOperator.equal) else {
            enter(addBlock(.plain, start: current.start), column: 0)
            return
        }
        // `{ get; set; } = value;`
        let name = tokens[at - 1]
        at = min(end + 2, limit)
        let outer = target
        target = name.payload
        let value = parseExpression()
        target = outer
        addNamed(name, value: value, type: (0, 0))
    }

    /// Index of the name in `Type name`; `nil` when this is no declaration.
    private func nameAfterType(_ start: Int) -> Int? {
        var index = start
        let first = token(index)
        guard first.kind == .identifier, word(first) == .none || word(first) == .variable else {
            return nil
        }
        for _ in 0..<40 {
            index += 1
            // Dots and colons join the parts of a type's name.
            while isOp(token(index), CodeOperator.dot) || isOp(token(index), CodeOperator.colons),
                token(index + 1).kind == .identifier
            {
                index += 2
            }
            if isOp(token(index), CodeOperator.less) {
                guard let end = genericEnd(index) else { return nil }
                index = end + 1
                while isOp(token(index), CodeOperator.colons),
                    token(index + 1).kind == .identifier
                {
                    index += 2
                }
            } else if isOp(token(index), CodeOperator.diamond) {
                index += 1
            }
            while opens(token(index), 91),
                close(index) == index + 1
                    || isOp(token(index + 1), CodeOperator.comma)
            {
                index = close(index) + 1
            }
            while token(index).kind == .op,
                [
                    CodeOperator.question, CodeOperator.star, CodeOperator.ampersand,
                    CodeOperator.power, CodeOperator.and,
                ].contains(token(index).payload)
            {
                index += 1
            }
            // `const` and `struct` may stand behind.
            while word(token(index)) == .modifier { index += 1 }
            let name = token(index)
            guard name.kind == .identifier, word(name) == .none, index > start,
                !(name.breaksLine && traits.contains(.linesEnd))
            else { return nil }
            let next = token(index + 1)
            switch next.kind {
            case .op:
                let ends: [UInt32] = [
                    CodeOperator.equal, CodeOperator.semicolon, CodeOperator.comma,
                    CodeOperator.colon, CodeOperator.fatArrow,
                ]
                if ends.contains(next.payload) { return index }
                if next.payload == CodeOperator.less, let end = genericEnd(index + 1),
                    opens(token(end + 1), 40)
                {
                    return nil
                }
                guard
                    next.payload == CodeOperator.star || next.payload == CodeOperator.colons
                        || next.payload == CodeOperator.ampersand
                else { return nil }
            case .open:
                if next.payload == 40 || next.payload == 91 { return index }
                return next.payload == 123 && syntax.imports != .java ? index : nil
            case .close, .end: return index
            case .identifier:
                if next.breaksLine, traits.contains(.linesEnd) { return index }
                if word(next) == .infix { return index }
                guard word(next) == .none || word(next) == .modifier else { return nil }
            default: return nil
            }
        }
        return nil
    }

    /// Index of the `>` that closes a list of types; `nil` when `<` compares.
    func genericEnd(_ start: Int) -> Int? {
        var depth = 0
        var index = start
        for _ in 0..<64 {
            let token = token(index)
            switch token.kind {
            case .op:
                switch token.payload {
                case CodeOperator.less: depth += 1
                case CodeOperator.greater:
                    depth -= 1
                    if depth == 0 { return index }
                case CodeOperator.dot, CodeOperator.comma, CodeOperator.question,
                    CodeOperator.colons, CodeOperator.ampersand, CodeOperator.star,
                    CodeOperator.colon, CodeOperator.bar, CodeOperator.diamond,
                    CodeOperator.arrow, CodeOperator.at:
                    break
                default: return nil
                }
            case .identifier, .number, .string: break
            case .open:
                guard token.payload != 123 else { return nil }
            case .close:
                guard token.payload != 125 else { return nil }
            default: return nil
            }
            index += 1
        }
        return nil
    }

    /// The names of a type that stands at tokens `start..<end`, without its arguments.
    mutating func typePath(_ start: Int, _ end: Int) -> (path: UInt32, count: UInt32) {
        let path = UInt32(out.paths.count)
        var index = start
        var wasName = false
        while index < end {
            let token = token(index)
            switch token.kind {
            case .identifier where word(token) == .none || token.hasSigil:
                if wasName { out.paths.removeSubrange(Int(path)...) }
                out.paths.append(token.payload)
                wasName = true
            case .op where token.payload == CodeOperator.less:
                index = genericEnd(index) ?? end
            case .op
            where token.payload == CodeOperator.dot || token.payload == CodeOperator.colons:
                wasName = false
            default: break
            }
            index += 1
        }
        return (path, UInt32(out.paths.count) - path)
    }

    /// Passes over a type and gives its names; `skipped` tokens stand before it.
    mutating func parseTypeName(after skipped: Int) -> (path: UInt32, count: UInt32) {
        at = min(at + skipped, limit)
        let start = at
        var end = start
        for _ in 0..<64 {
            let token = current
            switch token.kind {
            case .identifier:
                let word = word(token)
                guard
                    word == .none || word == .prefix || word == .null || word == .type
                        || word == .variable || word == .modifier || word == .lambda
                        || word == .function || word == .header || word == .construction
                else { return typePath(start, end) }
                if token.breaksLine, at > start, traits.contains(.linesEnd) {
                    return typePath(start, end)
                }
                at += 1
                if word == .none, end == start || at - end <= 3 { end = at }
            case .op:
                switch token.payload {
                case CodeOperator.less:
                    guard let close = genericEnd(at) else { return typePath(start, end) }
                    at = close + 1
                case CodeOperator.dot, CodeOperator.colons, CodeOperator.star,
                    CodeOperator.ampersand, CodeOperator.question, CodeOperator.bang,
                    CodeOperator.bar, CodeOperator.arrow, CodeOperator.backslash,
                    CodeOperator.diamond:
                    at += 1
                case CodeOperator.fatArrow where opens(self.token(start), 40): at += 1
                default: return typePath(start, end)
                }
            case .open:
                guard token.payload != 123 else { return typePath(start, end) }
                let isFirst = at == start
                at = min(close(at) + 1, limit)
                if isFirst { end = at }
            case .string, .number: at += 1
            default: return typePath(start, end)
            }
        }
        return typePath(start, end)
    }
}
