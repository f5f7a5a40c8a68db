import ScanModel

/// The vocabulary that `json` and `jsonl` share; `docs/report-json.md` describes it for readers.
extension JSONWriter {
    /// The version of the vocabulary; it rises when a member changes its meaning or goes.
    static let schemaVersion = 1

    /// Writes what the report is about as members of the open object.
    func headerMembers(_ report: ScanReport) {
        member("schemaVersion", JSONWriter.schemaVersion)
        object("tool") {
            member("name", "Portcullis")
            member("version", report.toolVersion)
            member("ruleSetDigest", report.ruleSetDigest)
        }
        member("command", report.command)
        // Only the day: it decides judgements by date, and seconds would make equal scans differ.
        member("asOf", CalendarDate(secondsSince1970: report.asOf.secondsSince1970).description)
        if let origin = report.origin {
            object("origin") {
                member("remoteURL", ifPresent: origin.remoteURL?.text)
                member("revision", ifPresent: origin.revision?.hex)
                member("branch", ifPresent: origin.branch?.text)
            }
        }
    }

    /// Writes a rule as the next value.
    func ruleObject(_ rule: RuleDescriptor) {
        object {
            member("id", rule.id.rawValue)
            member("name", rule.name)
            member("kind", rule.kind.rawValue)
            member("severity", rule.severity.word)
            member("confidence", rule.confidence.word)
            member("finds", rule.finds)
            member("why", rule.why)
            member("remediation", rule.remediation)
            member("tags", rule.tags)
            array("cwe") { for number in rule.cwe { value("CWE-\(number)") } }
            member("references", rule.references)
        }
    }

    /// Writes a finding as members of the open object.
    func findingMembers(_ finding: Finding, verdict: Verdict) {
        member("rule", finding.ruleID.rawValue)
        member("kind", finding.kind.rawValue)
        member("severity", finding.severity.word)
        member("confidence", finding.confidence.word)
        member("standing", finding.standing.rawValue)
        member("blocks", verdict.threshold.blocks(finding))
        member("message", finding.message)
        member("preview", finding.preview.text)
        member("fingerprint", finding.fingerprint.hex)
        array("evidence") {
            for item in finding.evidence {
                object {
                    member("standing", item.standing.rawValue)
                    member("statement", item.statement)
                }
            }
        }
        locationMember("location", finding.primary)
        array("otherLocations") {
            for location in finding.others { object { locationMembers(location) } }
        }
        member("omittedLocationCount", finding.omittedLocationCount)
        array("related") {
            for related in finding.related {
                object {
                    member("relation", related.kind.rawValue)
                    member("message", related.message.text)
                    locationMember("location", related.location)
                }
            }
        }
        if !finding.explanation.isEmpty { member("explanation", finding.explanation) }
        if let history = finding.history { historyMember(history) }
        if let suppression = finding.suppression {
            object("suppression") {
                member("kind", suppression.kind.rawValue)
                member("justification", suppression.justification.text)
            }
        }
    }

    /// Writes a notification as members of the open object.
    func notificationMembers(_ notification: ScanNotification) {
        member("code", notification.code)
        member("level", notification.level.word)
        member("incomplete", notification.isIncomplete)
        member("path", ifPresent: notification.path?.text)
        member("message", notification.message.text)
    }

    /// Writes counts and verdict as members of the open object.
    func summaryMembers(_ report: ScanReport) {
        let tally = FindingTally(report)
        object("statistics") { statisticsMembers(report.statistics) }
        object("findingCounts") {
            member("blocking", tally.blocking)
            member("notBlocking", tally.notBlocking)
            member("suppressed", tally.suppressed)
        }
        object("verdict") {
            member("blockingCount", report.verdict.blockingCount)
            member("complete", !report.verdict.isIncomplete)
            member("failOn", report.verdict.threshold.severity.word)
            member("exitZero", report.verdict.exitZero)
            member("exitStatus", Int(report.verdict.exitStatus.rawValue))
        }
    }

    /// Writes the ledger as members of the open object.
    func statisticsMembers(_ statistics: ScanStatistics) {
        member("expectedBlobs", statistics.expectedBlobs)
        member("scannedBlobs", statistics.scannedBlobs)
        member("skippedBlobs", statistics.skippedBlobs)
        member("scannedBytes", statistics.scannedBytes)
        member("commits", statistics.commits)
        guard let objects = statistics.objects else { return }
        object("objects") {
            member("expected", objects.expected)
            member("read", objects.read)
            member("skipped", objects.skipped)
            if objects.known > 0 { member("known", objects.known) }
            member("bytes", objects.bytes)
            countMember("commits", objects.commits)
            countMember("trees", objects.trees)
            countMember("blobs", objects.blobs)
            countMember("tags", objects.tags)
        }
    }

    /// Writes the life of a finding as member `history`.
    func historyMember(_ history: FindingHistory) {
        object("history") {
            if let commit = history.introduced { commitMember("introduced", commit) }
            if let commit = history.removed { commitMember("removed", commit) }
            if let commit = history.lastHeld { commitMember("lastHeld", commit) }
            member("atHead", history.isAtHead)
            member("unreachable", history.isUnreachable)
            member("refs", history.refs.map(\.text))
            member("omittedRefCount", history.omittedRefCount)
            member("blobCount", history.blobCount)
            member("paths", history.paths.map(\.text))
            member("omittedPathCount", history.omittedPathCount)
        }
    }

    /// Writes a commit as member `name`.
    func commitMember(_ name: String, _ commit: CommitSummary) {
        object(name) {
            member("id", commit.id.hex)
            member("authorName", commit.authorName.text)
            member("authorEmail", ifPresent: commit.authorEmail?.text)
            member("authorDate", commit.authorDate.description)
        }
    }

    private func countMember(_ name: String, _ count: ObjectCounts.Count) {
        object(name) {
            member("count", count.objects)
            member("bytes", count.bytes)
        }
    }

    private func locationMember(_ name: String, _ location: Location) {
        object(name) { locationMembers(location) }
    }

    private func locationMembers(_ location: Location) {
        let provenance = location.provenance
        member("source", provenance.kind.rawValue)
        member("path", provenance.path.text)
        member("objectID", ifPresent: provenance.objectID?.hex)
        if let commit = provenance.commit { commitMember("commit", commit) }
        member("startLine", location.region.startLine)
        member("startColumn", location.region.startColumn)
        member("endLine", location.region.endLine)
        member("endColumn", location.region.endColumn)
        member("line", location.snippet.text.text)
        member("lineHash", location.lineHash)
    }
}
