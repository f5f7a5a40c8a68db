package import ScanModel

/// What a scan found of cryptography, judged by a policy at a date: all that a reporter needs.
package struct CryptoInventory: Sendable {
    /// Version of the program.
    package let toolVersion: String
    package let date: CalendarDate
    package let policy: CryptoPolicy
    /// In the order of `CryptoItem`.
    package let assets: [CryptoAsset]
    /// Sorted.
    package let notifications: [ScanNotification]
    package let statistics: ScanStatistics

    package init(
        toolVersion: String, date: CalendarDate, policy: CryptoPolicy, assets: [CryptoAsset],
        notifications: [ScanNotification], statistics: ScanStatistics
    ) {
        self.toolVersion = toolVersion
        self.date = date
        self.policy = policy
        self.assets = assets
        self.notifications = notifications
        self.statistics = statistics
    }

    /// What the policy says of an item.
    package func verdict(on item: CryptoItem) -> PolicyVerdict {
        policy.verdict(on: item, at: date)
    }

    /// Whether anything that was asked for was not read.
    package var isIncomplete: Bool { notifications.contains(where: \.isIncomplete) }

    /// Statuses of all assets, the worst first, with how many have each.
    package var tally: [(status: PolicyStatus, count: Int)] {
        var counts: [PolicyStatus: Int] = [:]
        for asset in assets { counts[verdict(on: asset.item).status, default: 0] += 1 }
        return PolicyStatus.allCases.reversed().compactMap { status in
            counts[status].map { (status, $0) }
        }
    }
}
