/// The hash function that names the objects of a repository.
package enum ObjectFormat: String, Sendable {
    case sha1
    case sha256

    /// Length of an object id in bytes.
    package var idByteCount: Int {
        switch self {
        case .sha1: 20
        case .sha256: 32
        }
    }
}
