extension SettingJudge {
    /// Lets the next rule look at as much as one may.
    /// - Returns: what `endRule` is to be told.
    mutating func beginRule() -> Int {
        visitsLeft = min(SettingJudge.maxVisits, visitsLeftOfAll)
        return visitsLeft
    }

    /// Counts what a rule looked at among what all may.
    mutating func endRule(_ begun: Int) { visitsLeftOfAll -= begun - visitsLeft }
}
