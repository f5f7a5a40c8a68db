/// Commands of a shell: words, options, assignments.
///
/// A shell's words are no tokens of the others' kind, so the bytes are read here directly.
extension CodeParser {
    /// The whole file: each command is a call whose arguments are its words.
    mutating func parseShell() {
        parseCommands(0..<bytes.count, level: 0)
        if out.uses.count >= limits.maxUses { faults.insert(.tooManyUses) }
    }

    /// The commands of a range; those within quotes are read after what is around them.
    private mutating func parseCommands(_ range: Range<Int>, level: Int) {
        guard level < 8 else {
            faults.insert(.tooDeep)
            return
        }
        // Tokens mean nothing to a shell: the limit is that of the bytes.
        let outer = limit
        limit = range.upperBound
        var place = range.lowerBound
        while place < limit, out.uses.count < limits.maxUses {
            var quoted: [Range<Int>] = []
            place = max(parseCommand(place, &quoted), place + 1)
            for inner in quoted { parseCommands(inner, level: level + 1) }
        }
        limit = outer
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

    /// Length of a backslash with the line break that it hides, 0 for anything else.
    private func continuation(_ place: Int) -> Int {
        guard bytes[place] == 92, place + 1 < limit else { return 0 }
        if bytes[place + 1] == 10 { return 2 }
        return place + 2 < limit && bytes[place + 1] == 13 && bytes[place + 2] == 10 ? 3 : 0
    }

    /// Bytes between commands.
    private func endsCommand(_ byte: UInt8) -> Bool {
        // line break ; | & ( ) ` and the braces that stand alone
        [10, 59, 124, 38, 40, 41, 96].contains(byte)
    }

    /// One command from its first word to its end, where reading goes on.
    private mutating func parseCommand(_ start: Int, _ quoted: inout [Range<Int>]) -> Int {
        var place = start
        var name: (symbol: UInt32, start: Int, end: Int)?
        let base = pending.count
        var end = start
        while place < limit {
            let byte = bytes[place]
            if isBlank(byte) {
                place += 1
                continue
            }
            let continued = continuation(place)
            if continued > 0 {
                place += continued
                continue
            }
            if byte == 35 {
                while place < limit, bytes[place] != 10 { place += 1 }
                break
            }
            if endsCommand(byte) { break }
            if byte == 60 || byte == 62 {
                place = afterRedirection(place)
                continue
            }
            let word = readWord(place, &quoted)
            end = word.end
            if name == nil {
                if let equal = assignment(word.start, word.end) {
                    noteShellVariable(word.start, equal, word.end)
                } else if !isKeyword(word.start, word.end) {
                    name = (intern(commandName(word.start, word.end)), word.start, word.end)
                }
            } else {
                addShellArgument(word.start, word.end)
            }
            place = max(word.end, place + 1)
        }
        let arguments = takePending(base)
        if let name, name.symbol != 0 {
            var use = CodeTables.Use(
                kind: .call, nameStart: UInt32(name.start), nameEnd: UInt32(name.end),
                start: UInt32(name.start), end: UInt32(end), block: 0)
            use.path = UInt32(out.paths.count)
            use.pathCount = 1
            out.paths.append(name.symbol)
            use.arguments = arguments.start
            use.argumentCount = arguments.count
            addUse(use)
        }
        return place < limit && endsCommand(bytes[place]) ? place + 1 : place
    }

    private mutating func intern(_ range: Range<Int>) -> UInt32 {
        guard range.count <= 256 else { return 0 }
        return out.symbols.intern(UnsafeRawBufferPointer(rebasing: bytes[range]))
    }

    /// `/usr/bin/curl` is `curl`.
    private func commandName(_ start: Int, _ end: Int) -> Range<Int> {
        let slash = bytes[start..<end].lastIndex(of: 47)
        return (slash.map { $0 + 1 } ?? start)..<end
    }

    private func isKeyword(_ start: Int, _ end: Int) -> Bool {
        guard end - start <= 8 else { return false }
        let words: Set<String> = [
            "if", "then", "else", "elif", "fi", "do", "done", "while", "until", "for", "case",
            "esac", "in", "{", "}", "!", "[[", "]]", "time", "exec", "sudo", "command", "export",
            "local", "readonly", "declare", "env", "nohup",
        ]
        return words.contains(String(decoding: bytes[start..<end], as: UTF8.self))
    }

    /// A word with its quotes, and the commands in its double quotes; never past the limit.
    private mutating func readWord(
        _ start: Int, _ quoted: inout [Range<Int>]
    ) -> (start: Int, end: Int) {
        var place = start
        var quote: UInt8 = 0
        while place < limit {
            let byte = bytes[place]
            if byte == 92, quote != 39 {
                place += 2
                continue
            }
            if quote == 34, byte == 96 || byte == 36 && place + 1 < limit && bytes[place + 1] == 40
            {
                let inner = place + (byte == 96 ? 1 : 2)
                place = substitutionEnd(inner, isBacktick: byte == 96)
                // `$((` is arithmetic.
                if inner < place, bytes[inner] != 40 { quoted.append(inner..<place) }
            } else if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 34 || byte == 39 {
                quote = byte
            } else if isBlank(byte) || endsCommand(byte) || byte == 60 || byte == 62 {
                break
            }
            place += 1
        }
        return (start, min(place, limit))
    }

    /// Where a command in double quotes ends: quotes and parentheses in it are its own.
    private mutating func substitutionEnd(_ start: Int, isBacktick: Bool) -> Int {
        var place = start
        // Closing marks that are waited for, the outermost first.
        var waiting: [UInt8] = [isBacktick ? 96 : 41]
        while place < limit, let mark = waiting.last {
            let byte = bytes[place]
            if byte == 92, mark != 39 {
                place += 2
                continue
            }
            if byte == mark {
                waiting.removeLast()
                if waiting.isEmpty { return place }
            } else if mark == 39 {
                // Nothing but its end counts in single quotes.
            } else if byte == 40, mark == 41 || bytes[place - 1] == 36 {
                waiting.append(41)
            } else if byte == 34 || byte == 39 && mark != 34 {
                waiting.append(byte)
            }
            if waiting.count > 64 {
                faults.insert(.tooDeep)
                break
            }
            place += 1
        }
        return min(place, limit)
    }

    private func afterRedirection(_ start: Int) -> Int {
        var place = start
        while place < limit, [60, 62, 38, 45].contains(bytes[place]) { place += 1 }
        return place
    }

    /// Where the `=` of `NAME=value` stands.
    private func assignment(_ start: Int, _ end: Int) -> Int? {
        var place = start
        while place < end {
            let byte = bytes[place]
            if byte == 61 { return place > start ? place : nil }
            let isName =
                byte == 95 || (byte | 0x20) &- 97 < 26 || (byte &- 48 < 10 && place > start)
            guard isName || (byte == 43 && place + 1 < end && bytes[place + 1] == 61) else {
                return nil
            }
            place += 1
        }
        return nil
    }

    private mutating func noteShellVariable(_ start: Int, _ equal: Int, _ end: Int) {
        let symbol = intern(start..<equal)
        let value = shellValue(equal + 1, end)
        let argument = addArguments([
            CodeTables.Argument(
                name: 0, value: value, start: UInt32(equal + 1), end: UInt32(end))
        ])
        var use = CodeTables.Use(
            kind: .assignment, nameStart: UInt32(start), nameEnd: UInt32(equal),
            start: UInt32(start), end: UInt32(end), block: 0)
        use.path = UInt32(out.paths.count)
        use.pathCount = 1
        out.paths.append(symbol)
        use.arguments = argument
        use.argumentCount = 1
        use.target = symbol
        addUse(use)
        addVariable(symbol, position: UInt32(start), value: value)
    }

    /// `-k`, `--name`, `--name=value`, a word.
    private mutating func addShellArgument(_ start: Int, _ end: Int) {
        var name: UInt32 = 0
        let value: UInt32
        if bytes[start] == 45, end - start > 1 {
            let equal = bytes[start..<end].firstIndex(of: 61)
            name = intern(start..<(equal ?? end))
            value =
                equal.map { shellValue($0 + 1, end) }
                ?? addValue(.flag, a: 1, start: UInt32(start), end: UInt32(end))
        } else {
            value = shellValue(start, end)
        }
        pending.append(
            CodeTables.Argument(
                name: name, value: value, start: UInt32(start), end: UInt32(end)))
    }

    /// A word as a text, or as the variable that it is alone.
    private mutating func shellValue(_ start: Int, _ end: Int) -> UInt32 {
        var start = start
        var end = end
        if end - start >= 2, bytes[start] == 34 || bytes[start] == 39,
            bytes[end - 1] == bytes[start]
        {
            if bytes[start] == 39 { return shellText(start + 1, end - 1, isOpaque: false) }
            start += 1
            end -= 1
        }
        let text = bytes[start..<end]
        guard text.contains(36) || text.contains(96) else {
            return shellText(start, end, isOpaque: text.contains(34))
        }
        var name = start + 1
        var nameEnd = end
        if end - start > 3, bytes[name] == 123, bytes[end - 1] == 125 {
            name += 1
            nameEnd -= 1
        }
        guard bytes[start] == 36, nameEnd > name,
            bytes[name..<nameEnd].allSatisfy({
                $0 == 95 || ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10
            })
        else { return shellText(start, end, isOpaque: true) }
        let path = UInt32(out.paths.count)
        out.paths.append(intern(name..<nameEnd))
        return addValue(
            .name, a: path, b: 1, c: 0, start: UInt32(start), end: UInt32(end))
    }

    private mutating func shellText(_ start: Int, _ end: Int, isOpaque: Bool) -> UInt32 {
        addValue(
            .string,
            a: StringForm.packed(lead: 0, trail: 0, escape: .none, isOpaque: isOpaque),
            start: UInt32(start), end: UInt32(end))
    }
}
