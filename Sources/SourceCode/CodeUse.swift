/// A place where code does something with a name.
package struct CodeUse: Sendable {
    /// What is done.
    package enum Kind: UInt8, Sendable, CaseIterable {
        /// `name(…)`.
        case call
        /// `new Name(…)`, `Name{…}`.
        case construction
        /// `name = value`, an entry of a map, a field of a struct, the default of a parameter:
        /// the only argument is the value.
        case assignment
        /// A dotted name or a constant that stands as a value.
        case reference
        /// A declaration; the arguments are the parameters with their defaults.
        case function
        /// `@Name(…)`, `[Name(…)]`, `#[name(…)]`.
        case annotation
        /// `a == b` or `a != b` where neither is a literal: the name is `==`.
        case comparison
    }

    /// What the body of a function does, as far as it is simple.
    package enum BodyKind: UInt8, Sendable {
        /// More than one thing, or no function.
        case other
        /// Nothing.
        case empty
        /// One `return` of one literal or name: `result`.
        case returns
        /// Throws first of all.
        case raising
        /// A declaration without a body.
        case absent
    }

    /// Place in the file's list of uses.
    package var index: Int
    /// What is done.
    package var kind: Kind
    /// The dotted name, imports and types resolved; `?.name` when the receiver is not known.
    package var name: String
    /// Whether the head of the name was found among imports, types or constructors of the file.
    package var isResolved: Bool
    /// The name alone.
    package var nameSpan: SourceRange
    /// The whole expression.
    package var span: SourceRange
    /// Arguments in order.
    package var arguments: [CodeArgument]
    /// Name of the variable, field, key, parameter, or returning function that gets the value.
    package var assignedTo: String?
    /// Name of the function that it is in.
    package var scope: String?
    /// Index of the use that declares that function.
    package var function: Int?
    /// Whether a function whose name says test is around it.
    package var isInTest: Bool
    /// Whether a branch is around it whose condition never holds.
    package var conditionIsConstantFalse: Bool
    /// Index of the use whose result is the receiver.
    package var receiver: Int?
    /// The receiver when it is a value and no name: `"text".getBytes()`.
    package var receiverValue: CodeValue?
    /// What the body of a function does.
    package var body: BodyKind
    /// What the body returns when it does nothing else.
    package var result: CodeValue?

    /// The value of an assignment.
    package var value: CodeValue? { kind == .assignment ? arguments.first?.value : nil }

    /// The argument of a name, or else the one at a place among those without names.
    package func argument(_ name: String?, at place: Int? = nil) -> CodeArgument? {
        if let name, let named = arguments.first(where: { $0.name == name }) { return named }
        guard let place, place >= 0 else { return nil }
        var seen = 0
        for argument in arguments where argument.name == nil {
            if seen == place { return argument }
            seen += 1
        }
        return nil
    }
}
