internal import Patterns
internal import Rules
internal import ScanModel

extension BlobScanner {
    /// Hands over where the literals of rules stand; false when the search failed.
    func forEachLiteral(in text: UnsafeRawBufferPointer, _ body: (Int) -> Void) -> Bool {
        do {
            try detector.literals.scan(
                text, group: detector.literalGroup, scratch: literalScratch
            ) { hit in
                if !detector.ruleSet.usePlaces(ofLiteral: hit.literal).isEmpty { body(hit.start) }
            }
            return true
        } catch {
            return false
        }
    }

    /// Whether a rule tells a token by its beginning, and not by the name beside it.
    private static func knowsBeginnings(_ rule: Rule) -> Bool {
        rule.matchesInBinary
            || rule.context == nil && rule.specificity >= 45 && rule.specificity != 50
    }

    /// Whether a beginning is a plain word, such as `repo` or `config`: those stand everywhere.
    private static func isWord(_ head: Slice<UnsafeRawBufferPointer>) -> Bool {
        head.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// Whether no word stands right before a place; the letter of an escape is none.
    private func isFree(_ start: Int, in text: UnsafeRawBufferPointer) -> Bool {
        guard start > 0, SplitToken.isWord(text[start - 1]) else { return true }
        return start > 1 && text[start - 2] == 0x5C
    }

    /// So many beginnings of one text are followed.
    private static let maxLeads = 100_000

    /// Keeps where a rule saw its literal and no match, when the rest may stand elsewhere.
    func noteLead(_ index: Int, _ rule: CompiledRule, at start: Int, _ pass: inout Pass) {
        guard rule.rule.kind == .secret, !pass.isBinary, pass.leads.last?.start != start else {
            return
        }
        let text = pass.text
        let kind: WrappingMark.Kind
        if detector.looksBeyondLine[index] {
            guard text[start...].starts(with: "-----BEGIN ".utf8), isFree(start, in: text) else {
                return
            }
            kind = .keyHead
        } else {
            // Rules that know a token by its beginning; words and names are no such.
            guard BlobScanner.knowsBeginnings(rule.rule),
                isFree(start, in: text), let end = SplitToken.headEnd(text, at: start),
                !BlobScanner.isWord(text[start..<end])
            else { return }
            kind = .cut
        }
        guard pass.leads.count < BlobScanner.maxLeads else {
            pass.problems.insert(
                .init(
                    code: "detection.decoding-limit",
                    message: "not decoded: more than \(BlobScanner.maxLeads) beginnings of tokens"))
            return
        }
        pass.leads.append(WrappingMark(kind: kind, start: start, end: start + 1))
    }
}

extension BlobScanner.Pass {
    /// Drops the beginnings of what another rule did match.
    mutating func dropFollowedLeads() {
        guard !leads.isEmpty, !candidates.isEmpty else { return }
        leads.sort { $0.start < $1.start }
        let ranges = candidates.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        var next = 0
        var end = 0
        leads.removeAll { lead in
            while next < ranges.count, ranges[next].lowerBound <= lead.start {
                end = max(end, ranges[next].upperBound)
                next += 1
            }
            return lead.start < end
        }
    }
}
