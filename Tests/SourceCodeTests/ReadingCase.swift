import ScanModel
import Testing

/// A source and the uses that it holds but for references, values followed.
struct ReadingCase: Sendable, CustomTestStringConvertible {
    let language: SourceLanguage
    let source: String
    let expected: [String]

    init(_ language: SourceLanguage, _ source: String, _ expected: [String]) {
        self.language = language
        self.source = source
        self.expected = expected
    }

    var testDescription: String { "\(language.word): \(source.prefix(60))" }

    static let all =
        FirstLanguageCases.all + SecondLanguageCases.all + ThirdLanguageCases.all
        + FourthLanguageCases.all + FifthLanguageCases.all + SixthLanguageCases.all
        + SeventhLanguageCases.all + OtherLanguageCases.all
}
