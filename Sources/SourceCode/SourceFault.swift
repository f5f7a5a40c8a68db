/// Why a source file was not read to its end or depth.
package enum SourceFault: String, Sendable, CaseIterable {
    /// The language has no description.
    case languageNotRead
    /// More bytes than the limit: the rest was not looked at.
    case tooManyBytes
    /// More uses than the limit: the rest was not looked at.
    case tooManyUses
    /// Brackets nested deeper than the limit: what is inside was not looked at.
    case tooDeep
    /// More marks whose ends did not come than are looked for: what follows may be read otherwise.
    case tooManyOpenTexts
}
