import ScanModel

/// `results` of a SARIF run.
extension JSONWriter {
    /// Writes one finding as a result (SARIF §3.27).
    func sarifResult(
        _ finding: Finding, verdict: Verdict, selection: SarifSelection, profile: SarifProfile
    ) {
        object {
            member("ruleId", finding.ruleID.rawValue)
            if let index = selection.ruleIndices[finding.ruleID] { member("ruleIndex", index) }
            member("kind", "fail")
            member("level", SarifRule.level(finding.severity))
            member("rank", finding.severity.rawValue * 20 + finding.confidence.rawValue * 10)
            sarifText(
                "message",
                finding.preview.text.isEmpty
                    ? finding.message : "\(finding.message) Value: \(finding.preview.text)")
            // All places need the same correction (SARIF §3.27.12); GitHub shows the first.
            array("locations") {
                sarifLocation(finding.primary)
                for other in finding.others.prefix(profile.maxRelatedLocations) {
                    sarifLocation(other)
                }
            }
            sarifRelatedLocations(finding, limit: profile.maxRelatedLocations)
            object("partialFingerprints") {
                if !finding.primary.lineHash.isEmpty {
                    member("primaryLocationLineHash", finding.primary.lineHash)
                }
                member("portcullisFingerprint/v1", finding.fingerprint.hex)
            }
            // SARIF §3.27.23: in one run either every result has this or none.
            if selection.hasSuppressed {
                array("suppressions") {
                    if let suppression = finding.suppression { sarifSuppression(suppression) }
                }
            }
            object("properties") { sarifProperties(finding, verdict: verdict) }
        }
    }

    private func sarifProperties(_ finding: Finding, verdict: Verdict) {
        member("fingerprint", finding.fingerprint.hex)
        member("kind", finding.kind.rawValue)
        member("severity", finding.severity.word)
        member("confidence", finding.confidence.word)
        member("standing", finding.standing.rawValue)
        member("blocks", verdict.threshold.blocks(finding))
        array("evidence") {
            for item in finding.evidence {
                object {
                    member("standing", item.standing.rawValue)
                    member("statement", item.statement)
                }
            }
        }
        member("source", finding.primary.provenance.kind.rawValue)
        member("objectID", ifPresent: finding.primary.provenance.objectID?.hex)
        if let commit = finding.primary.provenance.commit { commitMember("commit", commit) }
        if let history = finding.history { historyMember(history) }
        if !finding.explanation.isEmpty { member("explanation", finding.explanation) }
        member("otherLocationCount", finding.others.count + finding.omittedLocationCount)
    }

    private func sarifSuppression(_ suppression: Suppression) {
        object {
            member("kind", suppression.kind.rawValue)
            member("status", "accepted")
            member("justification", suppression.justification.text)
        }
    }

    private func sarifRelatedLocations(_ finding: Finding, limit: Int) {
        guard !finding.related.isEmpty else { return }
        array("relatedLocations") {
            for (index, item) in finding.related.prefix(limit).enumerated() {
                sarifLocation(item.location, id: index + 1, message: item.message.text)
            }
        }
    }

    private func sarifLocation(_ location: Location, id: Int? = nil, message: String? = nil) {
        let provenance = location.provenance
        object {
            if let id { member("id", id) }
            object("physicalLocation") {
                sarifArtifact(SarifURI.reference(provenance))
                sarifRegion(location)
            }
            if let kind = provenance.kind.logicalKind {
                array("logicalLocations") {
                    object {
                        member("name", provenance.objectID?.hex ?? provenance.path.text)
                        member("fullyQualifiedName", provenance.path.text)
                        member("kind", kind)
                    }
                }
            }
            if let message { sarifText("message", message) }
        }
    }

    /// All four fields, as GitHub needs them, from 1 and never backwards (SARIF §3.30).
    private func sarifRegion(_ location: Location) {
        let region = location.region
        let startLine = max(region.startLine, 1)
        let startColumn = max(region.startColumn, 1)
        let endLine = max(region.endLine, startLine)
        let endColumn = max(region.endColumn, endLine == startLine ? startColumn : 1)
        object("region") {
            member("startLine", startLine)
            member("startColumn", startColumn)
            member("endLine", endLine)
            member("endColumn", endColumn)
            object("snippet") { member("text", location.snippet.text.text) }
        }
    }
}

extension Provenance.Kind {
    /// The kind of logical location for what is no file (SARIF §3.33.7 leaves the words open).
    fileprivate var logicalKind: String? {
        switch self {
        case .file, .indexEntry, .gitBlob: nil
        case .commitMessage: "commitMessage"
        case .tagMessage: "tagMessage"
        case .metadata: "gitMetadata"
        case .log: "log"
        }
    }
}
