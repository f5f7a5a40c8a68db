/// Finds and decodes PEM blocks as they stand in real files.
///
/// Beside the plain form it reads blocks with literal `\n` escapes (once or more often escaped),
/// `\/`, `\u002b`, `&#10;`, indentation, comment or quote marks before each line, string literals
/// joined over several lines, and a body without line breaks.
package struct PEMReader {
    private let text: [UInt8]

    /// Reads `text`, which is copied.
    /// - Throws: `tooLarge`.
    package init(
        _ text: UnsafeRawBufferPointer, limits: KeyMaterialLimits = KeyMaterialLimits()
    ) throws(KeyMaterialError) {
        guard text.count <= limits.maxInputBytes else {
            throw KeyMaterialError(.tooLarge, "the text is longer than any key")
        }
        self.text = Array(text)
    }

    /// The first block whose label satisfies `isWanted`.
    /// - Throws: `noFrame`, `truncated` or `badBase64`.
    package func firstBlock(
        where isWanted: (String) -> Bool
    ) throws(KeyMaterialError) -> PEMBlock {
        var start = 0
        while let begin = find("-----BEGIN ", from: start) {
            let labelStart = begin + 11
            start = labelStart
            guard let label = label(at: labelStart) else { continue }
            guard isWanted(label) else { continue }
            let bodyStart = labelStart + label.utf8.count + 5
            guard let end = find("-----END ", from: bodyStart) else {
                throw KeyMaterialError(.truncated, "the block has no END line")
            }
            guard text[(end + 9)...].starts(with: label.utf8) else {
                throw KeyMaterialError(.badStructure, "BEGIN and END name different things")
            }
            return try decode(label: label, body: text[bodyStart..<end])
        }
        throw KeyMaterialError(.noFrame, "there is no BEGIN line of a private key")
    }

    /// The label that starts at `index` and is followed by five dashes.
    private func label(at index: Int) -> String? {
        let rest = text[index...].prefix(64)
        let name = rest.prefix { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: " ")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard !name.isEmpty, text[name.endIndex...].starts(with: "-----".utf8) else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    private func find(_ needle: StaticString, from start: Int) -> Int? {
        needle.withUTF8Buffer { wanted in
            guard start >= 0, text.count - start >= wanted.count else { return nil }
            var index = start
            let last = text.count - wanted.count
            while index <= last {
                if text[index] == wanted[0], text[index...].starts(with: wanted) { return index }
                index += 1
            }
            return nil
        }
    }

    private func decode(
        label: String, body: ArraySlice<UInt8>
    ) throws(KeyMaterialError) -> PEMBlock {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(body.count)
        var isEncrypted = false
        var cipherName: String?
        var checksum: [UInt8]?
        var inHeader = true
        var headerGoesOn = false
        for line in PEMLines.split(body) {
            // RFC 1421 §4.6: headers end at an empty line; a folded one goes on after a space.
            if inHeader, line.contains(UInt8(ascii: ":")) {
                isEncrypted =
                    isEncrypted
                    || (line.starts(with: "Proc-Type".utf8)
                        && String(decoding: line, as: UTF8.self).hasSuffix("ENCRYPTED"))
                if line.starts(with: "DEK-Info:".utf8) { cipherName = PEMReader.word(of: line) }
                headerGoesOn = line.last == UInt8(ascii: "\\") || line.last == UInt8(ascii: ",")
                continue
            }
            if headerGoesOn {
                headerGoesOn = false
                continue
            }
            if line.isEmpty { continue }
            inHeader = false
            if line.first == UInt8(ascii: "="), line.count == 5 {
                checksum = Base64Decoding.decode(Array(line.dropFirst()))
                continue
            }
            // Some files join all lines with spaces.
            encoded += line.filter { $0 > 0x20 }
        }
        guard let decoded = Base64Decoding.decode(encoded, padding: .optional), !decoded.isEmpty
        else { throw KeyMaterialError(.badBase64, "the body of the block is not base64") }
        return PEMBlock(
            label: label, isEncryptedByHeader: isEncrypted, cipherName: cipherName, body: decoded,
            armorChecksum: checksum)
    }

    /// The first word after the colon of a header, if it is short and of letters, digits and `-`.
    private static func word(of line: [UInt8]) -> String? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let word = line[(colon + 1)...].drop { $0 == 0x20 }.prefix { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        return (3...24).contains(word.count) ? String(decoding: word, as: UTF8.self) : nil
    }
}
