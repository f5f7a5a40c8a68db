package import ScanModel

/// The uses of names in one source file, with what can be told of their values.
///
/// What enters: bytes and a language. What leaves: calls, assignments, references and declarations
/// with dotted names and literal values, made on demand. It never judges: which use is a misuse is
/// said by rules. It never traps, follows nothing deeper than its limits, and reads no other file.
package final class SourceFile: Sendable {
    /// The language that it was read as.
    package let language: SourceLanguage
    /// What was not read, and why.
    package let faults: [SourceFault]
    /// Modules and names that the file brings in.
    package let imports: [ImportedName]
    let tables: CodeTables
    let text: [UInt8]
    let limits: SourceLimits
    let traits: LanguageSyntax.Traits
    let joins: [UInt32]
    /// Whether the fields of a type cannot be named without their receiver.
    var fieldsNeedSelf: Bool {
        [.python, .php, .javascript].contains(language)
    }

    /// Local names by the last name of what they stand for.
    let aliasesByLast: [UInt32: [UInt32]]

    /// Reads a file; the bytes are copied and may go afterwards.
    package init(
        _ bytes: UnsafeRawBufferPointer, language: SourceLanguage, limits: SourceLimits = .init()
    ) {
        self.language = language
        self.limits = limits
        var found: Set<SourceFault> = []
        var bytes = bytes
        let maxBytes = max(0, min(limits.maxBytes, 1 << 30))
        if bytes.count > maxBytes {
            bytes = UnsafeRawBufferPointer(rebasing: bytes[..<maxBytes])
            found.insert(.tooManyBytes)
        }
        text = Array(bytes)
        let syntax = LanguageSyntax.of(language)
        if syntax == nil { found.insert(.languageNotRead) }
        let known = syntax ?? LanguageSyntax()
        traits = known.traits
        joins = known.joins.map(CodeOperator.code)
        var lexer = CodeLexer(bytes, syntax: known, limits: limits)
        if syntax != nil, language != .shell {
            for region in SourceRegions.code(in: bytes, language: language) { lexer.read(region) }
        }
        lexer.finish()
        var parser = CodeParser(lexer: lexer)
        if language == .shell {
            parser.parseShell()
        } else {
            parser.parse()
        }
        found.formUnion(parser.faults)
        parser.out.findHeads()
        tables = parser.out
        imports = parser.out.imports
        faults = found.sorted { $0.rawValue < $1.rawValue }
        var byLast: [UInt32: [UInt32]] = [:]
        for (local, path) in parser.out.aliases where path.count > 0 {
            let last = parser.out.paths[Int(path.path + path.count - 1)]
            if last != local { byLast[last, default: []].append(local) }
        }
        aliasesByLast = byLast.mapValues { $0.sorted() }
    }

    /// All uses in the order in which they end; made anew at each call.
    package var uses: [CodeUse] { tables.uses.indices.map { use($0) } }

    /// How many uses there are.
    package var useCount: Int { tables.uses.count }

    /// One use; an index that is none gives the first, or an empty one.
    package func use(_ index: Int) -> CodeUse {
        var evaluator = CodeEvaluator(self)
        return evaluator.use(index)
    }

    /// The one value that a value must have, following names and functions of the file;
    /// `nil` when there are several or it is not known.
    package func resolved(_ value: CodeValue) -> CodeValue? {
        let values = possibleValues(of: value)
        guard values.count == 1, let first = values.first, first.content != .unknown else {
            return nil
        }
        return first
    }

    /// The values that a value may have; one of them is unknown when there may be others, and
    /// the list is empty when nothing is known.
    package func possibleValues(of value: CodeValue) -> [CodeValue] {
        var evaluator = CodeEvaluator(self)
        let values = evaluator.evaluate(value.id, at: value.span)
        if values.allSatisfy({ $0.content == .unknown }) { return [] }
        return values
    }
}
