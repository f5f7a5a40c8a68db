/// Which uses a rule asks for.
package struct CodeQuery: Sendable {
    /// Kinds; all when empty.
    package var kinds: Set<CodeUse.Kind>
    /// Dotted names, where a star stands for any characters. `?.name` stands for `name` on any
    /// receiver that is not resolved, `*.name` for any receiver at all.
    package var names: [String]

    /// A query.
    package init(kinds: Set<CodeUse.Kind> = [], names: [String]) {
        self.kinds = kinds
        self.names = names
    }
}
