internal import ScanModel

extension LanguageSyntax {
    private static func more(_ lists: [(CodeWord, String)]) -> [String: CodeWord] {
        commonWords.merging(words(lists)) { _, new in new }
    }

    static let csharp: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = slashes
        it.blockComments = [block("/*", "*/")]
        it.strings = [
            StringForm("$@\"", "\"", escape: .doubled, holes: .brace, spansLines: true),
            StringForm("@$\"", "\"", escape: .doubled, holes: .brace, spansLines: true),
            StringForm("$\"\"\"", "\"\"\"", escape: .none, holes: .brace, spansLines: true),
            StringForm("\"\"\"", escape: .none, spansLines: true),
            StringForm("$\"", "\"", holes: .brace),
            StringForm("@\"", "\"", escape: .doubled, spansLines: true),
            StringForm("\""), StringForm("'"),
        ]
        it.words = more([
            (.importing, "using"), (.package, "namespace"),
            (.modifier, "public private protected internal static readonly const sealed"),
            (.modifier, "abstract virtual override async partial unsafe extern event volatile"),
            (.modifier, "required get set init add remove checked unchecked global"),
            (.type, "class interface struct enum record"), (.construction, "new stackalloc"),
            (.null, "null default"), (.raising, "throw"), (.infix, "is as in"),
            (.selfReference, "this base"), (.header, "where"), (.variable, "var"),
            (.prefix, "await ref out params"), (.lambda, "delegate"), (.loop, "for while foreach"),
            (.block, "do try finally catch lock fixed"), (.caseLabel, "case"),
        ])
        it.traits = [
            .typeFirst, .bareFunctions, .fatArrow, .angleGenerics, .casts, .ternary,
            .bracketAttributes, .preprocessor,
        ]
        it.imports = .csharp
        return it
    }()

    static let visualBasic: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = [ShortMark("'")]
        it.strings = [
            StringForm("$\"", "\"", escape: .doubled, holes: .brace),
            StringForm("\"", escape: .doubled),
        ]
        it.words = words([
            (.importing, "imports"), (.package, "namespace"), (.function, "sub function"),
            (.type, "class module structure interface enum"), (.branch, "if"),
            (.elseBranch, "elseif"), (.otherwise, "else"), (.loop, "for while do"),
            (.block, "try finally with using synclock"), (.selection, "select"),
            (.caseLabel, "case"), (.returning, "return"), (.raising, "throw"),
            (.variable, "dim const"), (.construction, "new"), (.truth, "true"),
            (.falsehood, "false"), (.null, "nothing null"), (.negation, "not"),
            (.modifier, "public private protected friend shared readonly overrides byval"),
            (.modifier, "byref optional overridable overloads partial set let call async"),
            (.infix, "and andalso in is isnot as to step like mod"), (.disjunction, "or orelse"),
            (.selfReference, "me mybase myclass"), (.header, "inherits implements handles"),
            (.then, "then"), (.end, "end next loop"), (.prefix, "await addressof byref"),
        ])
        it.traits = [.indented, .linesEnd, .foldsCase, .commandCalls, .typeAfterColon]
        it.imports = .visualBasic
        it.joins = ["+", "&"]
        return it
    }()

    static let php: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = [ShortMark("//"), ShortMark("#")]
        it.blockComments = [block("/*", "*/")]
        it.strings = [
            StringForm(
                "\"", holes: [.dollarName, .braceDollar, .dollarBrace], spansLines: true),
            StringForm("'", escape: .quoteOnly, spansLines: true),
        ]
        it.sigils = Array("$".utf8)
        it.words = more([
            (.importing, "use"), (.package, "namespace"), (.function, "function fn"),
            (.type, "class interface trait enum"), (.construction, "new"), (.null, "null"),
            (.modifier, "public private protected static final abstract readonly var global"),
            (.variable, "const"), (.elseBranch, "elseif"), (.loop, "for while foreach"),
            (.prefix, "echo print clone yield include require include_once require_once"),
            (.raising, "throw"), (.infix, "instanceof and as"), (.disjunction, "or xor"),
            (.selfReference, "this self parent"), (.header, "extends implements"),
            (.block, "do try finally catch"), (.selection, "switch match"),
        ])
        it.traits = [.ternary, .hashAttributes, .casts, .valueBranches]
        it.extras = [.phpHeredoc]
        it.imports = .php
        it.joins = ["."]
        return it
    }()

    static let ruby: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = hash
        it.strings = [
            StringForm("\"", holes: .hashBrace, spansLines: true),
            StringForm("'", escape: .quoteOnly, spansLines: true), StringForm("`"),
        ]
        it.sigils = Array("@$".utf8)
        it.nameEnds = Array("?!".utf8)
        it.words = words([
            (.function, "def"), (.type, "class module"), (.branch, "if unless"),
            (.elseBranch, "elsif when rescue"), (.otherwise, "else ensure"),
            (.loop, "while until for"), (.block, "begin"), (.selection, "case"),
            (.returning, "return next break"), (.truth, "true"), (.falsehood, "false"),
            (.null, "nil"), (.infix, "and in"), (.disjunction, "or"), (.negation, "not"),
            (.selfReference, "self super"), (.doBlock, "do"), (.end, "end"), (.then, "then"),
        ])
        it.traits = [
            .indented, .linesEnd, .trailingBlocks, .commandCalls, .braceMaps, .ternary,
            .slashExpressions, .lastValueReturns, .adjacentStrings, .backslashJoins,
        ]
        it.extras = [.rubyHeredoc, .percentQuotes, .symbols]
        it.imports = .ruby
        return it
    }()

    static let rust: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = slashes
        it.blockComments = [block("/*", "*/", nests: true)]
        it.strings = [StringForm("\"", spansLines: true), StringForm("'")]
        it.prefixes = ["b": .none, "c": .none]
        it.words = words([
            (.importing, "use extern"), (.function, "fn"),
            (.type, "struct enum trait impl mod union"), (.variable, "let const static"),
            (.branch, "if"), (.otherwise, "else"), (.loop, "for while loop"),
            (.selection, "match"), (.returning, "return"), (.truth, "true"),
            (.falsehood, "false"), (.null, "None"), (.modifier, "pub async unsafe move"),
            (.prefix, "mut ref await move"), (.infix, "as in"), (.header, "where"),
            (.selfReference, "self"),
        ])
        it.traits = [
            .typeAfterColon, .angleGenerics, .structLiterals, .bangCalls, .barLambdas,
            .hashAttributes, .lastValueReturns, .valueBranches,
        ]
        it.extras = [.rustStrings, .lifetimes]
        it.imports = .rust
        return it
    }()

    static let swift: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = slashes
        it.blockComments = [block("/*", "*/", nests: true)]
        it.strings = [
            StringForm("\"\"\"", holes: .backslashParen, spansLines: true),
            StringForm("\"", holes: .backslashParen),
        ]
        it.sigils = Array("$".utf8)
        it.words = more([
            (.importing, "import"), (.function, "func init"),
            (.type, "class struct enum protocol extension actor"), (.variable, "var let"),
            (.modifier, "public private internal fileprivate open static final override"),
            (.modifier, "mutating lazy weak unowned required convenience dynamic indirect"),
            (.modifier, "nonisolated package defer"), (.branch, "if guard"), (.null, "nil"),
            (.raising, "throw"), (.infix, "in is as"), (.selfReference, "self super"),
            (.header, "throws where async rethrows"), (.prefix, "try await inout any some"),
            (.block, "do catch repeat"), (.loop, "for while"),
        ])
        it.words["try"] = .prefix
        it.words["finally"] = nil
        it.traits = [
            .linesEnd, .typeAfterColon, .trailingBlocks, .braceLambdas, .angleGenerics,
            .ternary, .atAnnotations, .implicitMembers, .lastValueReturns, .valueBranches,
        ]
        it.extras = [.hashStrings]
        it.imports = .swift
        return it
    }()

    static let c: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = slashes
        it.blockComments = [block("/*", "*/")]
        it.strings = [StringForm("\""), StringForm("'")]
        it.prefixes = ["l": .none, "u": .none, "u8": .none]
        it.words = more([
            (.modifier, "static const extern inline volatile register public private"),
            (.modifier, "protected virtual explicit constexpr typedef friend mutable"),
            (.modifier, "unsigned signed struct union auto typename nonatomic strong"),
            (.type, "class namespace enum"), (.construction, "new"),
            (.truth, "true YES TRUE"), (.falsehood, "false NO FALSE"),
            (.null, "NULL nullptr nil Nil"), (.selfReference, "this self super"),
            (.prefix, "sizeof delete co_await"), (.raising, "throw"),
            (.header, "noexcept override final"), (.block, "do try catch"),
            (.importing, "using"), (.loop, "for while"),
        ])
        it.words["finally"] = nil
        it.traits = [
            .typeFirst, .bareFunctions, .angleGenerics, .casts, .ternary, .messages,
            .adjacentStrings, .preprocessor,
        ]
        it.extras = [.cppRaw, .objcStrings]
        it.imports = .include
        return it
    }()

    static let dart: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = slashes
        it.blockComments = [block("/*", "*/", nests: true)]
        for quote in ["\"\"\"", "'''", "\"", "'"] {
            let long = quote.utf8.count == 3
            it.strings += [
                StringForm(quote, holes: [.dollarBrace, .dollarName], spansLines: long),
                StringForm(quote, escape: .none, spansLines: long, prefix: .raw),
            ]
        }
        it.prefixes = ["r": .raw]
        it.nameBytes = Array("$".utf8)
        it.words = more([
            (.importing, "import export part"), (.type, "class mixin extension enum"),
            (.modifier, "static final const late abstract external covariant required"),
            (.variable, "var"), (.construction, "new"), (.null, "null"), (.raising, "throw"),
            (.infix, "is as in"), (.selfReference, "this super"),
            (.header, "async sync extends implements with on"), (.prefix, "await yield"),
            (.block, "do try finally catch"),
        ])
        it.traits = [
            .typeFirst, .bareFunctions, .braceMaps, .fatArrow, .angleGenerics, .ternary,
            .atAnnotations, .adjacentStrings,
        ]
        it.imports = .javascript
        return it
    }()
}
