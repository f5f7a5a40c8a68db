/// Lists, maps and tuples.
extension CodeParser {
    /// What is in the brackets here.
    mutating func parseElements(_ kind: CodeTables.Value.Kind) -> UInt32 {
        let start = current.start
        let outerHeader = isHeader
        isHeader = false
        let (first, count) = parseArguments(noteFields: kind == .map)
        isHeader = outerHeader
        var kind = kind
        // `byte[] iv = {1, 2}` of Java and C, `{1, 2}` of Lua.
        if kind == .map, count > 0,
            !traits.isDisjoint(with: [.typeFirst, .literalCalls]),
            out.arguments[Int(first)..<Int(first + count)].allSatisfy({ $0.name == 0 })
        {
            kind = .list
        }
        return addValue(kind, a: first, b: count, start: start, end: lastEnd)
    }

    /// `[a, b]`, `[a => b]`, `[a: b]`, `array(a => b)`: entries are a map.
    mutating func parseListOrEntries() -> UInt32 {
        let start = current.start
        let outerHeader = isHeader
        isHeader = false
        let notes = syntax.imports == .swift || syntax.imports == .elixir
        let (first, count) = parseArguments(noteFields: notes)
        isHeader = outerHeader
        if syntax.imports == .elixir { joinTuples(first, count) }
        let hasEntries = out.arguments[Int(first)..<Int(first + count)].contains { $0.name != 0 }
        return addValue(
            hasEntries ? .map : .list, a: first, b: count, start: start, end: lastEnd)
    }

    /// A keyword list of Elixir is a list of pairs: `[{:a, b}]` is `[a: b]`.
    private mutating func joinTuples(_ first: UInt32, _ count: UInt32) {
        for index in Int(first)..<Int(first + count) where out.arguments[index].name == 0 {
            let member = out.values[Int(out.arguments[index].value)]
            guard member.kind == .map, member.b == 1, isBareBrace(Int(member.start)) else {
                continue
            }
            let entry = out.arguments[Int(member.a)]
            guard entry.name != 0 else { continue }
            out.arguments[index] = entry
        }
    }

    /// Whether a brace is that of a tuple: `%{` and `%Name{` are maps.
    private func isBareBrace(_ start: Int) -> Bool {
        guard start < bytes.count, bytes[start] == 123 else { return false }
        guard start > 0 else { return true }
        return [9, 10, 13, 32, 40, 44, 91, 123].contains(bytes[start - 1])
    }

    /// Elixir's `{:name, value}`, an entry, or a tuple of any other kind.
    mutating func parseTuple() -> UInt32 {
        let key = token(at + 1)
        let isPair =
            key.kind == .string && key.hasSigil && isOp(token(at + 2), CodeOperator.comma)
        let start = current.start
        let list = parseElements(.list)
        let elements = out.values[Int(list)]
        guard isPair, elements.b == 2 else { return list }
        let name = symbol(ofString: key)
        let place = Int(elements.a) + 1
        guard name != 0, out.arguments[place].name == 0 else { return list }
        out.arguments[place].name = name
        out.arguments[place].start = key.start
        noteField(name, key: key, value: out.arguments[place].value, owner: nil)
        out.uses[out.uses.count - 1].end = out.arguments[place].end
        return addValue(.map, a: UInt32(place), b: 1, start: start, end: lastEnd)
    }
}
