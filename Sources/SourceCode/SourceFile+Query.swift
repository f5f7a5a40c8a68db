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
        for pattern in query.patterns {
            for index in candidates(pattern) where !found.contains(index) {
                let kind = tables.uses[index].kind
                guard query.kinds.isEmpty || query.kinds.contains(kind) else { continue }
                if matches(index, pattern, &names) { found.insert(index) }
            }
        }
        return found.sorted().map { use($0) }
    }

    /// Uses whose last name is that of the pattern.
    private func candidates(_ pattern: CodePattern) -> [Int] {
        if pattern.endsInStar { return Array(tables.uses.indices) }
        var symbols: [UInt32] = []
        func add(_ symbol: UInt32?) {
            if let symbol, !symbols.contains(symbol) { symbols.append(symbol) }
        }
        // `construction` of `a/b.C` ends in a name that may hold dots of its own.
        add(tables.symbols.find(pattern.last))
        add(tables.symbols.find(pattern.text))
        if language == .php {
            // Functions and classes of PHP are the same in any case of letters.
            add(tables.symbols.find(pattern.last.lowercased()))
            add(tables.symbols.find(pattern.last.uppercased()))
        }
        for symbol in symbols { aliasesByLast[symbol]?.forEach(add) }
        var indexes: [Int] = []
        for symbol in symbols where Int(symbol) < tables.firstUse.count {
            var index = tables.firstUse[Int(symbol)]
            while index >= 0 {
                indexes.append(Int(index))
                index = tables.uses[Int(index)].next
            }
        }
        return indexes
    }

    private var foldsCase: Bool { traits.contains(.foldsCase) || language == .php }

    private func matches(_ index: Int, _ pattern: CodePattern, _ names: inout UseNames) -> Bool {
        let (name, isResolved) = names.name(of: index, in: self)
        if pattern.matches(name, foldsCase: foldsCase) { return true }
        guard pattern.isOfUnresolved, !isResolved, let dot = name.lastIndex(of: ".") else {
            return false
        }
        return pattern.matches("?" + name[dot...], foldsCase: foldsCase)
    }
}
