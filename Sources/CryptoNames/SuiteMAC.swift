/// What protects the integrity of a cipher suite's records.
package enum SuiteMAC: String, Sendable, CaseIterable {
    case none, md5, sha1, sha256, sha384, gost
    /// The cipher's mode does.
    case authenticated
}
