internal import SourceCode

extension JudgedValue {
    /// A value of code. Names and calls are texts too, which are no literals: `ssl.CERT_NONE`,
    /// `os.urandom()`, `function:returns-true`.
    init(_ value: CodeValue, _ file: SourceFile) {
        switch value.content {
        case .string(let text): form = .text(text)
        case .number(let number): form = .text(JudgedValue.text(number))
        case .flag(let flag): form = .text(flag ? "true" : "false")
        case .null: form = .text("null")
        case .list(let members): form = .list(members.map { JudgedValue($0.value, file) })
        case .map(let members): form = .group(count: members.count)
        case .name(let name):
            form = .text(name)
            isLiteral = false
        case .call(let index):
            form = .text(file.use(index).name + "()")
            isLiteral = false
        case .function(let index):
            form = .text("function:" + (file.bodyWords(of: file.use(index)).first ?? "other"))
            isLiteral = false
        case .unknown:
            form = .unknown
            isLiteral = false
        }
    }

    private static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}

extension SourceFile {
    /// Words for what the body of a function does, as far as it is simple.
    func bodyWords(of use: CodeUse) -> [String] {
        switch use.body {
        case .other: return ["other"]
        case .absent: return ["absent"]
        case .raising: return ["raising"]
        case .empty: return ["empty", "trivial"]
        case .returns:
            switch use.result?.content {
            case .flag(let flag): return [flag ? "returns-true" : "returns-false", "trivial"]
            case .null: return ["returns-null", "trivial"]
            case .number(let number):
                return [
                    "returns-" + (Int(exactly: number).map(String.init) ?? "number"), "trivial",
                ]
            case .name: return ["returns-name"]
            default: return ["returns-value", "trivial"]
            }
        }
    }
}
