package import ScanModel

extension HistorySurvey {
    /// Says for each group of blobs (or commits and tags) that hold the same secret where it came
    /// from and went.
    ///
    /// What could not be read is among the survey's notices.
    package func attribute(groups: [[ObjectID]]) -> [Attribution] {
        if groups.isEmpty { return [] }
        let history = RefHistory(repository, selection, source)
        var attributor = GroupAttributor(self, history)
        return attributor.attribute(groups)
    }
}
