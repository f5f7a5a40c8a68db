/// Reads Dockerfiles into one mapping whose entries are the instructions in their order.
///
/// `ENV`, `LABEL` and `ARG` are mappings of their pairs, the exec form is a sequence, anything else
/// the text of its arguments with lines joined. Defaults of `ARG` and values of `ENV` that are
/// literal stand where they are used; commands of the shell stay as they are.
package struct DockerfileReader {
    private let bytes: UnsafeRawBufferPointer
    private let lines: LineTable
    private let limits: DocumentLimits
    private var faults = FaultLog()
    private var at = 0
    private var nodeCount = 0
    private var escape: UInt8 = 0x5C
    private var variables: DockerfileVariables

    private static let instructions: Set<String> = [
        "FROM", "RUN", "CMD", "LABEL", "MAINTAINER", "EXPOSE", "ENV", "ADD", "COPY", "ENTRYPOINT",
        "VOLUME", "USER", "WORKDIR", "ARG", "ONBUILD", "STOPSIGNAL", "HEALTHCHECK", "SHELL",
        // Of Buildah and Earthly's kin; unknown words are faults, but read.
        "INCLUDE", "IMPORT",
    ]

    /// Reads a file as far as it goes.
    package static func read(
        _ bytes: UnsafeRawBufferPointer, limits: DocumentLimits = DocumentLimits()
    ) -> Document {
        var reader = DockerfileReader(bytes, limits: limits)
        let entries = reader.readAll()
        if reader.variables.budget.isSpent { reader.fault(.limit, 0, FillingBudget.message) }
        let root = DocumentNode(root: entries, byteCount: reader.bytes.count)
        return Document(format: .dockerfile, roots: [root], faults: reader.faults.faults)
    }

    private init(_ bytes: UnsafeRawBufferPointer, limits: DocumentLimits) {
        let length = min(bytes.count, limits.maxBytes)
        self.bytes = UnsafeRawBufferPointer(rebasing: bytes[..<length])
        self.limits = limits
        variables = DockerfileVariables(limits)
        lines = LineTable(self.bytes)
        if bytes.count > length { fault(.limit, length, "only the first \(length) bytes are read") }
    }

    private mutating func fault(_ code: DocumentError.Code, _ offset: Int, _ message: String) {
        faults.add(code, at: lines.position(of: offset), message)
    }

    private mutating func readAll() -> [DocumentEntry] {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
        readDirectives()
        var entries: [DocumentEntry] = []
        while at < bytes.count {
            guard nodeCount < limits.maxNodes else {
                fault(.limit, at, "more than \(limits.maxNodes) values: the rest is not read")
                break
            }
            skipBlanks()
            guard at < bytes.count else { break }
            if bytes[at] == 0x23 {
                skipLine()
            } else if bytes[at] != 0x0A, let entry = instruction() {
                entries.append(entry)
            }
            if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        }
        return entries
    }

    private mutating func skipBlanks() {
        while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// Reads `# name=value` lines at the top; only `escape` changes how the rest is read.
    private mutating func readDirectives() {
        var index = at
        while index < bytes.count, bytes[index] == 0x23 {
            var end = index
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let line = bytes[(index + 1)..<end].filter { !Self.isBlank($0) }
            guard line.contains(0x3D) else { return }
            let text = String(decoding: line, as: UTF8.self).lowercased()
            if text == "escape=`" { escape = 0x60 }
            index = end + 1
        }
    }

    /// Reads an instruction and leaves the reader at the line feed after it.
    private mutating func instruction() -> DocumentEntry? {
        let start = at
        while at < bytes.count, (bytes[at] | 0x20) &- 0x61 < 26 { at += 1 }
        let keySpan = SourceSpan(start, at)
        let word = String(decoding: bytes[start..<at], as: UTF8.self).uppercased()
        guard !keySpan.isEmpty,
            at >= bytes.count || Self.isBlank(bytes[at]) || bytes[at] == 0x0A
                || bytes[at] == escape
        else {
            fault(.syntax, start, "an instruction was expected")
            skipLine()
            return nil
        }
        if !Self.instructions.contains(word) { fault(.syntax, start, "an unknown instruction") }
        var words = argument()
        if ["RUN", "COPY", "ADD"].contains(word) { readHeredocs(&words) }
        let value = value(word, words, depth: 0)
        return entry(word, keySpan, value)
    }

    private func entry(_ key: String, _ span: SourceSpan, _ value: DocumentNode) -> DocumentEntry {
        DocumentEntry(
            key: key, keySpan: span, keyPosition: lines.position(of: span.lowerBound), value: value)
    }

    /// The arguments up to the end of the last line that goes on, each byte with its place.
    private mutating func argument() -> DockerfileText {
        var text = DockerfileText(start: at)
        skipBlanks()
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x0A { break }
            if byte == escape, let next = continuation(after: at) {
                at = next
                skipComments()
                continue
            }
            text.append(byte, at)
            at += 1
        }
        text.trim()
        return text
    }

    /// The start of the next line, where nothing but blanks stands behind an escape.
    private func continuation(after offset: Int) -> Int? {
        var index = offset + 1
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
        guard index < bytes.count else { return index }
        return bytes[index] == 0x0A ? index + 1 : nil
    }

    /// Skips lines of comments, and empty ones, within an instruction.
    private mutating func skipComments() {
        while at < bytes.count {
            let line = at
            skipBlanks()
            guard at < bytes.count else { return }
            if bytes[at] == 0x23 {
                skipLine()
            } else if bytes[at] != 0x0A {
                at = line
                return
            }
            if at < bytes.count { at += 1 }
        }
    }

    /// Puts the lines of the heredocs that the arguments open behind them.
    private mutating func readHeredocs(_ text: inout DockerfileText) {
        for mark in text.heredocMarks().prefix(16) {
            guard at < bytes.count else {
                fault(.syntax, text.span.lowerBound, "a heredoc without its end")
                return
            }
            text.append(0x0A, at)
            at += 1
            var isClosed = false
            while at < bytes.count, !isClosed {
                let line = at
                skipLine()
                var lower = line
                var upper = at
                while mark.isIndented, lower < upper, bytes[lower] == 0x09 { lower += 1 }
                while upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
                isClosed = bytes[lower..<upper].elementsEqual(mark.word)
                for index in lower..<upper { text.append(bytes[index], index) }
                if !isClosed, at < bytes.count {
                    text.append(0x0A, at)
                    at += 1
                }
            }
            if !isClosed { fault(.syntax, text.span.lowerBound, "a heredoc without its end") }
        }
    }

    private mutating func scalar(
        _ text: String, _ style: DocumentScalar.Style, _ span: SourceSpan, tag: String? = nil
    ) -> DocumentNode {
        nodeCount += 1
        return DocumentNode(
            content: .scalar(DocumentScalar(text, style)), span: span,
            position: lines.position(of: span.lowerBound), tag: tag)
    }

    /// Text in which variables are put in; an expression, where one is not known.
    private mutating func filled(
        _ text: String, _ style: DocumentScalar.Style, _ span: SourceSpan, isFrom: Bool = false
    ) -> DocumentNode {
        guard text.utf8.contains(0x24) else { return scalar(text, style, span) }
        switch variables.fill(text, escape: escape, isFrom: isFrom) {
        case .unchanged: return scalar(text, style, span)
        case .unknown: return scalar(text, .expression, span)
        case .known(let other): return scalar(other, .quoted, span, tag: "resolved")
        }
    }

    private mutating func value(_ word: String, _ text: DockerfileText, depth: Int) -> DocumentNode
    {
        switch word {
        case "ENV", "LABEL": return pairs(text, word: word)
        case "ARG": return pairs(text, word: word)
        case "FROM":
            let node = filled(text.text, .plain, text.span, isFrom: true)
            variables.beginStage()
            return node
        case "ONBUILD":
            guard depth == 0, let (inner, keySpan, rest) = text.instruction() else {
                return scalar(text.text, .plain, text.span)
            }
            let value = value(inner, rest, depth: depth + 1)
            nodeCount += 1
            return DocumentNode(
                content: .mapping([entry(inner, keySpan, value)]), span: text.span,
                position: lines.position(of: text.span.lowerBound))
        case "RUN", "CMD", "ENTRYPOINT", "SHELL", "COPY", "ADD", "VOLUME":
            if let items = text.execForm() {
                let nodes = items.map { scalar($0.text, .quoted, $0.span) }
                nodeCount += 1
                return DocumentNode(
                    content: .sequence(nodes), span: text.span,
                    position: lines.position(of: text.span.lowerBound))
            }
            let isShell = word == "RUN" || word == "CMD" || word == "ENTRYPOINT" || text.isHeredoc
            return isShell
                ? scalar(text.text, .plain, text.span) : filled(text.text, .plain, text.span)
        case "HEALTHCHECK": return scalar(text.text, .plain, text.span)
        default: return filled(text.text, .plain, text.span)
        }
    }

    /// `a=b "c"="d e"`, or the old `a b c` with one name.
    private mutating func pairs(_ text: DockerfileText, word: String) -> DocumentNode {
        var entries: [DocumentEntry] = []
        var found: [(String, String?)] = []
        let words = text.words(escape: escape)
        if word == "ENV" || word == "LABEL", let first = words.first, first.equals == nil {
            let rest = text.rest(after: first)
            let value = filled(rest.text, .plain, rest.span)
            entries.append(entry(first.text, first.span, value))
            found.append((first.text, Self.literal(value)))
        } else {
            for pair in words {
                guard nodeCount < limits.maxNodes else {
                    fault(.limit, pair.lower, "more than \(limits.maxNodes) values")
                    break
                }
                let (name, nameSpan, value, span, isQuoted) = pair.split()
                let node =
                    value.map { filled($0, isQuoted ? .quoted : .plain, span) }
                    ?? scalar("", .plain, SourceSpan(nameSpan.upperBound, nameSpan.upperBound))
                entries.append(entry(name, nameSpan, node))
                found.append((name, value == nil ? nil : Self.literal(node)))
            }
        }
        if word != "LABEL" {
            for (name, value) in found { variables.set(name, value, isArgument: word == "ARG") }
        }
        if entries.isEmpty { fault(.syntax, text.span.lowerBound, "a name was expected") }
        nodeCount += 1
        return DocumentNode(
            content: .mapping(entries), span: text.span,
            position: lines.position(of: text.span.lowerBound))
    }

    private static func literal(_ node: DocumentNode) -> String? {
        guard case .scalar(let scalar) = node.content, scalar.style != .expression else {
            return nil
        }
        return scalar.text
    }
}
