/// The dotted names of the uses of one file, each worked out once.
package struct UseNames {
    private var known: [Int: (name: String, isResolved: Bool)] = [:]

    /// Nothing is known yet.
    package init() {}

    mutating func name(of index: Int, in file: SourceFile) -> (name: String, isResolved: Bool) {
        if let known = known[index] { return known }
        var evaluator = CodeEvaluator(file)
        let (name, isResolved) = evaluator.name(of: index)
        known[index] = (name, isResolved)
        return (name, isResolved)
    }
}
