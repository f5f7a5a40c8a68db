/// A rule about settings in structured documents.
package struct SettingRule: Sendable, Equatable {
    /// Globs of `platform/type`, of which the subject fits one.
    package let subjects: [String]
    /// What must hold before anything is judged.
    package let precondition: SettingCondition
    /// Each that holds is a finding.
    package let failures: [SettingCondition]
}
