internal import SourceCode

extension UseJudge {
    /// The values that a value may have; none where nothing is known, or no more may be looked up.
    mutating func possibleValues(of value: CodeValue) -> [CodeValue] {
        guard lookupsLeft > 0 else {
            isCut = true
            return []
        }
        lookupsLeft -= 1
        return file.possibleValues(of: value)
    }
}
