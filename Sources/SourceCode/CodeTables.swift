/// What the parser leaves of a file: flat arrays that refer to each other by index.
struct CodeTables {
    /// A call, assignment, reference or declaration.
    struct Use {
        var kind: CodeUse.Kind
        var body: CodeUse.BodyKind = .other
        var isNegated = false
        var path: UInt32 = 0
        var pathCount: UInt32 = 0
        /// Use whose result is the receiver, or one of the constants below.
        var base: Int32 = CodeTables.noBase
        var receiver: UInt32 = 0
        var nameStart: UInt32
        var nameEnd: UInt32
        var start: UInt32
        var end: UInt32
        var arguments: UInt32 = 0
        var argumentCount: UInt32 = 0
        var block: UInt32
        var target: UInt32 = 0
        /// Block of a function's body, value of its result.
        var ownBlock: UInt32 = 0
        var bodyValue: UInt32 = 0
        /// The next use whose name ends in the same symbol.
        var next: Int32 = -1
    }

    /// An argument, element, entry or parameter.
    struct Argument {
        var name: UInt32
        var value: UInt32
        var start: UInt32
        var end: UInt32
    }

    /// A value; what `a`, `b` and `c` are depends on the kind.
    struct Value {
        enum Kind: UInt8 {
            case unknown, string, number, flag, null
            /// `a` first argument, `b` how many.
            case list, map, template
            /// `a` start of the path, `b` its length, `c` block.
            case name
            /// `a` use.
            case call, function
            /// `a` left, `b` right, `c` operator.
            case binary
            /// `a` condition, `b`, `c` the two values.
            case conditional
            /// `a`, `b`.
            case alternatives
            /// `a`: minus or not, by `b`.
            case unary
        }
        var kind: Kind
        var a: UInt32 = 0
        var b: UInt32 = 0
        var c: UInt32 = 0
        var base: Int32 = CodeTables.noBase
        var start: UInt32
        var end: UInt32
    }

    /// A region of statements: the file, a type, a function, a branch, a loop.
    struct Block {
        enum Kind: UInt8 { case file, type, function, branch, loop, plain }
        var kind: Kind
        /// The branch runs when the condition does not hold.
        var isElse = false
        var isTest = false
        var parent: UInt32
        /// The function or type or file that it is in, itself included.
        var owner: UInt32
        var name: UInt32 = 0
        /// Value that decides whether the branch runs; 0 for none.
        var condition: UInt32 = 0
        var start: UInt32
        var end: UInt32 = .max
        var use: Int32 = -1
        var firstReturn: Int32 = -1
    }

    /// One giving of a value to a name.
    struct Variable {
        var symbol: UInt32
        var block: UInt32
        var position: UInt32
        /// 0 when no value is known.
        var value: UInt32
        var type: UInt32 = 0
        var typeCount: UInt32 = 0
        /// Place among the parameters; -1 for others.
        var parameter: Int32 = -1
        var isField = false
        var isCompound = false
        /// A declaration without a value: says the type and nothing else.
        var isBare = false
        var previous: Int32
    }

    static let noBase: Int32 = -1
    static let unknownBase: Int32 = -2

    var symbols: SymbolTable
    var paths: [UInt32] = []
    var uses: [Use] = []
    /// For each use the one that its chain of calls on results begins with.
    var heads: [Int32] = []
    var arguments: [Argument] = []
    /// The first is the unknown value.
    var values: [Value] = [Value(kind: .unknown, start: 0, end: 0)]
    var blocks: [Block] = []
    var variables: [Variable] = []
    var lastVariable: [Int32] = []
    var firstUse: [Int32] = []
    var returns: [(value: UInt32, next: Int32)] = []
    var imports: [ImportedName] = []
    /// Functions without a name of their own by the variable that holds them; -1 for several.
    var namedLambdas: [UInt32: Int32] = [:]
    /// Local name → path.
    var aliases: [UInt32: (path: UInt32, count: UInt32)] = [:]

    /// Notes where chains begin; the receiver of a use stands before it.
    mutating func findHeads() {
        heads = []
        heads.reserveCapacity(uses.count)
        for (index, use) in uses.enumerated() {
            let base = Int(use.base)
            heads.append(base >= 0 && base < index ? heads[base] : Int32(index))
        }
    }
}
