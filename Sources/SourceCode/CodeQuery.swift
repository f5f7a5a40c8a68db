/// Which uses a rule asks for; made once for many files.
package struct CodeQuery: Sendable {
    /// Kinds; all when empty.
    let kinds: Set<CodeUse.Kind>
    /// Dotted names, where a star stands for any characters. `?.name` stands for `name` on any
    /// receiver that is not resolved, `*.name` for any receiver at all.
    let patterns: [CodePattern]

    /// A query.
    package init(kinds: Set<CodeUse.Kind> = [], names: [String]) {
        self.kinds = kinds
        patterns = names.map { CodePattern($0) }
    }
}
