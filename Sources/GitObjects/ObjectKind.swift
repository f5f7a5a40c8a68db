/// The four kinds of git object.
package enum ObjectKind: String, Sendable {
    case commit
    case tree
    case blob
    case tag
}
