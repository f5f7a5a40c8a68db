package import ScanModel

/// The closing lines of a report, also for a terminal when the report goes to a file.
package enum SummaryLine {
    /// `3 block (2 critical, 1 high), 1 does not block, 2 suppressed`.
    package static func findings(_ report: ScanReport) -> String {
        let tally = FindingTally(report)
        var parts: [String] = []
        if tally.blocking > 0 {
            parts.append(
                "\(DecimalGrouping.text(tally.blocking)) \(tally.blocking == 1 ? "blocks" : "block")"
                    + " (\(TextWording.severities(tally)))")
        }
        if tally.notBlocking > 0 {
            parts.append(
                "\(DecimalGrouping.text(tally.notBlocking)) "
                    + (tally.notBlocking == 1 ? "does not block" : "do not block"))
        }
        if tally.suppressed > 0 {
            parts.append("\(DecimalGrouping.text(tally.suppressed)) suppressed")
        }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    /// `1,234 blobs, 56.7 MB, 89 commits, 312 rules (set 0123456789abcdef)`.
    package static func scanned(_ report: ScanReport) -> String {
        let statistics = report.statistics
        // A sweep counts the messages of commits and tags among them.
        let messages = statistics.objects == nil ? "" : " and messages"
        var text =
            DecimalGrouping.counted(statistics.scannedBlobs, "blob") + messages + ", "
            + ByteSize.text(statistics.scannedBytes)
        if statistics.commits > 0 {
            text += ", " + DecimalGrouping.counted(statistics.commits, "commit")
        }
        text += ", " + DecimalGrouping.counted(report.activeRuleCount, "rule")
        return text + " (set \(TerminalText.escaped(report.ruleSetDigest)))"
    }

    /// `9 of 9 read (2 commits, 3 trees, 4 blobs, 0 tags), 1.2 kB`; `nil` where the object database
    /// was not read as a whole.
    package static func objects(_ report: ScanReport) -> String? {
        guard let objects = report.statistics.objects else { return nil }
        let kinds = [
            DecimalGrouping.counted(objects.commits.objects, "commit"),
            DecimalGrouping.counted(objects.trees.objects, "tree"),
            DecimalGrouping.counted(objects.blobs.objects, "blob"),
            DecimalGrouping.counted(objects.tags.objects, "tag"),
        ]
        return "\(DecimalGrouping.text(objects.read)) of \(DecimalGrouping.text(objects.expected))"
            + " read (\(kinds.joined(separator: ", "))), \(ByteSize.text(objects.bytes))"
            + (objects.known > 0
                ? ", \(DecimalGrouping.text(objects.known)) of them known from the cache" : "")
    }

    /// Whether all was read: `complete: all 1,234 blobs read`, or in capitals what was not.
    package static func coverage(_ report: ScanReport) -> String {
        let statistics = report.statistics
        let objects = statistics.objects
        let expected = objects?.expected ?? statistics.expectedBlobs
        let read = objects?.read ?? statistics.scannedBlobs
        let skipped = objects?.skipped ?? statistics.skippedBlobs
        let noun = objects == nil ? "blob" : "object"
        let total = DecimalGrouping.counted(expected, noun)
        let unread = expected - read
        let left = DecimalGrouping.text(unread)
        if report.verdict.isIncomplete {
            return unread > 0
                ? "INCOMPLETE: \(left) of \(total) not read, see above"
                : "INCOMPLETE: not all that was asked for could be read, see above"
        }
        if unread != skipped {
            return "INCOMPLETE: the ledger has a fault: \(total) expected, "
                + "\(DecimalGrouping.text(read)) read, "
                + "\(DecimalGrouping.text(skipped)) left out; please report this"
        }
        if unread > 0 {
            // Damage that only unreachable objects have is no gap in what was asked for.
            let reason =
                objects == nil
                ? "\(unread == 1 ? "that one was" : "those were") left out on purpose"
                : "nothing that was asked for needs \(unread == 1 ? "that one" : "those")"
            return "complete: all but \(left) of \(total) read; \(reason)"
        }
        if expected == 0 { return "complete: there was nothing to read" }
        return expected == 1 ? "complete: the one \(noun) read" : "complete: all \(total) read"
    }

    /// What the exit status means.
    package static func verdict(_ report: ScanReport) -> String {
        let verdict = report.verdict
        let status = "exit status \(verdict.exitStatus.rawValue)"
        switch verdict.exitStatus {
        case .findings:
            return
                "REFUSED, \(status): findings of severity \(verdict.threshold.severity.word) or higher block"
                + (verdict.isIncomplete ? "; the scan was incomplete as well" : "")
        case .incomplete:
            return "NOT CLEARED, \(status): what was not read may hold secrets"
                + (verdict.blockingCount > 0 ? "; findings excused by --exit-zero" : "")
        case .usage:
            return "NOT JUDGED, \(status): the command line or a configuration is wrong"
        case .clean:
            return verdict.blockingCount > 0
                ? "excused by --exit-zero, \(status): findings would block"
                : "clean, \(status): nothing blocks"
        }
    }
}
