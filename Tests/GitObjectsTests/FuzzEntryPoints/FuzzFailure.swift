/// Something that a parser did and must never do, whatever it is given.
package struct FuzzFailure: Error, CustomStringConvertible {
    /// What was found.
    package let reason: String

    package var description: String { "the parser broke its promise: \(reason)" }

    /// - Throws: itself, unless the condition holds.
    static func unless(
        _ condition: Bool, _ reason: @autoclosure () -> String
    ) throws(FuzzFailure) {
        if !condition { throw FuzzFailure(reason: reason()) }
    }
}
