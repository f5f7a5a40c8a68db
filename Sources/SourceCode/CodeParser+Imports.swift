/// What a file brings in, and under which names.
extension CodeParser {
    /// Notes that `local` stands for a path of names.
    mutating func addImport(local: UInt32, path: [UInt32], start: UInt32, end: UInt32) {
        guard local != 0, !path.isEmpty else { return }
        let place = UInt32(out.paths.count)
        out.paths.append(contentsOf: path.prefix(32))
        out.aliases[local] = (place, UInt32(min(path.count, 32)))
        noteImport(local: out.symbols.string(local), path: path, start: start, end: end)
    }

    private mutating func noteImport(
        local: String?, path: [UInt32], start: UInt32, end: UInt32
    ) {
        guard out.imports.count < 10_000 else {
            faults.insert(.tooManyUses)
            return
        }
        out.imports.append(
            ImportedName(
                local: local,
                path: path.map { out.symbols.string($0) }.joined(separator: "."),
                span: SourceRange(start: Int(start), end: Int(end))))
    }

    /// An import; `false` when the word is a name here, or another statement.
    mutating func parseImport() -> Bool {
        let first = current
        switch syntax.imports {
        case .python: return parsePythonImport(first)
        case .javascript: return parseScriptImport(first)
        case .java, .scala, .csharp, .rust, .swift, .php, .elixir, .visualBasic, .perl,
            .powershell:
            return parseDottedImport(first)
        case .go: return parseGoImport(first)
        case .include:
            // C++'s `using namespace std;`, `using T = X;`.
            while at < limit, !endsStatement(current) { at += 1 }
            return true
        case .ruby, .none: return false
        }
    }

    private mutating func dotted() -> (path: [UInt32], start: UInt32)? {
        let start = current.start
        var path: [UInt32] = []
        while isOp(current, CodeOperator.dot) || isOp(current, CodeOperator.spread)
            || isOp(current, CodeOperator.range)
        {
            at += 1
        }
        while current.kind == .identifier, path.count < 32 {
            path.append(current.payload)
            at += 1
            guard isOp(current, CodeOperator.dot), token(at + 1).kind == .identifier else { break }
            at += 1
        }
        return path.isEmpty ? nil : (path, start)
    }

    private mutating func parsePythonImport(_ first: CodeToken) -> Bool {
        at += 1
        if word(first) == .from {
            let module = dotted()
            guard word(current) == .importing else { return module != nil }
            at += 1
            let isWrapped = opens(current, 40)
            let end = isWrapped ? close(at) : limit
            if isWrapped { at += 1 }
            while at < end, isWrapped || !endsStatement(current) {
                let name = current
                at += 1
                if isOp(name, CodeOperator.star) {
                    noteImport(
                        local: nil, path: (module?.path ?? []) + [out.symbols.intern("*")],
                        start: first.start, end: name.end)
                    continue
                }
                guard name.kind == .identifier else { continue }
                var local = name
                if isWord("as", current) {
                    local = token(at + 1)
                    at += 2
                }
                addImport(
                    local: local.payload, path: (module?.path ?? []) + [name.payload],
                    start: name.start, end: local.end)
            }
            if isWrapped { at = min(end + 1, limit) }
            return true
        }
        while let module = dotted() {
            if isWord("as", current) {
                addImport(
                    local: token(at + 1).payload, path: module.path, start: module.start,
                    end: token(at + 1).end)
                at += 2
            } else {
                addImport(
                    local: module.path[0], path: [module.path[0]], start: module.start,
                    end: lastEnd)
                if module.path.count > 1 {
                    noteImport(
                        local: nil, path: module.path, start: module.start, end: lastEnd)
                }
            }
            guard isOp(current, CodeOperator.comma) else { break }
            at += 1
        }
        return true
    }

    /// `import a, { b as c } from "m"`, `import * as m from "m"`, Dart's `import 'm' as m`.
    private mutating func parseScriptImport(_ first: CodeToken) -> Bool {
        let next = token(at + 1)
        if opens(next, 40) || isOp(next, CodeOperator.dot) { return false }
        at += 1
        var names: [(local: CodeToken, name: UInt32?)] = []
        for _ in 0..<2_000 {
            let token = current
            if token.kind == .string {
                let module = moduleSymbols(token)
                for name in names {
                    addImport(
                        local: name.local.payload, path: module + (name.name.map { [$0] } ?? []),
                        start: name.local.start, end: name.local.end)
                }
                at += 1
                if isWord("as", current) {
                    addImport(
                        local: self.token(at + 1).payload, path: module, start: token.start,
                        end: token.end)
                    at += 2
                } else if names.isEmpty {
                    noteImport(local: nil, path: module, start: token.start, end: token.end)
                }
                while at < limit, !endsStatement(current), !current.breaksLine { at += 1 }
                return true
            }
            guard at < limit, !isOp(token, CodeOperator.semicolon) else { return true }
            if opens(token, 123) {
                let end = close(at)
                at += 1
                while at < end {
                    let name = current
                    at += 1
                    guard name.kind == .identifier,
                        !isWord("type", name)
                            || isOp(current, CodeOperator.comma)
                    else { continue }
                    var local = name
                    if isWord("as", current) {
                        local = self.token(at + 1)
                        at += 2
                    }
                    names.append((local, name.payload))
                }
                at = min(end + 1, limit)
            } else if token.kind == .identifier, word(token) != .from,
                !(isWord("type", token) && self.token(at + 1).kind != .op
                    && word(self.token(at + 1)) != .from)
            {
                if isWord("as", token) { at += 1 }
                names.append((current, nil))
                at += 1
                // `import x = require("m")`
                if isOp(current, CodeOperator.equal) { at += 1 }
                if isWord("require", current) { at += 2 }
            } else {
                at += 1
            }
        }
        return true
    }

    /// `node:crypto` is `crypto`; Dart's `package:http/http.dart` is `http`.
    private mutating func moduleSymbols(_ token: CodeToken) -> [UInt32] {
        var range = textRange(token)
        if matches("node:", range.lowerBound) { range = (range.lowerBound + 5)..<range.upperBound }
        if range.count > 5, matches("dart:", range.lowerBound) {
            range = (range.lowerBound + 5)..<range.upperBound
        }
        if matches("package:", range.lowerBound) {
            let rest = (range.lowerBound + 8)..<max(range.lowerBound + 8, range.upperBound)
            let end = bytes[rest].firstIndex(of: 47) ?? rest.upperBound
            range = rest.lowerBound..<end
        }
        guard !range.isEmpty, range.count <= 256 else { return [] }
        return [out.symbols.intern(UnsafeRawBufferPointer(rebasing: bytes[range]))]
    }

    private func matches(_ text: String, _ start: Int) -> Bool {
        guard start + text.utf8.count <= bytes.count else { return false }
        return bytes[start..<(start + text.utf8.count)].elementsEqual(text.utf8)
    }

    private mutating func parseGoImport(_ first: CodeToken) -> Bool {
        at += 1
        let isWrapped = opens(current, 40)
        let end = isWrapped ? close(at) : limit
        if isWrapped { at += 1 }
        var local: CodeToken?
        while at < end {
            let token = current
            if !isWrapped, token.breaksLine { break }
            if token.kind == .identifier {
                local = token
            } else if token.kind == .string {
                addGoModule(token, local: local)
                local = nil
            }
            at += 1
            if !isWrapped, token.kind == .string { break }
        }
        if isWrapped { at = min(end + 1, limit) }
        return true
    }

    private mutating func addGoModule(_ token: CodeToken, local: CodeToken?) {
        let range = textRange(token)
        guard !range.isEmpty, range.count <= 256 else { return }
        let path = out.symbols.intern(UnsafeRawBufferPointer(rebasing: bytes[range]))
        var name = local?.payload ?? 0
        if local == nil {
            var parts = String(decoding: bytes[range], as: UTF8.self).split(separator: "/")
            // `github.com/a/jwt/v5` is used as `jwt`, `gopkg.in/yaml.v3` as `yaml`.
            if parts.count > 1, let last = parts.last, last.first == "v",
                last.dropFirst().allSatisfy(\.isNumber)
            {
                parts.removeLast()
            }
            var last = parts.last ?? ""
            if let dot = last.firstIndex(of: "."), parts.count > 1 { last = last[..<dot] }
            if last.hasPrefix("go-") { last = last.dropFirst(3) }
            name = out.symbols.intern(String(last))
        }
        addImport(local: name, path: [path], start: token.start, end: token.end)
    }

    /// `import a.b.C;`, `use a\{B, C as D};`, `using X = A.B;`, `alias A.{B, C}`.
    private mutating func parseDottedImport(_ first: CodeToken) -> Bool {
        if syntax.imports == .csharp || syntax.imports == .powershell {
            // `using (resource) { }`, `using var x = …`: statements.
            let next = token(at + 1)
            if opens(next, 40) || word(next) == .variable || isTypedUsing { return skipUsing() }
        }
        if syntax.imports == .php, opens(token(at + 1), 40) { return false }
        at += 1
        var path: [UInt32] = []
        var stack: [(path: [UInt32], end: Int)] = []
        var last: CodeToken?
        var isDone = false
        for _ in 0..<4_000 {
            while let top = stack.last, at >= top.end {
                finish(&path, &last, first)
                path = top.path
                stack.removeLast()
                isDone = true
                if at == top.end { at += 1 }
            }
            guard at < limit else { break }
            if at > 0, stack.isEmpty, endsStatement(current) { break }
            let now = current
            if now.kind == .identifier {
                let isAlias =
                    isWord("as", now) || (isOp(self.token(at + 1), CodeOperator.equal))
                if isWord("as", now), self.token(at + 1).kind == .identifier {
                    let local = self.token(at + 1)
                    addImport(
                        local: local.payload, path: path, start: now.start, end: local.end)
                    path = stack.last?.path ?? []
                    last = nil
                    at += 2
                    continue
                }
                if isAlias, syntax.imports == .csharp || syntax.imports == .visualBasic {
                    // `using Alias = A.B;`
                    at += 2
                    let target = dotted()
                    if let target {
                        addImport(
                            local: now.payload, path: target.path, start: now.start, end: lastEnd)
                    }
                    path = []
                    last = nil
                    continue
                }
                if isOp(self.token(at + 1), CodeOperator.fatArrow),
                    self.token(at + 2).kind == .identifier
                {
                    // Scala's `{A => B}`.
                    let local = self.token(at + 2)
                    addImport(
                        local: local.payload, path: path + [now.payload], start: now.start,
                        end: local.end)
                    last = nil
                    at += 3
                    continue
                }
                let isSkipped =
                    word(now) == .modifier || word(now) == .function || word(now) == .variable
                    || (word(now) == .type && path.isEmpty)
                    || (word(now) == .selfReference && path.count > 0)
                if !isSkipped, path.count < 32 {
                    path.append(now.payload)
                    last = now
                }
                at += 1
            } else if opens(now, 123) {
                stack.append((path, close(at)))
                last = nil
                at += 1
            } else if isOp(now, CodeOperator.comma) {
                finish(&path, &last, first)
                path = stack.last?.path ?? []
                at += 1
            } else if isOp(now, CodeOperator.star) {
                noteImport(
                    local: nil, path: path + [out.symbols.intern("*")], start: first.start,
                    end: now.end)
                last = nil
                at += 1
            } else if now.kind == .op {
                at += 1
            } else if now.kind == .string || now.kind == .open {
                if syntax.imports == .perl || syntax.imports == .elixir {
                    // Names and options behind a module.
                    addListedNames(path, now)
                    finish(&path, &last, first)
                    _ = parseExpression()
                    continue
                }
                at += 1
            } else {
                at += 1
            }
        }
        if !isDone || last != nil { finish(&path, &last, first) }
        return true
    }

    /// `use Digest::MD5 qw(md5_hex);` brings `md5_hex`.
    private mutating func addListedNames(_ module: [UInt32], _ list: CodeToken) {
        guard syntax.imports == .perl, list.kind == .string, !module.isEmpty else { return }
        for name in bytes[textRange(list)].split(separator: 32).prefix(64) {
            let symbol = out.symbols.intern(UnsafeRawBufferPointer(rebasing: name))
            addImport(
                local: symbol, path: module + [symbol], start: list.start, end: list.end)
        }
    }

    /// `using Type name = …`.
    private var isTypedUsing: Bool {
        for index in 1..<16 {
            let token = token(at + index)
            if token.kind == .op {
                if token.payload == CodeOperator.semicolon { return false }
                if token.payload == CodeOperator.equal { return index > 2 }
            }
            if token.kind == .open { return true }
        }
        return false
    }

    private mutating func skipUsing() -> Bool {
        at += 1
        if opens(current, 40) {
            // What is declared there lives in the block: read as statements.
            let end = close(at)
            at += 1
            guarded { $0.parseStatements(until: end) }
            at = min(end + 1, limit)
        }
        return true
    }

    private mutating func finish(
        _ path: inout [UInt32], _ last: inout CodeToken?, _ first: CodeToken
    ) {
        guard let name = last, !path.isEmpty else { return }
        let namesModule =
            [.csharp, .visualBasic, .swift, .perl, .powershell].contains(syntax.imports)
            && path.count > 0
        if namesModule {
            noteImport(local: nil, path: path, start: first.start, end: name.end)
        } else {
            addImport(local: name.payload, path: path, start: first.start, end: name.end)
        }
        last = nil
    }

    /// The module that `require("m")` or `import("m")` brings; `nil` for any other value.
    mutating func importedModule(_ value: UInt32) -> [UInt32]? {
        let known = out.values[Int(value)]
        guard syntax.imports == .javascript || syntax.imports == .none else { return nil }
        if known.kind == .name, known.base >= 0 {
            guard let module = requiredModule(Int(known.base)) else { return nil }
            return module + out.paths[Int(known.a)..<Int(known.a + known.b)]
        }
        guard known.kind == .call else { return nil }
        return requiredModule(Int(known.a))
    }

    private mutating func requiredModule(_ index: Int) -> [UInt32]? {
        guard index < out.uses.count else { return nil }
        let use = out.uses[index]
        guard use.kind == .call, use.pathCount == 1, use.argumentCount == 1,
            use.base == CodeTables.noBase
        else { return nil }
        let name = out.symbols.string(out.paths[Int(use.path)])
        guard name == "require" || name == "import" else { return nil }
        let argument = out.values[Int(out.arguments[Int(use.arguments)].value)]
        guard argument.kind == .string else { return nil }
        let token = CodeToken(
            kind: .string, breaksLine: false, isSpaced: false, start: argument.start,
            end: argument.end, payload: argument.a)
        let module = moduleSymbols(token)
        return module.isEmpty ? nil : module
    }
}
