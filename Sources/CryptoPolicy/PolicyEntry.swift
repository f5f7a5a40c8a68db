package import ScanModel

/// What a policy says of one primitive.
package struct PolicyEntry: Hashable, Sendable {
    /// The id by which `CryptoNames` knows it, such as `hash-sha1`.
    package let id: String
    /// What it speaks of, for people.
    package let name: String
    /// What holds before the first date: approved or legacy.
    package let status: PolicyStatus
    package let deprecated: PolicyChange?
    package let disallowed: PolicyChange?
    package let minimums: [PolicyMinimum]
    /// Of a use that is not approved.
    package let severity: Severity
    package let why: String
    /// What to use instead; `nil` where nothing has to change.
    package let fix: String?
    /// The document that the status is from.
    package let document: String

    package init(
        id: String, name: String, status: PolicyStatus, deprecated: PolicyChange?,
        disallowed: PolicyChange?, minimums: [PolicyMinimum], severity: Severity, why: String,
        fix: String?, document: String
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.deprecated = deprecated
        self.disallowed = disallowed
        self.minimums = minimums
        self.severity = severity
        self.why = why
        self.fix = fix
        self.document = document
    }

    /// What holds at a date for a use with these parameters.
    package func verdict(_ parameters: AssetParameters, at date: CalendarDate) -> PolicyVerdict {
        var verdict = dated(at: date)
        for minimum in minimums {
            guard let number = parameters.number(minimum.parameter), number < minimum.value,
                minimum.below > verdict.status
            else { continue }
            verdict = PolicyVerdict(
                status: minimum.below, since: nil,
                reason: "\(number) \(minimum.parameter.rawValue), fewer than the "
                    + "\(minimum.value) that the policy asks for. \(why)",
                document: document, entry: self)
        }
        return verdict
    }

    private func dated(at date: CalendarDate) -> PolicyVerdict {
        for (change, status) in [
            (disallowed, PolicyStatus.disallowed), (deprecated, .deprecated),
        ] {
            guard let change, change.from <= date else { continue }
            return PolicyVerdict(
                status: status, since: change.from, reason: why, document: change.document,
                entry: self)
        }
        return PolicyVerdict(
            status: status, since: nil, reason: why, document: document, entry: self)
    }

    /// What is going to change after a date, the earliest first.
    package func changes(
        after date: CalendarDate
    ) -> [(status: PolicyStatus, change: PolicyChange)] {
        var found: [(status: PolicyStatus, change: PolicyChange)] = []
        if let deprecated, deprecated.from > date,
            disallowed.map({ $0.from > deprecated.from }) ?? true
        {
            found.append((.deprecated, deprecated))
        }
        if let disallowed, disallowed.from > date { found.append((.disallowed, disallowed)) }
        return found
    }
}
