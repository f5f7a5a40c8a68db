import ScanModel

/// Makes the line that a report shows: the finding with its preview, every other secret masked,
/// cut to fit.
///
/// It looks only at the bytes that it shows and at the masks beside them, so a snippet of a
/// 100 MB line costs no more than one of a short line.
enum SnippetBuilder {
    /// Most Unicode scalars that a snippet holds, the marks of a cut among them.
    static let maxScalarCount = 160

    /// The snippet of a finding.
    ///
    /// - Parameters:
    ///   - bytes: the whole blob, as UTF-8 (other bytes show as U+FFFD).
    ///   - highlight: half-open byte range of the finding; of several lines the first is shown.
    ///   - masks: all secrets of the blob. One that overlaps the highlight becomes part of it when
    ///     there is a preview, and is masked within it when there is none.
    ///   - preview: what stands for the highlighted bytes; `nil` shows them, for misuse.
    static func snippet(
        in bytes: UnsafeRawBufferPointer, highlighting highlight: Range<Int>,
        masking masks: MaskedRanges, preview: RedactedText?
    ) -> Snippet {
        // A finding that starts with line ends is shown from its first visible line.
        var start = min(max(0, highlight.lowerBound), bytes.count)
        let end = min(max(start, highlight.upperBound), bytes.count)
        while start < end, isLineEnd(bytes[start]) { start += 1 }

        let capacity = maxScalarCount - 2
        var middle: Side
        if let preview {
            middle = shown(preview, for: start..<end, bytes, masks, capacity)
        } else {
            middle = collect(bytes, from: start, to: end, masks, capacity)
            if middle.range.isEmpty, start == end { middle.range = start..<start }
        }
        // What a mask hides before the highlight's own start may hold the line's start.
        let showsLeft =
            middle.range.lowerBound >= start
            || !containsLineEnd(bytes, middle.range.lowerBound..<start)
        let remaining = capacity - middle.scalarCount
        let left =
            showsLeft ? collect(bytes, before: middle.range.lowerBound, masks, remaining) : Side()
        let right =
            middle.reachesLineEnd
            ? Side()
            : collect(bytes, from: middle.range.upperBound, to: bytes.count, masks, remaining)
        // Half for each side; what one does not need is the other's.
        let half = remaining / 2
        let leftBudget = max(half, remaining - right.scalarCount)
        let rightBudget = remaining - min(left.scalarCount, leftBudget)

        let before = left.text(bytes, budget: leftBudget, isReversed: true)
        let after = right.text(bytes, budget: rightBudget, isReversed: false)
        let shownMiddle =
            middle.fixedText ?? middle.text(bytes, budget: capacity, isReversed: false)
        return assemble(before, shownMiddle, middle.wasCut && middle.fixedText == nil ? "" : after)
    }

    /// Atoms of one side in reading distance from the highlight.
    private struct Side {
        var atoms: [MaskedText.Atom] = []
        var scalarCount = 0
        /// The bytes that the side takes.
        var range = 0..<0
        /// Whether more of the line follows than was collected.
        var wasCut = false
        /// Whether the line ends with the side.
        var reachesLineEnd = false
        /// Text to show instead of the atoms.
        var fixedText: String?

        /// The text of as many atoms as fit, with `…` on the outer end where some do not.
        func text(
            _ bytes: UnsafeRawBufferPointer, budget: Int, isReversed: Bool
        ) -> String {
            var kept = 0
            var cost = 0
            for atom in atoms {
                let next = cost + SnippetBuilder.scalarCount(of: atom)
                guard next <= budget else { break }
                cost = next
                kept += 1
            }
            let isCut = wasCut || kept < atoms.count
            var text = isReversed && isCut ? MaskedText.ellipsis : ""
            let shown = atoms.prefix(kept)
            if isReversed {
                for atom in shown.reversed() { text.append(atom, bytes, mask: MaskedText.mask) }
            } else {
                for atom in shown { text.append(atom, bytes, mask: MaskedText.mask) }
                if isCut { text += MaskedText.ellipsis }
            }
            return text
        }
    }

    private static func scalarCount(of atom: MaskedText.Atom) -> Int { atom.isMask ? 3 : 1 }

    /// The preview in the place of the highlight and of every mask that overlaps it.
    private static func shown(
        _ preview: RedactedText, for highlight: Range<Int>, _ bytes: UnsafeRawBufferPointer,
        _ masks: MaskedRanges, _ capacity: Int
    ) -> Side {
        var side = Side()
        var low = highlight.lowerBound
        var high = highlight.upperBound
        var index = masks.firstIndex(endingAfter: low)
        while index < masks.ranges.count, masks.ranges[index].lowerBound < high {
            low = min(low, masks.ranges[index].lowerBound)
            high = max(high, masks.ranges[index].upperBound)
            index += 1
        }
        side.range = low..<high
        side.reachesLineEnd = containsLineEnd(bytes, highlight.lowerBound..<high)
        let scalars = preview.text.unicodeScalars
        var text = String(String.UnicodeScalarView(scalars.prefix(capacity)))
        side.scalarCount = min(scalars.count, capacity)
        if scalars.count > capacity {
            text.unicodeScalars.removeLast()
            text += MaskedText.ellipsis
        }
        side.fixedText = text
        return side
    }

    /// The atoms from `start` to `end`, to the line's end or to the budget's.
    private static func collect(
        _ bytes: UnsafeRawBufferPointer, from start: Int, to end: Int, _ masks: MaskedRanges,
        _ budget: Int
    ) -> Side {
        var side = Side()
        var low = start
        var offset = start
        while offset < end {
            let atom = MaskedText.atom(bytes, at: offset, masks)
            if !atom.isMask, isLineEnd(bytes[offset]) {
                side.reachesLineEnd = true
                break
            }
            guard side.scalarCount + scalarCount(of: atom) <= budget else {
                side.wasCut = true
                break
            }
            side.atoms.append(atom)
            side.scalarCount += scalarCount(of: atom)
            low = min(low, atom.byteRange.lowerBound)
            if atom.isMask, containsLineEnd(bytes, max(start, offset)..<atom.byteRange.upperBound) {
                side.reachesLineEnd = true
                offset = atom.byteRange.upperBound
                break
            }
            offset = atom.byteRange.upperBound
        }
        side.range = low..<max(low, offset)
        return side
    }

    /// The atoms before `start`, nearest first, to the line's start or the budget's end.
    private static func collect(
        _ bytes: UnsafeRawBufferPointer, before start: Int, _ masks: MaskedRanges, _ budget: Int
    ) -> Side {
        var side = Side()
        let textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var offset = start
        while offset > textStart {
            let atom = MaskedText.atom(bytes, before: offset, masks)
            if !atom.isMask, isLineEnd(bytes[offset - 1]) { break }
            guard side.scalarCount + scalarCount(of: atom) <= budget else {
                side.wasCut = true
                break
            }
            side.atoms.append(atom)
            side.scalarCount += scalarCount(of: atom)
            offset = atom.byteRange.lowerBound
            if atom.isMask, containsLineEnd(bytes, atom.byteRange) { break }
        }
        return side
    }

    /// Joins the parts and counts the highlight in `Character`s, which may span the seams.
    private static func assemble(_ before: String, _ middle: String, _ after: String) -> Snippet {
        let text = before + middle + after
        let lowerByte = before.utf8.count
        let upperByte = lowerByte + middle.utf8.count
        var lower = 0
        var upper = 0
        var byte = 0
        for character in text {
            let next = byte + character.utf8.count
            if next <= lowerByte { lower += 1 }
            if byte < upperByte { upper += 1 }
            byte = next
        }
        return Snippet(
            text: RedactedText(redacted: text), highlight: lower..<max(lower, upper))
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func containsLineEnd(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
    ) -> Bool {
        bytes[range].contains { isLineEnd($0) }
    }
}
