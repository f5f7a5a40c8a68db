/// Reads cipher strings of OpenSSL by doing what OpenSSL does: words add suites, take them away
/// (`-`), for good (`!`), or move them (`+`).
struct OpenSSLCipherReader {
    private var list = CipherList()
    private var suites = SuiteUniverse.suites
    /// For each suite the number of the word that enables it.
    private var enabledBy: [Int?]
    private var isKilled: [Bool]
    private var words: [(word: NameWord, isBroad: Bool)] = []

    private init() {
        enabledBy = Array(repeating: nil, count: suites.count)
        isKilled = Array(repeating: false, count: suites.count)
    }

    static func read(_ text: String) -> CipherList {
        var reader = OpenSSLCipherReader()
        for word in NameWord.split(text, at: " \t\r\n,:;|[]\"'\\") { reader.take(word) }
        reader.report()
        return reader.list
    }

    private mutating func take(_ word: NameWord) {
        var name = word.text
        // `DEFAULT@SECLEVEL=0`, `HIGH@STRENGTH`: the rest is a word of its own.
        if let at = name.firstIndex(of: "@") {
            let head = String(name[..<at])
            takeCommand(word.dropping(head.utf8.count))
            guard !head.isEmpty else { return }
            name = head
        }
        if name.hasPrefix("PROFILE=") || name == "SYSTEM" {
            list.noteSystemProfile()
            return
        }
        let sign = name.utf8.first
        let isExclusion = sign == UInt8(ascii: "!") || sign == UInt8(ascii: "-")
        let isMove = sign == UInt8(ascii: "+")
        if isExclusion || isMove { name.removeFirst() }
        guard !name.isEmpty, name.utf8.count <= 128 else { return }
        if isMove {
            if CipherSelector.of(name) == nil { list.note(unknown: word) }
            return
        }
        guard let selector = CipherSelector.of(name) else {
            if !isExclusion, !CipherSuite.isSignal(name: name) { list.note(unknown: word) }
            return
        }
        if let suite = CipherSuite(name: name), !suites.contains(suite) {
            suites.append(suite)
            enabledBy.append(nil)
            isKilled.append(false)
        }
        if isExclusion {
            exclude(selector, named: name, forGood: sign == UInt8(ascii: "!"))
        } else {
            let span = WordSpan(offset: word.span.offset, length: name.utf8.count)
            words.append((NameWord(text: name, span: span), selector.isBroad))
            for index in suites.indices
            where enabledBy[index] == nil && !isKilled[index] && selector.selects(suites[index]) {
                enabledBy[index] = words.count - 1
            }
        }
    }

    private mutating func exclude(_ selector: CipherSelector, named name: String, forGood: Bool) {
        for index in suites.indices where selector.selects(suites[index]) {
            enabledBy[index] = nil
            if forGood { isKilled[index] = true }
        }
    }

    private mutating func takeCommand(_ word: NameWord) {
        let mark = "@SECLEVEL="
        guard word.text.uppercased().hasPrefix(mark) else {
            if word.text != "@STRENGTH" { list.note(unknown: word) }
            return
        }
        guard let level = Int(word.text.dropFirst(mark.count)), (0...5).contains(level) else {
            list.note(unknown: word)
            return
        }
        list.note(level: level, word)
    }

    /// Suites that the string's own security level refuses.
    ///
    /// - Source: SSL_CTX_set_security_level(3).
    private static func isRefused(_ suite: CipherSuite, at level: Int) -> Bool {
        guard level >= 1 else { return false }
        if suite.cipher == .none || suite.authentication == .anonymous || suite.mac == .md5
            || suite.isExport || suite.cipher == .des
        {
            return true
        }
        if level >= 2, suite.cipher == .rc4 { return true }
        return level >= 3 && (suite.cipher == .tripleDES || !suite.hasForwardSecrecy)
    }

    private mutating func report() {
        var found = [Set<NamedWeakness>](repeating: [], count: words.count)
        var isOn = [Bool](repeating: false, count: words.count)
        for (index, enabler) in enabledBy.enumerated() {
            guard let enabler, found.indices.contains(enabler) else { continue }
            if let level = list.securityLevel?.level,
                OpenSSLCipherReader.isRefused(suites[index], at: level)
            {
                continue
            }
            found[enabler].formUnion(suites[index].weaknesses)
            isOn[enabler] = true
        }
        for (index, entry) in words.enumerated() {
            if let suite = isOn[index] ? CipherSuite(name: entry.word.text) : nil {
                list.note(suite, entry.word)
            } else if isOn[index] {
                // A selector is made of words of OpenSSL's alone.
                list.note(
                    .group, entry.word.text, entry.word,
                    entry.isBroad
                        ? []
                        : found[index].isEmpty
                            ? ["suite-good"] : found[index].sorted().map(\.rawValue))
            }
            list.add(entry.word, found[index], isBroad: entry.isBroad)
        }
    }
}
