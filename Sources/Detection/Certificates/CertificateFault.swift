internal import Rules
internal import ScanModel

/// What a check says of one certificate or key.
struct CertificateFault {
    let check: CertificateCheck
    /// Half-open byte range in the blob's text.
    let range: Range<Int>
    /// What was found, a sentence.
    let statement: String
    /// The severity, where it is not the rule's.
    var severity: Severity?
    /// What no other place of the same fault has, besides another copy of the same thing.
    let identity: [UInt8]
}
