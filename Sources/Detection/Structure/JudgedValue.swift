/// A value of a document or of code, as the tests of rules see it.
struct JudgedValue {
    /// What is known of it.
    indirect enum Form {
        /// A text, number or flag as written.
        case text(String)
        case list([JudgedValue])
        /// A mapping with so many members, or an object.
        case group(count: Int)
        /// Only the program that uses it can tell.
        case unknown
    }

    let form: Form
    /// Whether it stands there as a text of its own, in quotes or alone.
    var isLiteral = true
    /// What of a template is written out, with a NUL for each part that is not.
    var pieces: String?
    /// The words of code that it is made of.
    var source: String?
}
