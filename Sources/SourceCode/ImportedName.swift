/// A module or name that a file brings in.
package struct ImportedName: Hashable, Sendable {
    /// The name in this file; `nil` when a whole module or header comes in without one.
    package var local: String?
    /// The full dotted name, or the path of a header; a star at the end for all names in it.
    package var path: String
    /// Where it is written.
    package var span: SourceRange

    /// Makes one.
    package init(local: String?, path: String, span: SourceRange) {
        self.local = local
        self.path = path
        self.span = span
    }
}
