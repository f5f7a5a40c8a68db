import ScanModel

/// The sentences of the `text` report.
enum TextWording {
    /// A path, message or name as a terminal shows it.
    static func place(_ provenance: Provenance) -> String {
        let path = TerminalText.escaped(provenance.path.text)
        let id = provenance.objectID.map { short($0) }
        return switch provenance.kind {
        case .file, .indexEntry, .gitBlob: path
        case .commitMessage: "message of commit \(id ?? path)"
        case .tagMessage: "message of tag \(id.map { "\(path) (\($0))" } ?? path)"
        case .metadata: "git metadata of \(id.map { "\(path) (\($0))" } ?? path)"
        case .log: path == "-" ? "standard input" : path
        }
    }

    /// `path:line:column`, which editors and terminals open.
    static func position(_ location: Location) -> String {
        place(location.provenance)
            + ":\(max(location.region.startLine, 1)):\(max(location.region.startColumn, 1))"
    }

    /// Twelve digits, enough for any repository.
    static func short(_ id: ObjectID) -> String { String(id.hex.prefix(12)) }

    /// `0123456789ab on 2026-03-01 by Ada Lovelace`.
    static func commit(_ commit: CommitSummary) -> String {
        var name = TerminalText.escaped(String(commit.authorName.text.prefix(60)))
        if let email = commit.authorEmail {
            name += " <\(TerminalText.escaped(String(email.text.prefix(120))))>"
        }
        let day = String(commit.authorDate.description.prefix(10))
        return "\(short(commit.id)) on \(day)" + (name.isEmpty ? "" : " by \(name)")
    }

    /// The life of a finding in one sentence, the first `limit` refs that lead to it named.
    static func history(_ history: FindingHistory, limit: Int) -> String {
        var text =
            history.introduced.map { "introduced by commit " + commit($0) }
            ?? "no commit reaches it"
        if history.isAtHead {
            text += "; still at HEAD"
        } else if let removed = history.removed {
            text += "; removed by commit \(commit(removed))"
        } else if let last = history.lastHeld, last.id != history.introduced?.id {
            text += "; last held by commit \(commit(last))"
        }
        if history.blobCount > 1 {
            text += "; in \(DecimalGrouping.text(history.blobCount)) versions"
        }
        if history.isUnreachable {
            text += "; unreachable: no ref leads to it any more; `git gc --prune=now` removes it"
        } else if !history.refs.isEmpty {
            text += "; in the history of \(refs(history, limit: limit))"
        } else if !history.isAtHead, history.introduced != nil {
            text += history.removed == nil ? "; not at HEAD, but" : "; still"
            text += " the history keeps it"
        }
        return text
    }

    /// `main, v1.0 and 12 more refs`.
    private static func refs(_ history: FindingHistory, limit: Int) -> String {
        let named = history.refs.prefix(limit).map { name in
            let name = name.text
            let short =
                ["refs/heads/", "refs/tags/", "refs/remotes/"].first { name.hasPrefix($0) }
                .map { String(name.dropFirst($0.count)) } ?? name
            return TerminalText.escaped(short)
        }
        let more = history.refs.count - named.count + history.omittedRefCount
        return named.joined(separator: ", ")
            + (more > 0 ? " and \(DecimalGrouping.counted(more, "more ref"))" : "")
    }

    /// Where else the value stands, the first `limit` places named.
    static func elsewhere(_ finding: Finding, limit: Int) -> String? {
        let named = finding.others.prefix(limit).map(position)
        let more = finding.others.count - named.count + finding.omittedLocationCount
        guard !named.isEmpty else {
            return more > 0 ? DecimalGrouping.counted(more, "other place") : nil
        }
        return named.joined(separator: ", ")
            + (more > 0 ? " and \(DecimalGrouping.counted(more, "more place"))" : "")
    }

    /// Ends a sentence.
    static func sentence(_ text: String) -> String {
        let text = TerminalText.escaped(text)
        guard let last = text.last, !".!?".contains(last) else { return text }
        return text + "."
    }

    /// `2 critical, 1 high`.
    static func severities(_ tally: FindingTally) -> String {
        Severity.allCases.reversed().compactMap { severity in
            let count = tally.blockingBySeverity[severity.rawValue]
            return count > 0 ? "\(DecimalGrouping.text(count)) \(severity.word)" : nil
        }.joined(separator: ", ")
    }
}
