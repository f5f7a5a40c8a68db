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
            for index in candidates(pattern) where !found.contains(index) {
                let kind = tables.uses[index].kind
                guard query.kinds.isEmpty || query.kinds.contains(kind) else { continue }
                if matches(index, pattern, &names) { found.insert(index) }
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

    private func matches(_ index: Int, _ pattern: String, _ names: inout UseNames) -> Bool {
        let (name, isResolved) = names.name(of: index, in: self)
        if !foldsCase, !pattern.hasPrefix("?."),
            !name.utf8.starts(with: pattern.utf8.prefix { $0 != UInt8(ascii: "*") })
        {
            return false
        }
        if SourceFile.glob(pattern, name, foldsCase: foldsCase) { return true }
        guard pattern.hasPrefix("?."), !isResolved, let dot = name.lastIndex(of: ".") else {
            return false
        }
        return SourceFile.glob(
            pattern, "?" + name[dot...], foldsCase: foldsCase)
    }

    /// Whether a name matches a pattern whose stars stand for any characters.
    ///
    /// Cost: at most the product of both lengths.
    package static func glob(
        _ pattern: String, _ name: String, foldsCase: Bool = false
    ) -> Bool {
        let pattern = Array((foldsCase ? pattern.lowercased() : pattern).utf8)
        let name = Array((foldsCase ? name.lowercased() : name).utf8)
        var place = 0
        var index = 0
        var star: Int?
        var mark = 0
        while index < name.count {
            if place < pattern.count, pattern[place] == 42 {
                star = place
                mark = index
                place += 1
            } else if place < pattern.count, pattern[place] == name[index] {
                place += 1
                index += 1
            } else if let star {
                place = star + 1
                mark += 1
                index = mark
            } else {
                return false
            }
        }
        while place < pattern.count, pattern[place] == 42 { place += 1 }
        return place == pattern.count
    }
}
