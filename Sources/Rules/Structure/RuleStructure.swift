package import Documents
internal import ScanModel

/// What a rule asks of the structure of a text, in the words of its file.
///
/// Kept as text: a scan needs few of these rules, and makes them ready when it first does.
package struct RuleStructure: Sendable, Hashable {
    /// What structure it is about; the raw value is the key in rule files.
    package enum Kind: String, Sendable, CaseIterable {
        /// Settings in structured documents.
        case settings
        /// Calls, fields and names in code.
        case uses
        /// Certificates and keys, wherever they stand.
        case certificate
    }

    package let kind: Kind
    /// The mapping under the key, as `DocumentNode.flowText`; of a check its word.
    package let text: String

    package init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }

    /// - Throws: `.syntax`, with the place.
    package init(kind: Kind, _ node: DocumentNode) throws(DocumentError) {
        switch kind {
        case .settings: _ = try SettingRule(node)
        case .uses: _ = try UseRule(node)
        case .certificate:
            self.init(kind: kind, text: try CertificateCheck(node).rawValue)
            return
        }
        self.init(kind: kind, text: node.flowText)
    }

    /// The rule about settings; `nil` where it is about something else.
    package func settingRule() throws(DocumentError) -> SettingRule? {
        kind == .settings ? try SettingRule(try YAMLReader.read(Array(text.utf8))) : nil
    }

    /// The rule about code; `nil` where it is about something else.
    package func useRule() throws(DocumentError) -> UseRule? {
        kind == .uses ? try UseRule(try YAMLReader.read(Array(text.utf8))) : nil
    }

    /// What is asked of certificates; `nil` where the rule is about something else.
    package var certificateCheck: CertificateCheck? {
        kind == .certificate ? CertificateCheck(rawValue: text) : nil
    }

    /// A word for each subject or name, that has to stand in a text for it to be there; `nil`
    /// where one has none that is rare enough.
    func inferredLiterals() throws(DocumentError) -> [String]? {
        let words =
            if let rule = try settingRule() {
                rule.subjects.map { RuleStructure.word(ofSubject: $0.source) }
            } else {
                try useRule()?.names.map { RuleStructure.word(ofName: $0) } ?? []
            }
        return words.contains(nil) ? nil : words.compactMap { $0 }
    }

    /// The type of `platform/type`, without what the platform puts before it.
    private static func word(ofSubject subject: String) -> String? {
        guard let slash = subject.firstIndex(of: "/") else { return nil }
        let type = subject[subject.index(after: slash)...]
        let name = type.split(separator: ".").last ?? ""
        return name.utf8.count < 5 || name.contains("*") ? nil : String(name)
    }

    /// The longest part of a dotted name.
    private static func word(ofName name: String) -> String? {
        let parts = name.split { !($0.isLetter || $0.isNumber || $0 == "_") || $0 == "*" }
        guard !name.hasSuffix("*"), let last = parts.last, last.utf8.count >= 6 else { return nil }
        return String(last)
    }
}
