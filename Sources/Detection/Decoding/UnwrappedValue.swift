internal import ScanModel

/// What is said of a value that a text holds in another form; made while the value is at hand.
struct UnwrappedValue {
    /// That of the value written plainly.
    let fingerprint: Fingerprint
    let preview: RedactedText
    /// What is known offline of the value; `nil` where only secrets are looked for.
    let proof: FindingProof?
}
