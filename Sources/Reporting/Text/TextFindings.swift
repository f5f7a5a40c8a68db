import ScanModel

/// Writes the findings of a `text` report, grouped by file.
struct TextFindings {
    private let stream: ReportStream
    private let style: TextStyle
    private let paint: Paint
    private let verdict: Verdict
    private let rules: [RuleID: RuleDescriptor]
    /// Where a rule was explained; later findings refer to that place.
    private var explained: [RuleID: String] = [:]

    private static let labelColumns = 10

    /// Writes to `stream`.
    init(_ report: ScanReport, stream: ReportStream, style: TextStyle) {
        self.stream = stream
        self.style = style
        paint = Paint(isOn: style.color)
        verdict = report.verdict
        rules = Dictionary(
            report.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Writes every finding that is not suppressed, in the order given.
    mutating func write(_ findings: [Finding]) {
        var group: String?
        for finding in findings where finding.suppression == nil && !stream.hasFailed {
            let place = TextWording.place(finding.primary.provenance)
            if place != group {
                stream.write(paint(.heading, place) + "\n")
                group = place
            }
            write(finding)
            stream.write("\n")
        }
    }

    /// Lists suppressed findings, one a line.
    func writeSuppressed(_ findings: [Finding]) {
        var isFirst = true
        for finding in findings where !stream.hasFailed {
            guard let suppression = finding.suppression else { continue }
            if isFirst { stream.write(paint(.heading, "Suppressed") + "\n") }
            isFirst = false
            let kind = suppression.kind == .inSource ? "in source" : "by file"
            stream.write(
                "  \(TextWording.position(finding.primary))  \(finding.ruleID)  "
                    + paint(
                        .quiet,
                        "\(kind): \(TerminalText.escaped(suppression.justification.text))")
                    + "\n")
        }
        if !isFirst { stream.write("\n") }
    }

    private mutating func write(_ finding: Finding) {
        let reason = verdict.threshold.whyNotBlocking(finding)
        let name = rules[finding.ruleID].map { "  " + TerminalText.escaped($0.name) } ?? ""
        let word = finding.severity.word
        let id = TerminalText.escaped(finding.ruleID.rawValue)
        if let reason {
            stream.write(
                "  \(paint(.mild, word))  \(id)\(name)  "
                    + paint(.quiet, "(does not block: \(reason))") + "\n")
        } else {
            let role: Paint.Role = finding.severity >= .high ? .grave : .moderate
            stream.write("  \(paint(role, word.uppercased()))  \(paint(.heading, id))\(name)\n")
        }
        stream.write("  \(TextWording.position(finding.primary))\n")
        writeSnippet(finding)
        writeExplanation(finding, isBrief: reason != nil && !style.verbose)
    }

    private func writeSnippet(_ finding: Finding) {
        let number = String(max(finding.primary.region.startLine, 1))
        let gutter = String(repeating: " ", count: max(5 - number.utf8.count, 0))
        let margin = gutter.utf8.count + number.utf8.count + 5
        let view = SnippetView(finding.primary.snippet, width: style.width - margin)
        let blank = String(repeating: " ", count: gutter.utf8.count + number.utf8.count)
        let preview = TerminalText.escaped(finding.preview.text)
        let role: Paint.Role = verdict.threshold.blocks(finding) ? .grave : .mild
        let fits =
            margin + view.indent + view.length + DisplayWidth.columns(preview) < style.width
        stream.write("  \(paint(.quiet, "\(gutter)\(number) |")) \(view.line)\n")
        stream.write(
            "  \(paint(.quiet, "\(blank) |")) " + String(repeating: " ", count: view.indent)
                + paint(role, String(repeating: "^", count: view.length))
                + (fits && !preview.isEmpty ? " " + preview : "") + "\n")
        if !fits { labelled("Value", preview) }
    }

    private mutating func writeExplanation(_ finding: Finding, isBrief: Bool) {
        let rule = rules[finding.ruleID]
        let before = explained[finding.ruleID]
        if isBrief {
            labelled("What", TextWording.sentence(finding.message))
        } else {
            let why = before == nil ? rule.map { " " + TextWording.sentence($0.why) } ?? "" : ""
            labelled("Why", TextWording.sentence(finding.message) + why)
        }
        for item in finding.evidence {
            labelled(
                "Evidence", "\(item.standing.rawValue): \(TextWording.sentence(item.statement))")
        }
        if finding.evidence.isEmpty, finding.kind == .secret, style.verbose {
            labelled("Evidence", "unverified: nothing of it can be checked offline.")
        }
        for item in finding.related.prefix(style.verbose ? .max : 3) {
            let place = TextWording.position(item.location)
            labelled("See", "\(place): \(TextWording.sentence(item.message.text))")
        }
        if !isBrief, let rule {
            if let before {
                labelled("Fix", "as for \(before)")
            } else {
                labelled("Fix", TextWording.sentence(rule.remediation))
                explained[finding.ruleID] = TextWording.position(finding.primary)
            }
        }
        if let history = finding.history {
            let text = TextWording.history(history, limit: style.verbose ? .max : 3)
            labelled("History", text + ".")
        } else if let commit = finding.primary.provenance.commit {
            labelled("Commit", TextWording.commit(commit) + ".")
        }
        if let places = TextWording.elsewhere(finding, limit: style.verbose ? .max : 3) {
            labelled("Also", places)
        }
        for (number, step) in finding.explanation.enumerated() {
            labelled(number == 0 ? "Because" : "", TextWording.sentence(step))
        }
        if style.verbose { labelled("Id", finding.fingerprint.hex) }
    }

    private func labelled(_ label: String, _ text: String) {
        let width = min(style.width, 110) - TextFindings.labelColumns - 2
        var head =
            label + String(repeating: " ", count: TextFindings.labelColumns - label.utf8.count)
        for line in Paragraph.lines(text, width: width) {
            stream.write("  \(paint(.quiet, head))\(line)\n")
            head = String(repeating: " ", count: TextFindings.labelColumns)
        }
    }
}
