package import Gate
package import ScanModel

/// What the command line and the configuration say about a scan.
package struct ScanOptions: Sendable {
    package var command: String
    package var toolVersion: String
    package var jobs = 1
    package var judgement = Judgement()
    /// Rule ids, families or tags; empty selects all.
    package var select: [String] = []
    package var ignore: [String] = []
    /// Paths that are not reported on.
    package var exclude: [GlobPattern] = []
    package var inlineSuppressions: GateConfiguration.InlineTrust = .afterMerge
    /// Whether reports may show authors' e-mail addresses.
    package var showsEmail = false
    /// Whether a shallow clone counts as complete.
    package var allowsShallow = false
    /// Whether a change without commits counts as judged.
    package var allowsEmptyChange = false
    /// Whether a history scan also scans every blob as a whole and compares.
    package var verifiesDeltas = false
    /// Where a history scan keeps what it may use again; `nil` keeps nothing.
    package var cache: CacheRequest?
    /// Most bytes of objects that a thread of a history scan keeps for those made from them; `nil`
    /// for the usual.
    package var maxWaitingBytes: Int?
    /// The clock of the scan.
    package var asOf: Timestamp
    /// Whether the report needs the words of every rule, or only of those with findings.
    package var describesAllRules = true
    /// Called with the bytes that a sweep over all packs is going to tell `progress` in sum.
    package var progressTotal: @Sendable (_ packedBytes: Int) -> Void = { _ in }
    /// Called with bytes done after each blob or family of packed objects, from any thread.
    package var progress: @Sendable (_ bytes: Int) -> Void = { _ in }

    package init(command: String, toolVersion: String, asOf: Timestamp) {
        self.command = command
        self.toolVersion = toolVersion
        self.asOf = asOf
    }
}
