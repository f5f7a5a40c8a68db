/// What dotted names stand for.
extension CodeEvaluator {
    /// Calls that make what they are called on: their result has its type.
    static let factories: Set<String> = [
        "new", "getInstance", "newInstance", "alloc", "init", "Create", "create", "New", "build",
        "initialize", "getDefault", "__init__", "instance",
    ]

    /// The name of a use, and whether its head is known.
    mutating func name(of index: Int) -> (name: String, isResolved: Bool) {
        let use = tables.uses[index]
        return name(
            path: use.path, count: use.pathCount, base: use.base, block: use.block,
            position: use.start, isValue: false, depth: 0)
    }

    /// A path of names as one dotted name.
    mutating func name(
        path: UInt32, count: UInt32, base: Int32, block: UInt32, position: UInt32, isValue: Bool,
        depth: Int
    ) -> (name: String, isResolved: Bool) {
        let parts = names(path, count)
        if base >= 0 {
            let (type, isResolved) = type(of: Int(base), depth: depth + 1)
            return ((count == 0 ? [type] : [type] + parts).joined(separator: "."), isResolved)
        }
        if base == CodeTables.unknownBase { return ((["?"] + parts).joined(separator: "."), false) }
        guard let root = parts.first else { return ("?", false) }
        let symbol = tables.paths[Int(path)]
        if count > 1 {
            if let type = typeOfVariable(symbol, block: block, position: position, depth: depth) {
                let rest = parts.dropFirst().joined(separator: ".")
                return ("\(type.name).\(rest)", type.isResolved)
            }
            if isSelf(symbol) {
                // `self.field.method`: the field is a variable of the type around.
                if count > 2,
                    let type = typeOfVariable(
                        tables.paths[Int(path) + 1], block: block, position: position,
                        isField: true, depth: depth)
                {
                    let rest = parts.dropFirst(2).joined(separator: ".")
                    return ("\(type.name).\(rest)", type.isResolved)
                }
                return ("?." + parts.dropFirst().joined(separator: "."), false)
            }
        }
        if let alias = tables.aliases[symbol],
            count > 1 || !isShadowed(symbol, block: block, position: position)
        {
            let full = names(alias.path, alias.count) + parts.dropFirst()
            return (full.joined(separator: "."), true)
        }
        // Swift's `$0`.
        if count > 1, root.first?.isNumber == true {
            return ((["?"] + parts.dropFirst()).joined(separator: "."), false)
        }
        return (parts.joined(separator: "."), false)
    }

    private func names(_ path: UInt32, _ count: UInt32) -> [String] {
        guard Int(path) + Int(count) <= tables.paths.count else { return [] }
        return tables.paths[Int(path)..<Int(path + count)].map { tables.symbols.string($0) }
    }

    func isSelf(_ symbol: UInt32) -> Bool {
        ["self", "this", "cls", "super", "me", "base", "parent"].contains(
            tables.symbols.string(symbol).lowercased())
    }

    private mutating func isShadowed(_ symbol: UInt32, block: UInt32, position: UInt32) -> Bool {
        !visible(symbol, block: block, position: position, wantsField: false).found.isEmpty
    }

    /// The type of what a call gives: the head of its chain, without the name of the factory.
    mutating func type(of index: Int, depth: Int) -> (name: String, isResolved: Bool) {
        // A chain of calls on results is named by where it begins.
        let index = Int(tables.heads[index])
        guard depth < CodeEvaluator.maxDepth, spend() else { return ("?", false) }
        let use = tables.uses[index]
        let (name, isResolved) = name(
            path: use.path, count: use.pathCount, base: use.base, block: use.block,
            position: use.start, isValue: false, depth: depth + 1)
        guard let dot = name.lastIndex(of: "."),
            CodeEvaluator.factories.contains(String(name[name.index(after: dot)...]))
        else { return (name, isResolved) }
        return (String(name[..<dot]), isResolved)
    }

    /// The type that a variable was declared with or made by; `nil` when the name is no variable.
    private mutating func typeOfVariable(
        _ symbol: UInt32, block: UInt32, position: UInt32, isField: Bool = false, depth: Int
    ) -> (name: String, isResolved: Bool)? {
        guard depth < CodeEvaluator.maxDepth, spend() else { return ("?", false) }
        let found = visible(
            symbol, block: block, position: position, wantsField: isField ? true : nil
        ).found
        guard !found.isEmpty else { return nil }
        // The last one with a type; a name that never had one is unknown.
        for index in found {
            let variable = tables.variables[index]
            if variable.typeCount > 0 {
                let type = name(
                    path: variable.type, count: variable.typeCount, base: CodeTables.noBase,
                    block: 0, position: 0, isValue: false, depth: depth + 1)
                return (type.name, true)
            }
            let value = tables.values[Int(variable.value)]
            switch value.kind {
            case .call:
                let type = type(of: Int(value.a), depth: depth + 1)
                return (type.name, true)
            case .name where value.start < position || variable.isField:
                guard value.b > 0 else { continue }
                // `x = x.y` would go round in a circle.
                let type = name(
                    path: value.a, count: value.b, base: value.base, block: value.c,
                    position: value.start, isValue: true, depth: depth + 1)
                return (type.name, type.isResolved)
            default: continue
            }
        }
        return ("?", false)
    }

    /// Takes one step; `false` when there are none left.
    mutating func spend() -> Bool {
        steps -= 1
        return steps > 0
    }
}
