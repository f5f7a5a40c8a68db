/// Proves or refutes a captured value without any network: checksum, structure, or shape.
///
/// In come the raw bytes of one value that a rule captured; out goes a judgement whose sentences
/// hold no part of it. A validator is a stateless value, keeps nothing, never traps, and its cost
/// is linear in the value.
package protocol Validator: Sendable {
    /// The name in rule files, such as `github-crc32`. Names that start with `not-` are filters.
    static var name: String { get }

    /// Judges a value; the bytes are borrowed for the call.
    func judge(_ value: UnsafeRawBufferPointer) -> ValidatorJudgement

    /// The check characters that follow `prefix` in a well-formed value, for examples of rules.
    /// - Returns: `nil` where the format has no checksum or `prefix` has not the fitting form.
    func checksum(over prefix: [UInt8]) -> [UInt8]?
}

extension Validator {
    package func checksum(over prefix: [UInt8]) -> [UInt8]? { nil }

    /// Judges a value within `ValidatorLimits`: the way in for callers with hostile bytes.
    package func judgement(of value: UnsafeRawBufferPointer) -> ValidatorJudgement {
        value.count <= ValidatorLimits.maxValueBytes ? judge(value) : .unknown
    }
}
