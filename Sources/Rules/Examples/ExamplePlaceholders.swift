package import ScanModel

/// Fills the placeholders of rule examples and takes out their marks.
///
/// In comes the text of an example as a rule file holds it (`docs/rule-format.md`, "Examples");
/// out comes an `ExampleText`. The random text follows from the seed alone, so that a rule test
/// says the same today and tomorrow, and no live-looking value stands in the repository.
package struct ExamplePlaceholders {
    /// Gives the check characters of the validator with this name over the marked text so far.
    package typealias Checksum = (_ name: String, _ prefix: [UInt8]) -> [UInt8]?

    private let checksum: Checksum
    private let date: CalendarDate

    /// Longest random text that one placeholder may ask for.
    package static let maxLength = 8192

    /// - Parameters:
    ///   - date: what the times of certificates are counted from; by default a day of 2026.
    ///   - checksum: from `Detection`'s validators, which this room may not import.
    package init(
        date: CalendarDate = CalendarDate(secondsSince1970: 1_790_000_000),
        checksum: @escaping Checksum
    ) {
        self.date = date
        self.checksum = checksum
    }

    /// Expands a template with the sequence of `seed`.
    package func expand(_ template: String, seed: UInt64) throws(ExampleError) -> ExampleText {
        var generator = SplitMix64(seed: seed)
        return try expand(template, using: &generator)
    }

    /// Expands a template and advances `generator`.
    package func expand(
        _ template: String, using generator: inout SplitMix64
    ) throws(ExampleError) -> ExampleText {
        let scalars = Array(template.unicodeScalars)
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        var filled: [Range<Int>] = []
        var markStart: Int?
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            switch scalar {
            case "«":
                guard markStart == nil else {
                    throw ExampleError(
                        .unbalancedMark,
                        "a second « at character \(index + 1) before the first was closed; "
                            + "expected »")
                }
                markStart = bytes.count
            case "»":
                guard let start = markStart else {
                    throw ExampleError(
                        .unbalancedMark,
                        "» at character \(index + 1) closes nothing; expected « before it")
                }
                guard start < bytes.count else {
                    throw ExampleError(
                        .unbalancedMark,
                        "«» at character \(index + 1) marks nothing; expected text between them")
                }
                ranges.append(start..<bytes.count)
                markStart = nil
            case "⟦":
                guard
                    let end = scalars[(index + 1)...].firstIndex(where: { $0 == "⟧" || $0 == "⟦" }),
                    scalars[end] == "⟧"
                else {
                    throw ExampleError(
                        .unbalancedPlaceholder,
                        "⟦ at character \(index + 1) is not closed; expected ⟧")
                }
                var body = String.UnicodeScalarView()
                body.append(contentsOf: scalars[(index + 1)..<end])
                let marked = markStart.map { Array(bytes[$0...]) }
                let text = try fill(
                    String(body), marked: marked, before: bytes, using: &generator)
                filled.append(bytes.count..<bytes.count + text.count)
                bytes += text
                index = end
            case "⟧":
                throw ExampleError(
                    .unbalancedPlaceholder,
                    "⟧ at character \(index + 1) closes nothing; expected ⟦ before it")
            default:
                bytes.append(contentsOf: String(scalar).utf8)
            }
            index += 1
        }
        guard markStart == nil else {
            throw ExampleError(.unbalancedMark, "« is not closed; expected » before the end")
        }
        return ExampleText(bytes: bytes, expectedRanges: ranges, filledRanges: filled)
    }

    /// The text for one placeholder, given without its brackets.
    private func fill(
        _ placeholder: String, marked: [UInt8]?, before: [UInt8],
        using generator: inout SplitMix64
    ) throws(ExampleError) -> [UInt8] {
        let (name, argument) = split(placeholder)
        switch name {
        case "sum":
            return try sum(argument, marked: marked)
        case "b64lines":
            let count = try length(argument, of: placeholder, using: &generator)
            let indent = self.indent(after: before)
            var text: [UInt8] = []
            for number in 0..<count {
                if number > 0 { text += [UInt8(ascii: "\n")] + indent }
                text += RandomText(alphabet: .base64).draw(64, using: &generator)
            }
            return text
        case "raw":
            return try RawBytes.read(argument)
        case "bytes":
            let count = try length(argument, of: placeholder, using: &generator)
            return (0..<count).map { _ in UInt8(generator.next(below: 256)) }
        case "jwt":
            return try ExampleJWT(algorithm: argument ?? "").draw(using: &generator)
        case "b64of":
            guard let argument, !argument.isEmpty else {
                throw ExampleError(
                    .unknownPlaceholder, "⟦b64of⟧ has no text; expected ⟦b64of:TEXT⟧")
            }
            let text = try expandInner(argument, using: &generator)
            return ExampleBase64.encode(text)
        case let name where ExampleCertificate.placeholders.contains(name):
            return try ExampleCertificate(name, options: argument ?? "", date: date).draw(
                indent: indent(after: before), using: &generator)
        default:
            return try draw(placeholder, using: &generator)
        }
    }

    /// What stands before the first line of several: the others keep it, as in a YAML block.
    private func indent(after before: [UInt8]) -> [UInt8] {
        let line = before.suffix(while: { $0 != UInt8(ascii: "\n") })
        let indent = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return indent.count == line.count ? Array(indent) : []
    }

    /// Fills `⟨…⟩` within the text of `b64of`.
    private func expandInner(
        _ text: String, using generator: inout SplitMix64
    ) throws(ExampleError) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { $0 == "⟨" || $0 == "⟩" }) {
            bytes += Array(rest[..<open].utf8)
            let after = rest[rest.index(after: open)...]
            guard rest[open] == "⟨", let close = after.firstIndex(of: "⟩") else {
                throw ExampleError(
                    .unbalancedPlaceholder, "⟨ and ⟩ do not pair in ⟦b64of:…⟧; expected ⟨b62:20⟩")
            }
            bytes += try draw(String(after[..<close]), using: &generator)
            rest = after[after.index(after: close)...]
        }
        return bytes + Array(rest.utf8)
    }

    /// Random text for `alphabet:length`, `alphabet:min-max`, `uuid` or `UUID`.
    private func draw(
        _ placeholder: String, using generator: inout SplitMix64
    ) throws(ExampleError) -> [UInt8] {
        let (name, argument) = split(placeholder)
        if name == "uuid" || name == "UUID", argument == nil {
            return uuid(upper: name == "UUID", using: &generator)
        }
        guard let alphabet = ExampleAlphabet(rawValue: name) else {
            let known = ExampleAlphabet.allCases.map(\.rawValue).joined(separator: " ")
            throw ExampleError(
                .unknownPlaceholder,
                "unknown placeholder ⟦\(placeholder)⟧; expected uuid, UUID, sum:NAME, b64lines:N, "
                    + "jwt:ALG, b64of:TEXT, raw:HEX, bytes:N or ALPHABET:LENGTH with one of \(known)"
            )
        }
        let length = try length(argument, of: placeholder, using: &generator)
        return RandomText(alphabet: alphabet).draw(length, using: &generator)
    }

    private func sum(_ name: String?, marked: [UInt8]?) throws(ExampleError) -> [UInt8] {
        guard let name, !name.isEmpty else {
            throw ExampleError(
                .unknownPlaceholder, "⟦sum⟧ names no validator; expected ⟦sum:NAME⟧")
        }
        guard let marked, !marked.isEmpty else {
            throw ExampleError(
                .noChecksum,
                "⟦sum:\(name)⟧ stands outside a mark; expected « and the covered text before it")
        }
        guard let check = checksum(name, marked) else {
            throw ExampleError(
                .noChecksum,
                "⟦sum:\(name)⟧ has no value: expected the name of a validator with a checksum, and "
                    + "marked text before it in that validator's form")
        }
        return check
    }

    /// Reads `36` or `20-40`, drawing from the range.
    private func length(
        _ argument: String?, of placeholder: String, using generator: inout SplitMix64
    ) throws(ExampleError) -> Int {
        let parts = (argument ?? "").split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
        }
        guard (1...2).contains(parts.count), numbers.count == parts.count,
            let low = numbers.first, let high = numbers.last, low >= 1, low <= high,
            high <= Self.maxLength
        else {
            throw ExampleError(
                .badLength,
                "bad length in ⟦\(placeholder)⟧; expected NAME:N or NAME:MIN-MAX with "
                    + "1 ≤ MIN ≤ MAX ≤ \(Self.maxLength)")
        }
        return low + generator.next(below: high - low + 1)
    }

    /// A UUID of version 4 and variant 10 (RFC 9562 §5.4).
    private func uuid(upper: Bool, using generator: inout SplitMix64) -> [UInt8] {
        let random = RandomText(alphabet: upper ? .upperHex : .hex)
        var text: [UInt8] = []
        for (index, count) in [8, 4, 4, 4, 12].enumerated() {
            if index > 0 { text.append(UInt8(ascii: "-")) }
            var group = random.draw(count, using: &generator)
            if index == 2 { group[0] = UInt8(ascii: "4") }
            if index == 3 {
                let variants = Array((upper ? "89AB" : "89ab").utf8)
                group[0] = variants[generator.next(below: variants.count)]
            }
            text += group
        }
        return text
    }

    private func split(_ placeholder: String) -> (name: String, argument: String?) {
        guard let colon = placeholder.firstIndex(of: ":") else { return (placeholder, nil) }
        return (
            String(placeholder[..<colon]), String(placeholder[placeholder.index(after: colon)...])
        )
    }
}

extension Array where Element == UInt8 {
    /// The longest tail whose bytes all satisfy `predicate`.
    fileprivate func suffix(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        self[(lastIndex { !predicate($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
