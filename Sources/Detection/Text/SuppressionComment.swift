import ScanModel

/// A `portcullis:allow RULE[,RULE…] reason` in a source text.
struct SuppressionComment: Sendable {
    /// Why a suppression does not count.
    enum Problem: String, Sendable {
        /// No rule is named.
        case missingRule = "missing-rule"
        /// A rule is not of the form `family.name` or `family.*`.
        case malformedRule = "malformed-rule"
        /// The reason is absent or shorter than `minReasonByteCount`.
        case missingReason = "missing-reason"
    }

    /// The word that starts one. Scan for it as for a literal.
    static let marker = "portcullis:allow"
    /// Shortest reason, in bytes.
    static let minReasonByteCount = 3
    /// Longest stretch after the marker that is read, in bytes.
    static let maxByteCount = 2048
    /// Most rules that one suppression names; more are malformed.
    static let maxSelectorCount = 64

    /// The rules as written: `family.name` or `family.*`.
    let selectors: [String]
    /// Where the reason stands in the blob; it may hold a secret, so show it through `MaskedText`.
    let reasonByteRange: Range<Int>
    /// From the marker to the end of the reason.
    let byteRange: Range<Int>
    /// The line of the marker, from 1.
    let line: Int
    /// Whether nothing but the comment stands on its line: then it covers the next line too.
    let isAloneOnLine: Bool
    /// Set when the suppression does not count and should be reported.
    let problem: Problem?

    /// Whether it stands for findings of a rule. A malformed one stands for none.
    func covers(_ rule: RuleID) -> Bool {
        guard problem == nil else { return false }
        return selectors.contains { selector in
            if selector.hasSuffix(".*") { return rule.family == selector.dropLast(2) }
            return selector == rule.rawValue
        }
    }

    /// Whether a finding that starts on this line is near enough.
    func covers(line findingLine: Int) -> Bool {
        findingLine == line || (isAloneOnLine && findingLine == line + 1)
    }

    /// Reads the suppression whose marker starts at `offset`.
    ///
    /// - Returns: `nil` when no marker stands there as a word of its own.
    init?(_ bytes: UnsafeRawBufferPointer, at offset: Int, index: inout LineIndex) {
        let marker = SuppressionComment.marker.utf8
        guard offset >= 0, offset <= bytes.count, bytes[offset...].starts(with: marker) else {
            return nil
        }
        if offset > 0, SuppressionComment.isWord(bytes[offset - 1]) { return nil }
        let start = offset + marker.count
        if start < bytes.count, SuppressionComment.isWord(bytes[start]) { return nil }

        let lineBytes = index.byteRange(
            ofLineContaining: offset, reach: SuppressionComment.maxByteCount)
        let lineEnd = max(start, lineBytes.upperBound)
        let terminator = SuppressionComment.terminator(in: bytes, from: start, to: lineEnd)
        let end = terminator?.lowerBound ?? lineEnd

        var scanner = SelectorScanner(bytes: bytes, offset: start, end: end)
        let (selectors, isWellFormed) = scanner.scan()
        let reason = SuppressionComment.trimmed(bytes, scanner.offset..<end)

        self.selectors = selectors
        reasonByteRange = reason
        byteRange = offset..<max(reason.upperBound, scanner.offset)
        line = index.line(of: offset)
        isAloneOnLine =
            SuppressionComment.isCommentOpener(bytes, lineBytes.lowerBound..<offset)
            && SuppressionComment.trimmed(bytes, (terminator?.upperBound ?? lineEnd)..<lineEnd)
                .isEmpty
        if !isWellFormed {
            problem = .malformedRule
        } else if selectors.isEmpty {
            problem = .missingRule
        } else if reason.count < SuppressionComment.minReasonByteCount {
            problem = .missingReason
        } else {
            problem = nil
        }
    }

    /// Reads `family.name, family.*` and stops where the reason starts.
    private struct SelectorScanner {
        let bytes: UnsafeRawBufferPointer
        var offset: Int
        let end: Int

        mutating func scan() -> (selectors: [String], isWellFormed: Bool) {
            var selectors: [String] = []
            var isWellFormed = true
            repeat {
                skipBlanks()
                let start = offset
                while offset < end, SuppressionComment.isSelector(bytes[offset]) { offset += 1 }
                let word = UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
                if word.isEmpty {
                    // A comma with nothing behind it.
                    isWellFormed = isWellFormed && selectors.isEmpty
                    break
                }
                let isRule = SuppressionComment.isRuleSelector(word)
                isWellFormed =
                    isWellFormed && isRule
                    && selectors.count < SuppressionComment.maxSelectorCount
                if isWellFormed { selectors.append(String(decoding: word, as: UTF8.self)) }
                // A word glued to something else, as in `a.b=c`, is no rule.
                if offset < end, !SuppressionComment.isBlank(bytes[offset]),
                    bytes[offset] != UInt8(ascii: ","), bytes[offset] != UInt8(ascii: ":")
                {
                    isWellFormed = false
                }
            } while takeComma()
            if offset < end, bytes[offset] == UInt8(ascii: ":") { offset += 1 }
            return (selectors, isWellFormed)
        }

        private mutating func skipBlanks() {
            while offset < end, SuppressionComment.isBlank(bytes[offset]) { offset += 1 }
        }

        private mutating func takeComma() -> Bool {
            var next = offset
            while next < end, SuppressionComment.isBlank(bytes[next]) { next += 1 }
            guard next < end, bytes[next] == UInt8(ascii: ",") else { return false }
            offset = next + 1
            return true
        }
    }

    private static let terminators: [[UInt8]] = ["*/", "-->", "--%>", "#}", "#>"].map {
        Array($0.utf8)
    }

    /// The first end of a comment in the rest of the line.
    private static func terminator(
        in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int
    ) -> Range<Int>? {
        var offset = start
        while offset < end {
            let rest = bytes[offset..<end]
            for terminator in terminators where rest.starts(with: terminator) {
                return offset..<offset + terminator.count
            }
            offset += 1
        }
        return nil
    }

    /// Whether bytes are only blanks and the start of a comment in some language.
    private static func isCommentOpener(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
    ) -> Bool {
        let text = trimmed(bytes, range)
        if text.allSatisfy({ "/*#-;!<{%:'\"@".utf8.contains(bytes[$0]) }) { return true }
        let word = bytes[text].drop { $0 == UInt8(ascii: "@") }.map { $0 | 0x20 }
        return word == Array("rem".utf8)
    }

    private static func trimmed(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
    ) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isBlank(bytes[low]) { low += 1 }
        while high > low, isBlank(bytes[high - 1]) { high -= 1 }
        return low..<high
    }

    /// Whether a word is `family.name` or `family.*`.
    private static func isRuleSelector(_ word: UnsafeRawBufferPointer) -> Bool {
        guard let dot = word.firstIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
        let name = word[(dot + 1)...]
        if name.elementsEqual("*".utf8) { return !word[..<dot].contains(UInt8(ascii: "*")) }
        return !name.isEmpty && !word.contains(UInt8(ascii: "*"))
            && name.last != UInt8(ascii: ".")
    }

    private static func isSelector(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "*")
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
