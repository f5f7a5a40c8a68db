internal import Patterns

/// What a rule with `credential` takes of what the engine for assignments finds.
///
/// Such a rule has no pattern: `Detection/Assignments` reads names, operators and values, and the
/// class says which of them are the rule's.
package enum CredentialClass: String, CaseIterable, Sendable {
    /// A password that no dictionary holds, in quotes or in an element.
    case password
    /// A password made of words and digits, in quotes or in an element.
    case weakPassword = "weak-password"
    /// A value named secret or credential.
    case secret
    /// A value named token, or an authorization.
    case token
    /// A value named key.
    case key
    /// A value named private key that is no PEM block.
    case privateKey = "private-key"
    /// As `password`, without quotes.
    case unquotedPassword = "unquoted-password"
    /// As `weakPassword`, without quotes.
    case unquotedWeakPassword = "unquoted-weak-password"
    /// A secret, token or key without quotes.
    case unquotedSecret = "unquoted-secret"
    /// A name and its value on lines of their own.
    case pair
    /// A file that is nothing but a secret.
    case file

    /// Reads the word of a rule file.
    package init?(word: String) { self.init(rawValue: word) }

    /// Whether only the kind of file tells its values from names and expressions.
    var isUnquoted: Bool {
        self == .unquotedPassword || self == .unquotedWeakPassword || self == .unquotedSecret
    }

    /// Whether its values are words.
    var isWord: Bool { self == .weakPassword || self == .unquotedWeakPassword }

    /// What leads to a class: stems of names, or the words before a value that stands apart.
    ///
    /// The stems are hot. A hit costs some 50 ns in the engine, which an expression could not do.
    var literals: [Literal] {
        let stems = [
            "pass", "pw", "secret", "token", "key", "auth", "cred", "_pat", "senha", "kennwort",
            "contrase", "identified by",
        ]
        let labels = ["value:", "value\"", "value'", "value>", "value=", "<string>", "value :"]
        let texts =
            switch self {
            case .file: [String]()
            case .pair: stems.filter { $0 != "identified by" } + labels
            default: stems
            }
        return texts.map { Literal($0, isCaseless: true) }
    }
}
