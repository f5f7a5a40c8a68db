/// A name, how a value is given to it, and the value, as they stand in one line.
struct Assignment {
    /// What stands between name and value.
    enum Link {
        /// `=`, `:`, `=>`, `:=`, an attribute, an element.
        case assigned
        /// `"name", "value"`: an argument, a header, a definition, a tuple.
        case listed
        /// `name("value")`.
        case called
        /// `--name value`, `ENV name value`, `PASSWORD 'value'`.
        case spaced
        /// `name == "value"`.
        case compared
        /// `name || "value"`, `getenv("name", "value")`, `${name:-value}`.
        case fallback
        /// `the name is value`.
        case told
    }

    /// How the value is told from what surrounds it.
    enum Shape {
        case quoted
        /// Ended by the tags of an element.
        case element
        /// Without quotes of its own, inside of a string, a comment or a URL.
        case embedded
        /// Ended by blanks and punctuation only: in code a name or an expression.
        case bare
    }

    let name: Range<Int>
    let link: Link
    var value: Range<Int>
    var shape: Shape
    /// Whether something is joined to the value, or words follow it.
    var isPart = false
    /// Whether a name without quotes follows a dot or `$`, or the name stands in quotes.
    var isNameQuoted = false
}
