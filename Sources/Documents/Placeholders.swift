/// How a tool writes values that it fills in, so that they are known to be none of the document's.
struct Placeholders: Sendable {
    /// Whether the text has one.
    let isIn: @Sendable (String) -> Bool

    /// Keys under which scripts stand: a `$` there is the shell's, and the text is what runs.
    private static let scriptKeys: Set<String> = [
        "run", "script", "before_script", "after_script", "command", "args", "entrypoint", "shell",
        "ansible.builtin.shell", "ansible.builtin.command", "cmd", "commands", "bash", "powershell",
        "pwsh", "inline", "inlineScript", "install", "before_install", "test",
    ]

    static let terraform = Placeholders { $0.holds("${") || $0.holds("%{") }
    static let actions = Placeholders { $0.holds("${{") }
    static let jinja = Placeholders { $0.holds("{{") || $0.holds("{%") }
    static let kubernetes = Placeholders {
        $0.holds("$(") || $0.holds("${") || $0.holds("{{")
            || $0.holds(HelmTemplate.mark)
    }
    static let azure = Placeholders {
        $0.holds("$(") || $0.holds("${{") || $0.holds("$[")
    }
    static let circle = Placeholders { $0.holds("<<") || hasDollar($0) }
    static let dollar = Placeholders { hasDollar($0) }
    static let helm = Placeholders { $0.holds("{{") || $0.holds(HelmTemplate.mark) }
    static let spring = Placeholders {
        $0.holds("${") || $0.holds("#{")
            || ($0.hasPrefix("@") && $0.hasSuffix("@") && $0 != "@")
    }

    /// Whether `$NAME` or `${NAME}` stands in the text; `$$` is a dollar.
    private static func hasDollar(_ text: String) -> Bool {
        var isAfterDollar = false
        for byte in text.utf8 {
            if byte == 0x24 {
                isAfterDollar.toggle()
            } else {
                let isName = byte == 0x7B || byte == 0x5F || (byte | 0x20) &- 0x61 < 26
                if isAfterDollar, isName { return true }
                isAfterDollar = false
            }
        }
        return false
    }

    /// The tree with expressions where text has placeholders; scripts and lines stay text.
    func marked(_ node: DocumentNode) -> DocumentNode {
        marked(node, isScript: false, depth: 0) ?? node
    }

    /// nil where nothing changes, so that trees without placeholders are not built again.
    private func marked(_ node: DocumentNode, isScript: Bool, depth: Int) -> DocumentNode? {
        guard depth < 128 else { return nil }
        switch node.content {
        case .scalar(let scalar):
            guard !isScript, scalar.style != .expression, isIn(scalar.text),
                !scalar.text.utf8.dropLast().contains(0x0A)
            else { return nil }
            if let value = Self.fallback(scalar.text) {
                return node.with(.scalar(DocumentScalar(value, .quoted)), tag: "resolved")
            }
            return node.with(.scalar(DocumentScalar(scalar.text, .expression)))
        case .sequence(let items):
            var isChanged = false
            let changed = items.map { item in
                let other = marked(item, isScript: isScript, depth: depth + 1)
                if other != nil { isChanged = true }
                return other ?? item
            }
            return isChanged ? node.with(.sequence(changed)) : nil
        case .mapping(let entries):
            var isChanged = false
            let changed = entries.map { entry in
                let isScript = Self.scriptKeys.contains(entry.key)
                guard let other = marked(entry.value, isScript: isScript, depth: depth + 1) else {
                    return entry
                }
                isChanged = true
                return DocumentEntry(
                    key: entry.key, keySpan: entry.keySpan, keyPosition: entry.keyPosition,
                    value: other)
            }
            return isChanged ? node.with(.mapping(changed)) : nil
        }
    }

    /// The literal of `${NAME:-literal}` or `${name:literal}`, which holds where nothing is set.
    private static func fallback(_ text: String) -> String? {
        guard text.hasPrefix("${"), text.hasSuffix("}"), !text.hasPrefix("${{"),
            let colon = text.firstIndex(of: ":")
        else { return nil }
        let name = text[text.index(text.startIndex, offsetBy: 2)..<colon]
        guard !name.isEmpty,
            name.utf8.allSatisfy({
                $0 == 0x5F || $0 == 0x2E || $0 == 0x2D || $0 &- 0x30 < 10
                    || ($0 | 0x20) &- 0x61 < 26
            })
        else { return nil }
        var value = text[text.index(after: colon)...].dropLast()
        if value.hasPrefix("-") { value = value.dropFirst() }
        // `:?` and `:+` give no default; an empty one is none.
        guard let first = value.first, first != "?", first != "+", !value.contains("$"),
            !value.contains("}")
        else { return nil }
        return String(value)
    }
}
