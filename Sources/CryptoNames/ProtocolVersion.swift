/// A version of a protocol that protects a connection, weakest first within its family.
///
/// Enters: a name as some program, language or cloud spells it. Leaves: the version, or nothing
/// where the name says none. It never says whether a version may be used: a policy does.
package enum ProtocolVersion: Int, Sendable, CaseIterable, Comparable {
    case ssl2, ssl3, tls10, tls11, tls12, tls13
    case dtls10, dtls12, dtls13
    case ssh1, ssh2

    /// The protocols whose versions can be compared with each other.
    package enum Family: Sendable {
        case tls, dtls, ssh
    }

    package var family: Family {
        switch self {
        case .ssl2, .ssl3, .tls10, .tls11, .tls12, .tls13: .tls
        case .dtls10, .dtls12, .dtls13: .dtls
        case .ssh1, .ssh2: .ssh
        }
    }

    /// The name for people, such as `TLS 1.0`.
    package var title: String {
        switch self {
        case .ssl2: "SSL 2.0"
        case .ssl3: "SSL 3.0"
        case .tls10: "TLS 1.0"
        case .tls11: "TLS 1.1"
        case .tls12: "TLS 1.2"
        case .tls13: "TLS 1.3"
        case .dtls10: "DTLS 1.0"
        case .dtls12: "DTLS 1.2"
        case .dtls13: "DTLS 1.3"
        case .ssh1: "SSH 1"
        case .ssh2: "SSH 2"
        }
    }

    /// The versions of SSL and TLS, weakest first.
    static let tlsVersions: [ProtocolVersion] = [.ssl2, .ssl3, .tls10, .tls11, .tls12, .tls13]

    /// Only versions of one family compare meaningfully; families stand in a fixed order.
    package static func < (left: ProtocolVersion, right: ProtocolVersion) -> Bool {
        left.rawValue < right.rawValue
    }
}
