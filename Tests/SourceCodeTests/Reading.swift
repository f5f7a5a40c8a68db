import ScanModel

@testable import SourceCode

/// Writes uses as one line each, for comparison.
enum Reading {
    /// A file from text.
    static func file(_ source: String, _ language: SourceLanguage) -> SourceFile {
        Array(source.utf8).withUnsafeBytes { SourceFile($0, language: language) }
    }

    /// `name(arguments)` of all uses of some kinds, values followed.
    static func lines(
        _ source: String, _ language: SourceLanguage, _ kinds: Set<CodeUse.Kind>
    ) -> [String] {
        let file = file(source, language)
        return file.uses.filter { kinds.contains($0.kind) }.map { line($0, file) }
    }

    /// One use: functions say what their body does.
    static func line(_ use: CodeUse, _ file: SourceFile) -> String {
        let arguments = use.arguments.map { argument($0, file) }.joined(separator: ", ")
        switch use.kind {
        case .assignment: return "\(use.name)=\(arguments)"
        case .function:
            let result = use.result.map { " " + value($0, file) } ?? ""
            return "\(use.name)(\(arguments)) \(use.body)\(result)"
        case .construction: return "new \(use.name)(\(arguments))"
        case .annotation: return "@\(use.name)(\(arguments))"
        default: return "\(use.name)(\(arguments))"
        }
    }

    private static func argument(_ argument: CodeArgument, _ file: SourceFile) -> String {
        let name = argument.name.map { $0 + ": " } ?? ""
        return name + value(argument.value, file)
    }

    /// A value, or the ones that it may have.
    static func value(_ value: CodeValue, _ file: SourceFile) -> String {
        let values = file.possibleValues(of: value)
        if values.isEmpty { return written(value, file) }
        return values.map { written($0, file) }.joined(separator: "|")
    }

    private static func written(_ value: CodeValue, _ file: SourceFile) -> String {
        switch value.content {
        case .string(let text): return "'\(text)'"
        case .number(let number): return number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .flag(let flag): return flag ? "true" : "false"
        case .null: return "null"
        case .list(let elements):
            return "[" + elements.map { argument($0, file) }.joined(separator: ", ") + "]"
        case .map(let entries):
            return "{" + entries.map { argument($0, file) }.joined(separator: ", ") + "}"
        case .name(let name): return name
        case .call(let index): return file.use(index).name + "()"
        case .function: return "fn"
        case .unknown: return "?"
        }
    }
}
