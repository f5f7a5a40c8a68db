package import ScanModel
import SourceCode

/// The fuzz target of this room: a file of any language, and all that can be asked of it.
package enum SourceCodeFuzz {
    /// What no input may bring about.
    package struct Failure: Error, CustomStringConvertible {
        /// What was found.
        package let description: String
    }

    /// The name of the program and of its corpus.
    package static let name = "source-code"

    /// The languages that are read, by the letter that chooses them.
    package static let languages: [SourceLanguage] = SourceLanguage.allCases.filter { language in
        !SourceFile(UnsafeRawBufferPointer(start: nil, count: 0), language: language).faults
            .contains(.languageNotRead)
    }

    private static let queries = ["*", "?.f", "a.b", "*.createHash", "f"].map {
        CodeQuery(names: [$0])
    }

    /// Runs one input: a letter for the language and the file.
    package static func run(_ bytes: UnsafeRawBufferPointer) throws {
        guard bytes.count > 1 else { return }
        let language = languages[Int(bytes[0] &- 0x61) % languages.count]
        // Memory of its own, so that a read past the end is seen.
        let text = Array(bytes.dropFirst())
        var limits = SourceLimits()
        // AddressSanitizer makes frames several times as large.
        limits.maxDepth = 60
        // More inputs a second are worth more than long ways to a value.
        limits.maxResolutionSteps = 100
        let file = text.withUnsafeBytes { SourceFile($0, language: language, limits: limits) }
        for index in 0..<min(file.useCount, 40) {
            let use = file.use(index)
            try check(use.span, within: text.count)
            try check(use.nameSpan, within: text.count)
            for argument in use.arguments.prefix(3) {
                try check(argument.span, within: text.count)
                for value in file.possibleValues(of: argument.value) {
                    try check(value.span, within: text.count)
                }
            }
        }
        var names = UseNames()
        for query in queries {
            let found = file.uses(matching: query, &names).map(\.index)
            guard found == found.sorted() else { throw Failure(description: "no order") }
        }
    }

    private static func check(_ span: SourceRange, within count: Int) throws {
        guard span.start >= 0, span.start <= span.end, span.end <= count else {
            throw Failure(description: "\(span) is outside of \(count) bytes")
        }
    }
}
