/// What a word means to the parser; each language lists its own words.
enum CodeWord: UInt8, Sendable {
    case none
    case importing, from, package
    case function, type, extending
    case branch, elseBranch, otherwise, loop, block, selection, caseLabel
    case returning, raising
    /// `var`, `let`, `val`, `my`: a declaration follows.
    case variable
    /// `public`, `static`, `final`: passed over.
    case modifier
    /// `await`, `ref`, `not`: stands before an operand and is passed over.
    case prefix
    /// `not`: turns a flag round.
    case negation
    case construction
    case truth, falsehood, null
    case lambda
    /// `and`, `in`, `instanceof`: between operands.
    case infix
    case disjunction
    case doBlock, end, then
    case selfReference
    /// A label of a type such as `throws`, `extends`, `where`: a header goes on.
    case header
}
