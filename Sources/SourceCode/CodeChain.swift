/// A name with what follows it, while it is read: `a.b(c).d`.
struct CodeChain {
    var path: UInt32
    var count: UInt32
    var base: Int32 = CodeTables.noBase
    var nameStart: UInt32
    var nameEnd: UInt32
    var start: UInt32
    /// Value of the receiver when it is no name.
    var receiver: UInt32 = 0
    /// Begins a statement, so that arguments may stand without parentheses.
    var isStatement = false

    init(path: UInt32, count: UInt32, nameStart: UInt32, start: UInt32) {
        self.path = path
        self.count = count
        self.nameStart = nameStart
        nameEnd = nameStart
        self.start = start
    }
}
