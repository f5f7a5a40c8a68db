/// What is written before declarations, and lines for the preprocessor.
extension CodeParser {
    /// `@Name(…)`.
    mutating func parseAnnotation() {
        let first = current
        at += 1
        // `@file:Name`, `@get:Name`.
        if isOp(token(at + 1), CodeOperator.colon), token(at + 2).kind == .identifier { at += 2 }
        guard current.kind == .identifier, word(current) != .type else { return }
        addAnnotation(from: first)
    }

    /// A name with or without arguments.
    private mutating func addAnnotation(from first: CodeToken) {
        let path = UInt32(out.paths.count)
        var count: UInt32 = 0
        let nameStart = current.start
        while current.kind == .identifier, count < 32 {
            out.paths.append(current.payload)
            count += 1
            at += 1
            guard
                isOp(current, CodeOperator.dot) || isOp(current, CodeOperator.colons)
                    || isOp(current, CodeOperator.backslash)
            else { break }
            at += 1
        }
        let nameEnd = lastEnd
        var arguments: (start: UInt32, count: UInt32) = (0, 0)
        if opens(current, 40), !current.breaksLine {
            let outer = target
            target = 0
            arguments = parseArguments()
            target = outer
        }
        guard count > 0 else { return }
        _ = addCall(
            .annotation, path: path, count: count, nameStart: nameStart, nameEnd: nameEnd,
            start: first.start, arguments: arguments)
    }

    /// `[Name(…), Other]` before a declaration; `false` when it is a value.
    mutating func parseAttribute() -> Bool {
        let end = close(at)
        let next = token(end + 1)
        if syntax.imports == .powershell {
            guard next.kind != .op || opens(next, 91) else { return false }
            // Types before variables are read as casts.
            guard opens(token(at + 2), 40) else { return false }
        } else {
            guard next.kind == .identifier || opens(next, 91) else { return false }
        }
        let first = current
        let outer = limit
        at += 1
        limit = end
        // `[assembly: Name]`
        if isOp(token(at + 1), CodeOperator.colon) { at += 2 }
        while at < limit {
            let before = at
            if current.kind == .identifier { addAnnotation(from: first) }
            if isOp(current, CodeOperator.comma) { at += 1 }
            if at <= before { at = before + 1 }
        }
        limit = outer
        at = min(end + 1, limit)
        return true
    }

    /// `#[name(…)]` and `#![name]`.
    mutating func parseHashAttribute() {
        let first = current
        at += 1
        if isOp(current, CodeOperator.bang) { at += 1 }
        guard opens(current, 91) else { return }
        let end = close(at)
        let outer = limit
        at += 1
        limit = end
        while at < limit {
            let before = at
            if current.kind == .identifier || isOp(current, CodeOperator.backslash) {
                if current.kind == .op { at += 1 }
                addAnnotation(from: first)
            }
            if at <= before { at = before + 1 }
        }
        limit = outer
        at = min(end + 1, limit)
    }

    /// `#include`, `#define NAME value`, `#if`, `#region`.
    mutating func parseDirective() {
        at += 1
        let name = current
        guard name.kind == .identifier, !name.breaksLine else { return }
        var end = at + 1
        while end < limit, !tokens[end].breaksLine || continuesLine(end) { end += 1 }
        if isWord("include", name) || isWord("import", name) {
            includeFile(name, end)
        } else if isWord("define", name), token(at + 1).kind == .identifier, end > at + 2,
            !opens(token(at + 2), 40) || token(at + 2).isSpaced
        {
            let outer = limit
            let constant = token(at + 1)
            at += 2
            limit = end
            target = constant.payload
            let value = parseExpression()
            target = 0
            addNamed(constant, value: value, type: (0, 0))
            limit = outer
        }
        at = min(end, limit)
    }

    /// A backslash ends the line before.
    private func continuesLine(_ index: Int) -> Bool {
        index > 0 && isOp(tokens[index - 1], CodeOperator.backslash)
    }

    private mutating func includeFile(_ name: CodeToken, _ end: Int) {
        let first = token(at + 1)
        let range: Range<Int>
        if first.kind == .string {
            range = textRange(first)
        } else {
            guard isOp(first, CodeOperator.less), end - 1 > at + 1 else { return }
            range = Int(first.end)..<max(Int(first.end), Int(tokens[end - 1].start))
        }
        out.imports.append(
            ImportedName(
                local: nil, path: String(decoding: bytes[range], as: UTF8.self),
                span: SourceRange(start: Int(name.start), end: range.upperBound)))
    }
}
