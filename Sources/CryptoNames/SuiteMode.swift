/// How a cipher suite applies its cipher.
package enum SuiteMode: String, Sendable, CaseIterable {
    case none, stream, cbc, gcm, ccm, ccm8, poly1305

    /// Whether the mode protects integrity by itself.
    package var isAuthenticated: Bool {
        switch self {
        case .gcm, .ccm, .ccm8, .poly1305: true
        case .none, .stream, .cbc: false
        }
    }
}
