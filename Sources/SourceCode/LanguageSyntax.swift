internal import ScanModel

/// What the lexer and the parser have to know of one language.
struct LanguageSyntax: Sendable {
    /// Ways in which languages differ, beyond their marks and words.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt64
        /// Blocks are told by indentation, or by words whose lines are indented so.
        static let indented = Traits(rawValue: 1 << 0)
        /// Names are the same in any case of letters.
        static let foldsCase = Traits(rawValue: 1 << 1)
        /// A line break ends a statement.
        static let linesEnd = Traits(rawValue: 1 << 2)
        /// `Type name = value`.
        static let typeFirst = Traits(rawValue: 1 << 3)
        /// `name: Type = value`.
        static let typeAfterColon = Traits(rawValue: 1 << 4)
        /// `name(…) { }` declares a function where declarations stand.
        static let bareFunctions = Traits(rawValue: 1 << 5)
        /// `f { … }` and `f(…) { … }` pass a block.
        static let trailingBlocks = Traits(rawValue: 1 << 6)
        /// `f a, b` is a call.
        static let commandCalls = Traits(rawValue: 1 << 7)
        /// `{ … }` as a value is a map.
        static let braceMaps = Traits(rawValue: 1 << 8)
        /// `{ … }` as a value is a function.
        static let braceLambdas = Traits(rawValue: 1 << 9)
        /// `(…) => …` is a function.
        static let fatArrow = Traits(rawValue: 1 << 10)
        /// `(…) -> …` is a function.
        static let thinArrow = Traits(rawValue: 1 << 11)
        /// `f<T>(…)` and `Type<T> name`.
        static let angleGenerics = Traits(rawValue: 1 << 12)
        /// `Type{field: value}`.
        static let structLiterals = Traits(rawValue: 1 << 13)
        /// `[receiver message: argument]`.
        static let messages = Traits(rawValue: 1 << 14)
        /// `(Type) value`.
        static let casts = Traits(rawValue: 1 << 15)
        /// `condition ? a : b`.
        static let ternary = Traits(rawValue: 1 << 16)
        /// `name = value` in an argument list names the argument.
        static let equalsNames = Traits(rawValue: 1 << 17)
        /// `"a" "b"` is one string.
        static let adjacentStrings = Traits(rawValue: 1 << 18)
        /// `macro!(…)`.
        static let bangCalls = Traits(rawValue: 1 << 19)
        /// `f "text"` and `f { … }` are calls with one argument.
        static let literalCalls = Traits(rawValue: 1 << 20)
        /// `|a, b| …` is a function.
        static let barLambdas = Traits(rawValue: 1 << 21)
        /// A slash may open a regular expression.
        static let slashExpressions = Traits(rawValue: 1 << 22)
        /// `@name` before a declaration.
        static let atAnnotations = Traits(rawValue: 1 << 23)
        /// `[Name(…)]` before a declaration.
        static let bracketAttributes = Traits(rawValue: 1 << 24)
        /// `#[name(…)]` before a declaration.
        static let hashAttributes = Traits(rawValue: 1 << 25)
        /// `#define` and its kin.
        static let preprocessor = Traits(rawValue: 1 << 26)
        /// `name := value` declares.
        static let walrusDeclares = Traits(rawValue: 1 << 27)
        /// The last expression of a function is what it returns.
        static let lastValueReturns = Traits(rawValue: 1 << 28)
        /// `.name` stands for a member of the type that is expected.
        static let implicitMembers = Traits(rawValue: 1 << 29)
        /// `func (receiver T) name(…)`.
        static let receivers = Traits(rawValue: 1 << 30)
        /// A backslash at the end of a line joins it with the next.
        static let backslashJoins = Traits(rawValue: 1 << 31)
        /// `if`, `when`, `match` and `switch` have a value.
        static let valueBranches = Traits(rawValue: 1 << 32)
    }

    /// How modules and names are brought in.
    enum Imports: Sendable {
        case none, python, javascript, java, scala, go, csharp, php, rust, swift, include, perl
        case ruby, elixir, visualBasic, powershell
    }

    /// Quotes and sigils that need code of their own.
    struct Extras: OptionSet, Sendable {
        let rawValue: UInt16
        static let rubyHeredoc = Extras(rawValue: 1)
        static let phpHeredoc = Extras(rawValue: 2)
        static let percentQuotes = Extras(rawValue: 4)
        static let perlQuotes = Extras(rawValue: 8)
        static let luaBrackets = Extras(rawValue: 16)
        static let hashStrings = Extras(rawValue: 32)
        static let rustStrings = Extras(rawValue: 64)
        static let cppRaw = Extras(rawValue: 128)
        static let symbols = Extras(rawValue: 256)
        static let tildeSigils = Extras(rawValue: 512)
        static let dollarQuotes = Extras(rawValue: 1024)
        static let objcStrings = Extras(rawValue: 2048)
        static let hereStrings = Extras(rawValue: 4096)
        static let lifetimes = Extras(rawValue: 8192)
    }

    var lineComments: [ShortMark] = []
    var blockComments: [(open: ShortMark, close: ShortMark, nests: Bool)] = []
    var strings: [StringForm] = []
    /// Letters before a quote, in lower case, and what they make of the string.
    var prefixes: [String: StringForm.Prefix] = [:]
    /// Bytes beside letters, digits and `_` that names are made of.
    var nameBytes: [UInt8] = []
    /// Bytes that stand before a name and are no part of it.
    var sigils: [UInt8] = []
    /// Bytes that may end a name.
    var nameEnds: [UInt8] = []
    var words: [String: CodeWord] = [:] {
        didSet { orderedWords = words.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }
    /// The words in a fixed order.
    private(set) var orderedWords: [(name: String, word: CodeWord)] = []
    var traits: Traits = []
    var extras: Extras = []
    var imports: Imports = .none
    /// Operators that join strings.
    var joins: [String] = ["+"]

    /// The description of a language; `nil` when it is none of ours.
    static func of(_ language: SourceLanguage) -> LanguageSyntax? { table[language] }

    /// Makes one entry of `words` for each word of a list.
    static func words(_ lists: [(CodeWord, String)]) -> [String: CodeWord] {
        var words: [String: CodeWord] = [:]
        for (word, list) in lists {
            for name in list.split(separator: " ") { words[String(name)] = word }
        }
        return words
    }
}
