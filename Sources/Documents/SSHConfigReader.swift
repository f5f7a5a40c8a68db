/// Reads `sshd_config` and `ssh_config`: a keyword a line, with blanks or `=` before its value.
///
/// `Host` and `Match` hold what follows them: `Host` → patterns → mapping. Keywords keep their
/// spelling, though OpenSSH takes them in any case.
package enum SSHConfigReader {
    /// - Complexity: linear in the bytes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        let text = ConfigText(bytes, limits: limits)
        var tree = DirectiveTree(.ssh, text, limits)
        let reader = WordReader(quotes: [0x22], quotesWithin: true, variables: ["${"])
        var index = text.start
        while index < text.count, !tree.isFull {
            let end = text.lineEnd(from: index)
            let start = text.skippingBlanks(index, before: end)
            index = end + 1
            guard start < end, text.bytes[start] != 0x23 else { continue }
            var nameEnd = start
            while nameEnd < end, !ConfigText.isBlank(text.bytes[nameEnd]),
                text.bytes[nameEnd] != 0x3D
            {
                nameEnd += 1
            }
            var valueStart = text.skippingBlanks(nameEnd, before: end)
            if valueStart < end, text.bytes[valueStart] == 0x3D { valueStart += 1 }
            guard nameEnd > start else {
                tree.fault(.syntax, at: start, "a keyword was expected")
                continue
            }
            let (words, isOpen) = reader.words(text, valueStart, end)
            if isOpen { tree.fault(.syntax, at: valueStart, "a quoted text is not closed") }
            let name = text.string(start, nameEnd)
            let span = SourceSpan(start, nameEnd)
            let value = ConfigWord.joined(words)
            let valueSpan = ConfigWord.span(words, or: nameEnd)
            let lower = name.lowercased()
            if lower == "host" || lower == "match" {
                if tree.depth > 0 { tree.close(at: text.trimmedEnd(0, start)) }
                tree.open(name, span, label: value, valueSpan, bodyStart: start)
            } else {
                tree.add(name, span, value, valueSpan)
            }
        }
        return tree.finished(unclosedIsFault: false)
    }
}
