package import ScanModel

/// What a rule asks of the settings of one subject; may be true, false or unknown.
package indirect enum SettingCondition: Sendable, Equatable {
    /// All hold; the finding is at the last one's place.
    case all([SettingCondition])
    case any([SettingCondition])
    case not(SettingCondition)
    /// A value at one of the paths passes all tests.
    case test(paths: [SettingPath], tests: [ValueTest])
    /// The condition holds for one of the values at the path.
    case each(path: SettingPath, SettingCondition)
    /// Another subject of the same text, which names this one at the path, fulfils the condition.
    case joined(subjects: [NameGlob], path: SettingPath, SettingCondition)
}
