internal import ScanModel

extension LanguageSyntax {
    static let perl: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = hash
        it.strings = [
            StringForm("\"", holes: [.dollarName, .dollarBrace, .atName], spansLines: true),
            StringForm("'", escape: .quoteOnly, spansLines: true), StringForm("`"),
        ]
        it.sigils = Array("$@%".utf8)
        it.words = words([
            (.importing, "use require no"), (.package, "package"), (.function, "sub"),
            (.branch, "if unless"), (.elseBranch, "elsif"), (.otherwise, "else"),
            (.loop, "for foreach while until"), (.block, "do eval BEGIN"),
            (.returning, "return"), (.variable, "my our local"), (.null, "undef"),
            (.infix, "and eq ne lt gt le ge cmp x"), (.disjunction, "or"), (.negation, "not"),
        ])
        it.traits = [.braceMaps, .commandCalls, .ternary, .slashExpressions]
        it.extras = [.perlQuotes, .rubyHeredoc]
        it.imports = .perl
        it.joins = ["."]
        return it
    }()

    static let elixir: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = hash
        it.strings = [
            StringForm("\"\"\"", holes: .hashBrace, spansLines: true),
            StringForm("'''", holes: .hashBrace, spansLines: true),
            StringForm("\"", holes: .hashBrace, spansLines: true), StringForm("'"),
        ]
        it.nameEnds = Array("?!".utf8)
        it.words = words([
            (.importing, "import alias require use"), (.function, "def defp defmacro"),
            (.type, "defmodule defprotocol defimpl"), (.branch, "if unless"),
            (.otherwise, "else rescue after catch"), (.selection, "case cond with receive"),
            (.block, "try"), (.loop, "for"), (.truth, "true"), (.falsehood, "false"),
            (.null, "nil"), (.infix, "and in when"), (.disjunction, "or"), (.negation, "not"),
            (.doBlock, "do"), (.end, "end"), (.lambda, "fn"),
        ])
        it.traits = [
            .indented, .linesEnd, .commandCalls, .braceMaps, .lastValueReturns, .backslashJoins,
        ]
        it.extras = [.symbols, .tildeSigils]
        it.imports = .elixir
        it.joins = ["<>"]
        return it
    }()

    static let lua: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = [ShortMark("--")]
        it.blockComments = [block("--[[", "]]")]
        it.strings = [StringForm("\""), StringForm("'")]
        it.words = words([
            (.function, "function"), (.branch, "if"), (.elseBranch, "elseif"),
            (.otherwise, "else"), (.loop, "for while repeat"), (.returning, "return"),
            (.variable, "local"), (.truth, "true"), (.falsehood, "false"), (.null, "nil"),
            (.infix, "and in"), (.disjunction, "or"), (.negation, "not"), (.end, "end until"),
            (.doBlock, "do"), (.then, "then"), (.selfReference, "self"),
        ])
        it.traits = [.indented, .braceMaps, .literalCalls, .equalsNames]
        it.extras = [.luaBrackets]
        it.joins = [".."]
        return it
    }()

    static let powershell: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = hash
        it.blockComments = [block("<#", "#>")]
        it.strings = [
            StringForm(
                "\"", escape: .backtick, holes: [.dollarParen, .dollarName, .dollarBrace],
                spansLines: true),
            StringForm("'", escape: .doubled, spansLines: true),
        ]
        it.sigils = Array("$@".utf8)
        it.nameBytes = Array("-".utf8)
        it.words = words([
            (.truth, "true"), (.falsehood, "false"), (.null, "null"),
            (.importing, "using import-module"), (.function, "function filter"),
            (.type, "class enum"), (.branch, "if"), (.elseBranch, "elseif"),
            (.otherwise, "else"), (.loop, "for foreach while until"),
            (.block, "do try finally begin process"), (.selection, "switch"),
            (.returning, "return"), (.raising, "throw"), (.selfReference, "this"),
        ])
        it.traits = [
            .linesEnd, .foldsCase, .commandCalls, .braceLambdas, .bracketAttributes,
            .lastValueReturns,
        ]
        it.extras = [.hereStrings]
        it.imports = .powershell
        return it
    }()

    static let shell: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = hash
        it.traits = [.linesEnd]
        return it
    }()

    static let sql: LanguageSyntax = {
        var it = LanguageSyntax()
        it.lineComments = [ShortMark("--")]
        it.blockComments = [block("/*", "*/")]
        it.strings = [
            StringForm("'", escape: .doubled, spansLines: true),
            StringForm("\"", escape: .doubled, spansLines: true), StringForm("`"),
        ]
        it.prefixes = ["e": .none, "n": .none, "x": .none, "b": .none]
        it.sigils = Array("@:".utf8)
        it.words = words([
            (.truth, "true on"), (.falsehood, "false off"), (.null, "null"),
            (.infix, "and as in is like between"), (.disjunction, "or"), (.negation, "not"),
            (.prefix, "select where set values from having by when then else case"),
        ])
        it.traits = [.foldsCase]
        it.extras = [.dollarQuotes]
        it.joins = ["+", "||"]
        return it
    }()
}
