/// Collects notices so that none is lost and their number stays bounded: after 1,000 of a code
/// the rest become one summarising notice.
package struct NoticeLedger: Sendable {
    /// How many notices of one code are kept word for word.
    package static let maxNoticesPerCode = 1000

    private var kept: Set<GitNotice> = []
    private var keptCounts: [GitNotice.Code: Int] = [:]
    private var omitted: [GitNotice.Code: (count: Int, isIncomplete: Bool)] = [:]

    package init() {}

    /// Adds a notice; one that is there already is not repeated.
    package mutating func add(_ notice: GitNotice) {
        if kept.contains(notice) { return }
        let count = keptCounts[notice.code, default: 0]
        guard count < NoticeLedger.maxNoticesPerCode else {
            let old = omitted[notice.code, default: (0, false)]
            omitted[notice.code] = (old.count + 1, old.isIncomplete || notice.isIncomplete)
            return
        }
        kept.insert(notice)
        keptCounts[notice.code] = count + 1
    }

    /// Adds several notices.
    package mutating func add(contentsOf notices: [GitNotice]) {
        for notice in notices { add(notice) }
    }

    /// Everything collected, sorted.
    package var notices: [GitNotice] {
        let summaries = omitted.map { code, rest in
            GitNotice(
                code, "\(rest.count) more notices of this kind are not listed one by one.",
                isIncomplete: rest.isIncomplete)
        }
        return (Array(kept) + summaries).sorted()
    }
}
