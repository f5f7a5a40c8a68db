internal import ScanModel

/// The parts of a report, in the order in which `CacheDecoder` reads them.
extension CacheEncoder {
    mutating func add(_ statistics: ScanStatistics) {
        for number in [
            statistics.expectedBlobs, statistics.scannedBlobs, statistics.scannedBytes,
            statistics.skippedBlobs, statistics.commits,
        ] { add(number) }
        add(statistics.objects) { encoder, objects in
            encoder.add(objects.expected)
            for count in [objects.commits, objects.trees, objects.blobs, objects.tags] {
                encoder.add(count.objects)
                encoder.add(count.bytes)
            }
            encoder.add(objects.skipped)
            encoder.add(objects.known)
        }
    }

    mutating func add(_ notification: ScanNotification) {
        add(notification.code)
        add(notification.level.rawValue)
        add(notification.message.text)
        add(notification.path) { $0.add($1.text) }
        add(notification.isIncomplete)
    }

    /// All of a finding but its rule's own words.
    mutating func add(_ finding: Finding) {
        add(finding.severity.rawValue)
        add(finding.confidence.rawValue)
        add(finding.fingerprint.hex)
        add(finding.preview.text)
        add(list: finding.evidence) { $0.add($1) }
        add(finding.primary)
        add(list: finding.others) { $0.add($1) }
        add(finding.omittedLocationCount)
        add(list: finding.related) { encoder, related in
            encoder.add(related.kind.rawValue)
            encoder.add(related.location)
            encoder.add(related.message.text)
        }
        add(list: finding.explanation) { $0.add($1) }
        add(finding.history) { $0.add($1) }
        add(finding.suppression) { encoder, suppression in
            encoder.add(suppression.kind.rawValue)
            encoder.add(suppression.justification.text)
        }
    }

    mutating func add(_ evidence: Evidence) {
        add(evidence.standing.rawValue)
        add(evidence.statement)
    }

    private mutating func add(_ location: Location) {
        add(location.provenance.kind.rawValue)
        add(location.provenance.path.text)
        add(location.provenance.objectID) { $0.add($1) }
        add(location.provenance.commit) { $0.add($1) }
        let region = location.region
        for number in [
            region.startLine, region.startColumn, region.endLine, region.endColumn,
        ] { add(number) }
        add(location.snippet.text.text)
        add(location.snippet.highlight.lowerBound)
        add(location.snippet.highlight.count)
        add(location.lineHash)
    }

    private mutating func add(_ commit: CommitSummary) {
        add(commit.id)
        add(commit.authorName.text)
        add(commit.authorEmail) { $0.add($1.text) }
        add(Int(commit.authorDate.secondsSince1970))
        add(commit.authorDate.offsetMinutes)
    }

    private mutating func add(_ history: FindingHistory) {
        for commit in [history.introduced, history.removed, history.lastHeld] {
            add(commit) { $0.add($1) }
        }
        add(history.isAtHead)
        add(history.blobCount)
        add(list: history.paths) { $0.add($1.text) }
        add(history.omittedPathCount)
        add(list: history.refs) { $0.add($1.text) }
        add(history.omittedRefCount)
        add(history.isUnreachable)
    }
}
