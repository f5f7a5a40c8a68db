internal import ScanModel

extension LanguageSyntax {
    /// All languages that are read.
    static let table: [SourceLanguage: LanguageSyntax] = [
        .python: python, .javascript: javascript, .java: java, .kotlin: kotlin, .scala: scala,
        .groovy: groovy, .go: go, .csharp: csharp, .visualbasic: visualBasic, .php: php,
        .ruby: ruby, .rust: rust, .swift: swift, .c: c, .dart: dart, .perl: perl,
        .elixir: elixir, .lua: lua, .powershell: powershell, .shell: shell, .sql: sql,
    ]

    static let slashes = [ShortMark("//")]
    static let hash = [ShortMark("#")]

    static func block(
        _ open: String, _ close: String, nests: Bool = false
    ) -> (open: ShortMark, close: ShortMark, nests: Bool) {
        (ShortMark(open), ShortMark(close), nests)
    }

    static let commonWords = words([
        (.branch, "if"), (.otherwise, "else"), (.loop, "for while"), (.block, "do try finally"),
        (.selection, "switch"), (.caseLabel, "case default"), (.returning, "return"),
        (.truth, "true"), (.falsehood, "false"),
    ])

    private static func more(_ lists: [(CodeWord, String)]) -> [String: CodeWord] {
        commonWords.merging(words(lists)) { _, new in new }
    }

    static let python: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = hash
        for quote in ["\"\"\"", "'''", "\"", "'"] {
            let long = quote.utf8.count == 3
            it.strings += [
                StringForm(quote, spansLines: long),
                StringForm(quote, escape: .none, spansLines: long, prefix: .raw),
                StringForm(quote, holes: .brace, spansLines: long, prefix: .format),
                StringForm(
                    quote, escape: .none, holes: .brace, spansLines: long, prefix: .rawFormat),
            ]
        }
        it.prefixes = [
            "r": .raw, "b": .none, "u": .none, "f": .format, "t": .format, "br": .raw,
            "rb": .raw, "fr": .rawFormat, "rf": .rawFormat,
        ]
        it.words = words([
            (.importing, "import"), (.from, "from"), (.function, "def"), (.type, "class"),
            (.branch, "if"), (.elseBranch, "elif"), (.otherwise, "else"), (.loop, "for while"),
            (.block, "try finally with except"), (.selection, "match"),
            (.returning, "return yield"), (.raising, "raise"), (.prefix, "await async"),
            (.negation, "not"), (.truth, "True"), (.falsehood, "False"), (.null, "None"),
            (.lambda, "lambda"), (.infix, "and in is as"), (.disjunction, "or"),
            (.selfReference, "self cls"), (.modifier, "global nonlocal del assert pass"),
        ])
        it.traits = [
            .indented, .linesEnd, .braceMaps, .equalsNames, .adjacentStrings, .atAnnotations,
            .typeAfterColon, .backslashJoins,
        ]
        it.imports = .python
        return it
    }()

    static let javascript: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = slashes
        it.blockComments = [block("/*", "*/")]
        it.strings = [
            StringForm("`", holes: .dollarBrace, spansLines: true), StringForm("\""),
            StringForm("'"),
        ]
        it.nameBytes = Array("$".utf8)
        it.sigils = Array("#".utf8)
        it.words = more([
            (.importing, "import"), (.from, "from"), (.modifier, "export async static public"),
            (.modifier, "private protected readonly declare abstract override get set"),
            (.function, "function"), (.type, "class interface enum namespace"),
            (.variable, "var let const"), (.construction, "new"), (.null, "null undefined"),
            (.prefix, "await typeof void delete yield"), (.raising, "throw"),
            (.infix, "in instanceof of as satisfies"), (.selfReference, "this super"),
            (.header, "extends implements"), (.block, "do try finally catch"),
        ])
        it.traits = [
            .bareFunctions, .braceMaps, .fatArrow, .angleGenerics, .ternary, .slashExpressions,
            .atAnnotations, .typeAfterColon,
        ]
        it.imports = .javascript
        return it
    }()

    static let javaWords: [(CodeWord, String)] = [
        (.importing, "import"), (.package, "package"),
        (.modifier, "public private protected static final abstract synchronized native"),
        (.modifier, "transient volatile strictfp default sealed assert"),
        (.type, "class interface enum record"), (.construction, "new"), (.null, "null"),
        (.raising, "throw"), (.infix, "instanceof"), (.selfReference, "this super"),
        (.header, "extends implements throws permits"), (.block, "do try finally catch"),
        (.variable, "var"), (.caseLabel, "case"),
    ]

    static let java: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = slashes
        it.blockComments = [block("/*", "*/")]
        it.strings = [StringForm("\"\"\"", spansLines: true), StringForm("\""), StringForm("'")]
        it.nameBytes = Array("$".utf8)
        it.words = more(javaWords)
        it.traits = [
            .typeFirst, .bareFunctions, .thinArrow, .angleGenerics, .casts, .ternary,
            .atAnnotations,
        ]
        it.imports = .java
        return it
    }()

    static let groovy: LanguageSyntax = {
        var it = java
        it.lineComments = slashes + [ShortMark("#!")]
        it.strings = [
            StringForm("\"\"\"", holes: [.dollarBrace, .dollarName], spansLines: true),
            StringForm("'''", spansLines: true),
            StringForm("\"", holes: [.dollarBrace, .dollarName]), StringForm("'"),
        ]
        it.words = more(javaWords + [(.variable, "def var"), (.infix, "in as instanceof")])
        it.traits.formUnion([
            .linesEnd, .trailingBlocks, .commandCalls, .braceLambdas, .slashExpressions,
            .lastValueReturns, .backslashJoins,
        ])
        it.traits.subtract([.thinArrow])
        return it
    }()

    static let kotlin: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = slashes
        it.blockComments = [block("/*", "*/", nests: true)]
        it.strings = [
            StringForm(
                "\"\"\"", escape: .none, holes: [.dollarBrace, .dollarName], spansLines: true),
            StringForm("\"", holes: [.dollarBrace, .dollarName]), StringForm("'"),
        ]
        it.words = more([
            (.importing, "import"), (.package, "package"), (.function, "fun"),
            (.type, "class interface object"), (.variable, "val var"), (.null, "null"),
            (.modifier, "public private protected internal override open abstract final"),
            (.modifier, "const lateinit data sealed inline suspend operator companion enum"),
            (.modifier, "tailrec external annotation inner infix vararg noinline crossinline"),
            (.selection, "when"), (.raising, "throw"), (.infix, "in is as to shl shr and or xor"),
            (.selfReference, "this super"), (.function, "constructor"), (.block, "init"),
            (.header, "where by"), (.block, "do try finally catch init"), (.prefix, "return"),
            (.returning, "return"),
        ])
        it.words["case"] = nil
        it.words["default"] = nil
        it.traits = [
            .linesEnd, .typeAfterColon, .trailingBlocks, .braceLambdas, .angleGenerics,
            .equalsNames, .atAnnotations, .lastValueReturns, .valueBranches,
        ]
        it.imports = .java
        return it
    }()

    static let scala: LanguageSyntax = {
        var it = kotlin
        it.strings = [
            StringForm("\"\"\"", escape: .none, spansLines: true), StringForm("\""),
            StringForm("'"),
            StringForm(
                "\"\"\"", escape: .none, holes: [.dollarBrace, .dollarName], spansLines: true,
                prefix: .format),
            StringForm("\"", holes: [.dollarBrace, .dollarName], prefix: .format),
        ]
        it.prefixes = ["s": .format, "f": .format, "raw": .format, "q": .format]
        it.extras = [.lifetimes]
        it.words = more([
            (.importing, "import"), (.package, "package"), (.function, "def"),
            (.type, "class trait object"), (.variable, "val var"), (.null, "null None"),
            (.modifier, "private protected override abstract final implicit lazy sealed case"),
            (.modifier, "given using inline opaque transparent"), (.construction, "new"),
            (.selection, "match"), (.raising, "throw"), (.infix, "match to until"),
            (.selfReference, "this super"), (.header, "extends with"),
            (.block, "do try finally catch yield then"),
        ])
        it.traits = [
            .linesEnd, .typeAfterColon, .trailingBlocks, .braceLambdas, .fatArrow,
            .equalsNames, .atAnnotations, .lastValueReturns, .valueBranches,
        ]
        it.imports = .scala
        return it
    }()

    static let go: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = slashes
        it.blockComments = [block("/*", "*/")]
        it.strings = [
            StringForm("`", escape: .none, spansLines: true), StringForm("\""), StringForm("'"),
        ]
        it.words = more([
            (.importing, "import"), (.package, "package"), (.function, "func"),
            (.type, "type struct interface"), (.variable, "var const"), (.null, "nil"),
            (.modifier, "go defer"), (.prefix, "range"), (.selection, "switch select"),
        ])
        it.words["while"] = nil
        it.words["try"] = nil
        it.words["do"] = nil
        it.words["finally"] = nil
        it.traits = [.linesEnd, .structLiterals, .walrusDeclares, .receivers]
        it.imports = .go
        return it
    }()
}
