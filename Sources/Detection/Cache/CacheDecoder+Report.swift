internal import Rules
internal import ScanModel

/// The parts of a report, in the order in which `CacheEncoder` wrote them.
///
/// The texts were redacted when they were written, and the file's seal says that they are those.
extension CacheDecoder {
    mutating func statistics() throws(CacheFault) -> ScanStatistics {
        var statistics = ScanStatistics()
        statistics.expectedBlobs = try int()
        statistics.scannedBlobs = try int()
        statistics.scannedBytes = try int()
        statistics.skippedBlobs = try int()
        statistics.commits = try int()
        statistics.objects = try optional { d throws(CacheFault) in try d.objectCounts() }
        return statistics
    }

    mutating func notification() throws(CacheFault) -> ScanNotification {
        let code = try text()
        guard let level = ScanNotification.Level(rawValue: try int()) else { throw CacheFault() }
        return ScanNotification(
            code: code, level: level, message: try redacted(),
            path: try optional { d throws(CacheFault) in try d.redacted() },
            isIncomplete: try flag())
    }

    mutating func finding(of rule: Rule, _ message: String) throws(CacheFault) -> Finding {
        guard let severity = Severity(rawValue: try int()),
            let confidence = Confidence(rawValue: try int())
        else { throw CacheFault() }
        return Finding(
            ruleID: rule.id, kind: rule.kind, severity: severity, confidence: confidence,
            message: message, fingerprint: Fingerprint(hex: try text()), preview: try redacted(),
            evidence: try list { d throws(CacheFault) in try d.evidence() },
            primary: try location(),
            others: try list { d throws(CacheFault) in try d.location() },
            omittedLocationCount: try int(),
            related: try list { d throws(CacheFault) in try d.related() },
            explanation: try list { d throws(CacheFault) in try d.text() },
            history: try optional { d throws(CacheFault) in try d.history() },
            suppression: try optional { d throws(CacheFault) in try d.suppression() })
    }

    mutating func evidence() throws(CacheFault) -> Evidence {
        guard let standing = Evidence.Standing(rawValue: try text()) else { throw CacheFault() }
        return Evidence(standing, try text())
    }

    private mutating func objectCounts() throws(CacheFault) -> ObjectCounts {
        ObjectCounts(
            expected: try int(), commits: try objectCount(), trees: try objectCount(),
            blobs: try objectCount(), tags: try objectCount(), skipped: try int(),
            known: try int())
    }

    private mutating func objectCount() throws(CacheFault) -> ObjectCounts.Count {
        ObjectCounts.Count(objects: try int(), bytes: try int())
    }

    private mutating func redacted() throws(CacheFault) -> RedactedText {
        RedactedText(redacted: try text())
    }

    private mutating func suppression() throws(CacheFault) -> Suppression {
        guard let kind = Suppression.Kind(rawValue: try text()) else { throw CacheFault() }
        return Suppression(kind: kind, justification: try redacted())
    }

    private mutating func location() throws(CacheFault) -> Location {
        guard let kind = Provenance.Kind(rawValue: try text()) else { throw CacheFault() }
        let provenance = Provenance(
            kind: kind, path: try redacted(),
            objectID: try optional { d throws(CacheFault) in try d.id() },
            commit: try optional { d throws(CacheFault) in try d.commit() })
        let region = Region(
            startLine: try int(), startColumn: try int(), endLine: try int(),
            endColumn: try int())
        let snippet = try redacted()
        let start = try int(upTo: Int(Int32.max))
        let end = start + (try int(upTo: Int(Int32.max)))
        return Location(
            provenance: provenance, region: region,
            snippet: Snippet(text: snippet, highlight: start..<end), lineHash: try text())
    }

    private mutating func related() throws(CacheFault) -> RelatedLocation {
        guard let kind = RelatedLocation.Kind(rawValue: try text()) else { throw CacheFault() }
        return RelatedLocation(kind: kind, location: try location(), message: try redacted())
    }

    private mutating func commit() throws(CacheFault) -> CommitSummary {
        CommitSummary(
            id: try id(), authorName: try redacted(),
            authorEmail: try optional { d throws(CacheFault) in try d.redacted() },
            authorDate: Timestamp(
                secondsSince1970: Int64(try int()),
                offsetMinutes: try int(upTo: Int(Int32.max), from: Int(Int32.min))))
    }

    private mutating func history() throws(CacheFault) -> FindingHistory {
        FindingHistory(
            introduced: try optional { d throws(CacheFault) in try d.commit() },
            removed: try optional { d throws(CacheFault) in try d.commit() },
            lastHeld: try optional { d throws(CacheFault) in try d.commit() },
            isAtHead: try flag(), blobCount: try int(),
            paths: try list { d throws(CacheFault) in try d.redacted() },
            omittedPathCount: try int(),
            refs: try list { d throws(CacheFault) in try d.redacted() },
            omittedRefCount: try int(), isUnreachable: try flag())
    }
}
