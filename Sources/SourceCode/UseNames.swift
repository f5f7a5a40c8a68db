/// The dotted names of the uses of one file, each worked out once.
package struct UseNames {
    private var known: [(name: String, isResolved: Bool)?] = []

    /// Nothing is known yet.
    package init() {}

    mutating func name(of index: Int, in file: SourceFile) -> (name: String, isResolved: Bool) {
        if known.isEmpty { known = Array(repeating: nil, count: file.useCount) }
        if let known = known[index] { return known }
        var evaluator = CodeEvaluator(file)
        let name = evaluator.name(of: index)
        known[index] = name
        return name
    }
}
