package import ScanModel

/// A rule about settings in structured documents.
package struct SettingRule: Sendable, Equatable {
    /// Globs of `platform/type` in any case, of which the subject fits one.
    package let subjects: [NameGlob]
    /// What must hold before anything is judged.
    package let precondition: SettingCondition
    /// Each that holds is a finding.
    package let failures: [SettingCondition]
}
