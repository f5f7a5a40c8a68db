internal import ScanModel

extension SourceFile {
    /// The uses that a query asks for, in the order of the file.
    package func uses(matching query: CodeQuery) -> [CodeUse] {
        var names = UseNames()
        return uses(matching: query, &names)
    }

    /// The same for one of many queries, which share what is known of the names.
    package func uses(matching query: CodeQuery, _ names: inout UseNames) -> [CodeUse] {
        var found: Set<Int> = []
        for pattern in query.names {
            let candidates = candidates(pattern)
            guard !candidates.isEmpty else { continue }
            let glob = NameGlob(pattern, foldsCase: foldsCase)
            for index in candidates where !found.contains(index) {
                let kind = tables.uses[index].kind
                guard query.kinds.isEmpty || query.kinds.contains(kind) else { continue }
                if matches(index, glob, &names) { found.insert(index) }
            }
        }
        return found.sorted().map { use($0) }
    }

    /// Whether a use may exist for a pattern: costs one look into a table.
    package func mayMatch(_ pattern: String) -> Bool { !candidates(pattern).isEmpty }

    /// Uses whose last name is that of the pattern.
    private func candidates(_ pattern: String) -> [Int] {
        let last = pattern.split(separator: ".").last.map(String.init) ?? pattern
        if last.contains("*") { return Array(tables.uses.indices) }
        var symbols: [UInt32] = []
        // `construction` of `a/b.C` ends in a name that may hold dots of its own.
        if let symbol = tables.symbols.find(last) { symbols.append(symbol) }
        if let symbol = tables.symbols.find(pattern), !symbols.contains(symbol) {
            symbols.append(symbol)
        }
        if language == .php {
            // Functions and classes of PHP are the same in any case of letters.
            for text in [last.lowercased(), last.uppercased()] {
                if let symbol = tables.symbols.find(text) { symbols.append(symbol) }
            }
        }
        for symbol in symbols { symbols += aliasesByLast[symbol] ?? [] }
        var indexes: [Int] = []
        for symbol in Set(symbols) where Int(symbol) < tables.firstUse.count {
            var index = tables.firstUse[Int(symbol)]
            while index >= 0 {
                indexes.append(Int(index))
                index = tables.uses[Int(index)].next
            }
        }
        return indexes
    }

    private var foldsCase: Bool { traits.contains(.foldsCase) || language == .php }

    private func matches(_ index: Int, _ glob: NameGlob, _ names: inout UseNames) -> Bool {
        let (name, isResolved) = names.name(of: index, in: self)
        if glob.matches(name) { return true }
        guard glob.source.hasPrefix("?."), !isResolved, let dot = name.lastIndex(of: ".") else {
            return false
        }
        return glob.matches("?" + name[dot...])
    }
}
