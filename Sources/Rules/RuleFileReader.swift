internal import Documents
internal import Patterns
internal import ScanModel

/// Reads rule files: YAML in, rules out. `docs/rule-format.md` is the format's description.
package struct RuleFileReader {
    /// One rule with its words and its place in the file.
    package struct Entry: Sendable {
        package var rule: Rule
        package var documentation: RuleDocumentation
        /// `file:line:column` of the rule's id.
        package var place: String

        package init(rule: Rule, documentation: RuleDocumentation, place: String) {
            self.rule = rule
            self.documentation = documentation
            self.place = place
        }
    }

    /// Reads one file.
    ///
    /// - Parameter file: the name for error messages.
    /// - Throws: `.invalidFile`, `.invalidPattern`, `.noLiteral`, each with `file:line:column`.
    package static func read(_ bytes: [UInt8], file: String) throws(RuleError) -> [Entry] {
        do {
            let document = try YAMLReader.read(bytes)
            if RuleFileReader.isOfOtherKind(document) { return [] }
            let root = try MappingReader(document, keys: ["rules"])
            guard let list = root.node("rules"), case .sequence(let items) = list.content else {
                throw DocumentError(
                    .syntax, at: root.position(of: "rules"), "`rules:` with a list was expected")
            }
            var entries: [Entry] = []
            var faults: [RuleError] = []
            for item in items {
                do {
                    entries.append(try RuleReader(file: file, node: item).entry())
                } catch let error as DocumentError {
                    faults.append(RuleError(.invalidFile, "\(file):\(error)"))
                } catch let error as RuleError {
                    faults.append(error)
                }
            }
            // All faults of a file at once: authors mend them in one go.
            if let first = faults.first {
                throw RuleError(first.code, faults.map(\.message).joined(separator: "\n"))
            }
            return entries
        } catch let error as DocumentError {
            throw RuleError(.invalidFile, "\(file):\(error)")
        } catch let error as RuleError {
            throw error
        } catch {
            throw RuleError(.invalidFile, "\(file): \(error)")
        }
    }

    /// Whether a file is a policy or belongs to the inventory: both stand beside rules in a folder.
    private static func isOfOtherKind(_ document: DocumentNode) -> Bool {
        guard case .mapping(let entries) = document.content, entries.count == 1 else {
            return false
        }
        return ["policy", "inventory"].contains(entries[0].key)
    }
}
