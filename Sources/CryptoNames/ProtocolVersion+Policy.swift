extension ProtocolVersion {
    /// The id of the policy's entry that speaks of it.
    package var policyEntry: String {
        switch self {
        case .ssl2: "proto-ssl2"
        case .ssl3: "proto-ssl3"
        case .tls10: "proto-tls10"
        case .tls11: "proto-tls11"
        case .tls12, .dtls12: "proto-tls12"
        case .tls13, .dtls13: "proto-tls13"
        case .dtls10: "proto-dtls10"
        case .ssh1: "proto-ssh1"
        case .ssh2: "proto-ssh2"
        }
    }
}
