/// Commands of a shell: words, options, assignments.
extension CodeParser {
    mutating func parseShell() {}
}
